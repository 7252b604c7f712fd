import { cow } from '../language/generic.ts';
import { array, as, bare, compact, enumeration, struct, tuple, u8, u32, units, v, vec } from '../language/type.ts';
import { HashOutput, MultiAddress, MultiSignature } from './account.ts';
import { ConsensusEngineId, CowStaticStr } from './names.ts';
import { RuntimeCall } from './outer.ts';
import { SignedExtra } from './signed-extra.ts';

export const DigestItem = enumeration('sp_runtime::generic::digest::DigestItem', [
  v(6, 'PreRuntime', [ConsensusEngineId, vec(u8)]),
  v(4, 'Consensus', [ConsensusEngineId, vec(u8)]),
  v(5, 'Seal', [ConsensusEngineId, vec(u8)]),
  v(0, 'Other', [vec(u8)]),
  v(8, 'RuntimeEnvironmentUpdated'),
]);

export const Digest = struct('sp_runtime::generic::digest::Digest', { logs: vec(DigestItem) });

export const RuntimeVersion = struct('sp_version::RuntimeVersion', {
  spec_name: CowStaticStr,
  impl_name: CowStaticStr,
  authoring_version: u32,
  spec_version: u32,
  impl_version: u32,
  apis: as('ApisVec', cow(vec(tuple(array(u8, 8), u32)))),
  transaction_version: u32,
  system_version: u8,
});

export const BlakeTwo256 = struct('sp_runtime::traits::BlakeTwo256', []);

export const Header = struct(
  'sp_runtime::generic::header::Header',
  {
    parent_hash: HashOutput,
    number: as('Number', compact(u32)),
    state_root: HashOutput,
    extrinsics_root: HashOutput,
    digest: Digest,
  },
  { Number: u32, Hash: null },
);

export const GenericUncheckedExtrinsic = struct(
  'sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic',
  [bare(vec(u8))],
  { Address: MultiAddress, Call: RuntimeCall, Signature: MultiSignature, Extra: SignedExtra },
);

export const UncheckedExtrinsic = struct(
  'fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic',
  [as('generic::UncheckedExtrinsic<Address, Call, Signature, Extension>', GenericUncheckedExtrinsic)],
  { Address: MultiAddress, Call: RuntimeCall, Signature: MultiSignature, Extension: SignedExtra },
);

export const Block = struct(
  'sp_runtime::generic::block::Block',
  { header: Header, extrinsics: vec(as('Extrinsic', UncheckedExtrinsic)) },
  { Header: Header, Extrinsic: UncheckedExtrinsic },
);

export const ExtrinsicInclusionMode = enumeration(
  'sp_runtime::ExtrinsicInclusionMode',
  units('AllExtrinsics', 'OnlyInherents'),
);

export const OpaqueMetadata = struct('sp_core::OpaqueMetadata', [vec(u8)]);
