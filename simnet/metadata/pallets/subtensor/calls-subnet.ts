import { boundedVec, option } from '../../language/generic.ts';
import { as, u8, u16, u64, type Variant, v, vec } from '../../language/type.ts';
import { H256, TAccountId } from '../../types/account.ts';
import { BlockNumberForT, LeaseId, MechId, NetUid } from '../../types/names.ts';
import { Percent } from '../../types/number.ts';
import { SubnetIdentityV3 } from '../../types/subtensor.ts';

/** Registration, identities and subnet administration. */
export const subnetCalls: readonly Variant[] = [
  v(119, 'set_mechanism_weights', {
    netuid: NetUid,
    mecid: MechId,
    dests: vec(u16),
    weights: vec(u16),
    version_key: u64,
  }),
  v(115, 'commit_mechanism_weights', { netuid: NetUid, mecid: MechId, commit_hash: H256 }),
  v(116, 'reveal_mechanism_weights', {
    netuid: NetUid,
    mecid: MechId,
    uids: vec(u16),
    values: vec(u16),
    salt: vec(u16),
    version_key: u64,
  }),
  v(117, 'commit_crv3_mechanism_weights', {
    netuid: NetUid,
    mecid: MechId,
    commit: as('BoundedVec<u8, ConstU32<MAX_CRV3_COMMIT_SIZE_BYTES>>', boundedVec(u8)),
    reveal_round: u64,
  }),
  v(6, 'register', {
    netuid: NetUid,
    block_number: u64,
    nonce: u64,
    work: vec(u8),
    hotkey: TAccountId,
    coldkey: TAccountId,
  }),
  v(62, 'root_register', { hotkey: TAccountId }),
  v(7, 'burned_register', { netuid: NetUid, hotkey: TAccountId }),
  v(69, 'sudo_set_tx_childkey_take_rate_limit', { tx_rate_limit: u64 }),
  v(59, 'register_network', { hotkey: TAccountId }),
  v(61, 'dissolve_network', { coldkey: TAccountId, netuid: NetUid }),
  v(68, 'set_identity', {
    name: vec(u8),
    url: vec(u8),
    github_repo: vec(u8),
    image: vec(u8),
    discord: vec(u8),
    description: vec(u8),
    additional: vec(u8),
  }),
  v(78, 'set_subnet_identity', {
    netuid: NetUid,
    subnet_name: vec(u8),
    github_repo: vec(u8),
    subnet_contact: vec(u8),
    subnet_url: vec(u8),
    discord: vec(u8),
    description: vec(u8),
    logo_url: vec(u8),
    additional: vec(u8),
  }),
  v(79, 'register_network_with_identity', {
    hotkey: TAccountId,
    identity: option(as('SubnetIdentityOfV3', SubnetIdentityV3)),
  }),
  v(92, 'start_call', { netuid: NetUid }),
  v(110, 'register_leased_network', { emissions_share: Percent, end_block: option(BlockNumberForT) }),
  v(111, 'terminate_lease', { lease_id: LeaseId, hotkey: TAccountId }),
  v(112, 'update_symbol', { netuid: NetUid, symbol: vec(u8) }),
  v(120, 'root_dissolve_network', { netuid: NetUid }),
  v(129, 'enable_voting_power_tracking', { netuid: NetUid }),
  v(130, 'disable_voting_power_tracking', { netuid: NetUid }),
  v(134, 'register_limit', { netuid: NetUid, hotkey: TAccountId, limit_price: u64 }),
  v(139, 'set_tempo', { netuid: NetUid, tempo: u16 }),
  v(141, 'trigger_epoch', { netuid: NetUid }),
];
