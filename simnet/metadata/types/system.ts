import { option } from '../language/generic.ts';
import { as, bool, compact, enumeration, struct, u32, v, vec } from '../language/type.ts';
import { H256, THash } from './account.ts';
import { AccountData } from './balances.ts';
import { perDispatchClass } from './generic-frame.ts';
import { CowStaticStr, RefCount } from './names.ts';
import { Weight } from './number.ts';
import { RuntimeEvent } from './outer.ts';

export const AccountInfo = struct(
  'frame_system::AccountInfo',
  { nonce: as('Nonce', u32), consumers: RefCount, providers: RefCount, sufficients: RefCount, data: AccountData },
  { Nonce: u32, AccountData: AccountData },
);

export const Phase = enumeration('frame_system::Phase', [
  v(0, 'ApplyExtrinsic', [u32]),
  v(1, 'Finalization'),
  v(2, 'Initialization'),
]);

export const EventRecord = struct(
  'frame_system::EventRecord',
  { phase: Phase, event: as('E', RuntimeEvent), topics: vec(as('T', H256)) },
  { E: RuntimeEvent, T: H256 },
);

export const LastRuntimeUpgradeInfo = struct('frame_system::LastRuntimeUpgradeInfo', {
  spec_version: as('codec::Compact<u32>', compact(u32)),
  spec_name: CowStaticStr,
});

export const CodeUpgradeAuthorization = struct(
  'frame_system::CodeUpgradeAuthorization',
  { code_hash: THash, check_version: bool },
  { T: null },
);

export const WeightsPerClass = struct('frame_system::limits::WeightsPerClass', {
  base_extrinsic: Weight,
  max_extrinsic: option(Weight),
  max_total: option(Weight),
  reserved: option(Weight),
});

export const BlockWeights = struct('frame_system::limits::BlockWeights', {
  base_block: Weight,
  max_block: Weight,
  per_class: as('PerDispatchClass<WeightsPerClass>', perDispatchClass(WeightsPerClass)),
});

export const BlockLength = struct('frame_system::limits::BlockLength', {
  max: as('PerDispatchClass<u32>', perDispatchClass(u32)),
});
