import type { Edition } from '../edition.ts';
import {
  type AssociatedType,
  associated,
  blake2,
  type Constant,
  constant,
  map,
  optional,
  type StorageItem,
  twox64,
  value,
} from '../language/pallet.ts';
import { as, bool, tuple, u8, u16, u32, u64, type Variant, v, vec } from '../language/type.ts';
import { AccountId32, H256, TAccountId, THash } from '../types/account.ts';
import { AccountData } from '../types/balances.ts';
import { BlakeTwo256, Block, Digest, RuntimeVersion } from '../types/block.ts';
import { DispatchError, DispatchEventInfo } from '../types/dispatch.ts';
import { perDispatchClass } from '../types/generic-frame.ts';
import { Key } from '../types/names.ts';
import { RuntimeDbWeight, Weight } from '../types/number.ts';
import { RuntimeCall } from '../types/outer.ts';
import {
  AccountInfo,
  BlockLength,
  BlockWeights,
  CodeUpgradeAuthorization,
  EventRecord,
  LastRuntimeUpgradeInfo,
  Phase,
} from '../types/system.ts';
import { versionLiteralOf } from '../version.ts';

/** Calls; the number is the SCALE index. */
export const systemCalls: readonly Variant[] = [
  v(0, 'remark', { remark: vec(u8) }),
  v(1, 'set_heap_pages', { pages: u64 }),
  v(2, 'set_code', { code: vec(u8) }),
  v(3, 'set_code_without_checks', { code: vec(u8) }),
  v(4, 'set_storage', { items: vec(as('KeyValue', tuple(vec(u8), vec(u8)))) }),
  v(5, 'kill_storage', { keys: vec(Key) }),
  v(6, 'kill_prefix', { prefix: Key, subkeys: u32 }),
  v(7, 'remark_with_event', { remark: vec(u8) }),
  v(9, 'authorize_upgrade', { code_hash: THash }),
  v(10, 'authorize_upgrade_without_checks', { code_hash: THash }),
  v(11, 'apply_authorized_upgrade', { code: vec(u8) }),
];

/** Storage items. */
export const systemStorage: readonly StorageItem[] = [
  map('Account', [blake2(AccountId32)], AccountInfo, {
    nonce: 0,
    consumers: 0,
    providers: 0,
    sufficients: 0,
    data: { free: 0n, reserved: 0n, frozen: 0n, flags: 1n << 127n },
  }),
  optional('ExtrinsicCount', u32),
  value('InherentsApplied', bool),
  value('BlockWeight', perDispatchClass(Weight)),
  optional('AllExtrinsicsLen', u32),
  map('BlockHash', [twox64(u32)], H256),
  map('ExtrinsicData', [twox64(u32)], vec(u8)),
  value('Number', u32),
  value('ParentHash', H256),
  value('Digest', Digest),
  value('Events', vec(EventRecord)),
  value('EventCount', u32),
  map('EventTopics', [blake2(H256)], vec(tuple(u32, u32))),
  optional('LastRuntimeUpgrade', LastRuntimeUpgradeInfo),
  value('UpgradedToU32RefCount', bool),
  value('UpgradedToTripleRefCount', bool),
  optional('ExecutionPhase', Phase),
  optional('AuthorizedUpgrade', CodeUpgradeAuthorization),
  value('ExtrinsicWeightReclaimed', Weight),
];

/** Events; the number is the SCALE index. */
export const systemEvents: readonly Variant[] = [
  v(0, 'ExtrinsicSuccess', { dispatch_info: DispatchEventInfo }),
  v(1, 'ExtrinsicFailed', { dispatch_error: DispatchError, dispatch_info: DispatchEventInfo }),
  v(2, 'CodeUpdated'),
  v(3, 'NewAccount', { account: TAccountId }),
  v(4, 'KilledAccount', { account: TAccountId }),
  v(5, 'Remarked', { sender: TAccountId, hash: THash }),
  v(6, 'UpgradeAuthorized', { code_hash: THash, check_version: bool }),
  v(7, 'RejectedInvalidAuthorizedUpgrade', { code_hash: THash, error: DispatchError }),
];

/** Errors; the position is the SCALE index. */
export const systemErrors: readonly string[] = [
  'InvalidSpecName',
  'SpecVersionNeedsToIncrease',
  'FailedToExtractRuntimeVersion',
  'NonDefaultComposite',
  'NonZeroRefCount',
  'CallFiltered',
  'MultiBlockMigrationsOngoing',
  'NothingAuthorized',
  'Unauthorized',
];

/** Constants. */
export const systemConstantsOf = (edition: Edition): readonly Constant[] => [
  constant('BlockWeights', BlockWeights, {
    base_block: { ref_time: 431_614_000n, proof_size: 0n },
    max_block: { ref_time: 4_000_000_000_000n, proof_size: (1n << 64n) - 1n },
    per_class: {
      normal: {
        base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
        max_extrinsic: { ref_time: 2_599_891_843_000n, proof_size: 11_990_383_647_911_208_550n },
        max_total: { ref_time: 3_000_000_000_000n, proof_size: 13_835_058_055_282_163_711n },
        reserved: { ref_time: 0n, proof_size: 0n },
      },
      operational: {
        base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
        max_extrinsic: { ref_time: 3_599_891_843_000n, proof_size: 16_602_069_666_338_596_454n },
        max_total: { ref_time: 4_000_000_000_000n, proof_size: (1n << 64n) - 1n },
        reserved: { ref_time: 1_000_000_000_000n, proof_size: 1n << 62n },
      },
      mandatory: {
        base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
        max_extrinsic: undefined,
        max_total: undefined,
        reserved: undefined,
      },
    },
  }),
  constant('BlockLength', BlockLength, { normal: 7_864_320, operational: 10_485_760, mandatory: 10_485_760 }),
  constant('BlockHashCount', u32, 2400),
  constant('DbWeight', RuntimeDbWeight, { read: 25_000_000n, write: 100_000_000n }),
  constant('Version', RuntimeVersion, versionLiteralOf(edition)),
  constant('SS58Prefix', u16, 42),
];

/** Config types that V16 shows. */
export const systemAssociatedTypes: readonly AssociatedType[] = [
  associated('RuntimeCall', RuntimeCall),
  associated('Nonce', u32),
  associated('Hash', H256),
  associated('Hashing', BlakeTwo256),
  associated('AccountId', AccountId32),
  associated('Block', Block),
  associated('AccountData', AccountData),
];
