import { option } from '../../language/generic.ts';
import { array, as, bool, tuple, u8, u16, u32, u64, u128, type Variant, v, vec } from '../../language/type.ts';
import { H160, H256, TAccountId, THash } from '../../types/account.ts';
import { CompactNetUid, CompactU16, CompactU64, NetUid, TaoBalance } from '../../types/names.ts';

/** Key swaps, weights, serving and the rest. */
export const keyCalls: readonly Variant[] = [
  v(0, 'set_weights', { netuid: NetUid, dests: vec(u16), weights: vec(u16), version_key: u64 }),
  v(80, 'batch_set_weights', {
    netuids: vec(CompactNetUid),
    weights: vec(vec(tuple(CompactU16, CompactU16))),
    version_keys: vec(CompactU64),
  }),
  v(96, 'commit_weights', { netuid: NetUid, commit_hash: H256 }),
  v(100, 'batch_commit_weights', { netuids: vec(CompactNetUid), commit_hashes: vec(H256) }),
  v(97, 'reveal_weights', { netuid: NetUid, uids: vec(u16), values: vec(u16), salt: vec(u16), version_key: u64 }),
  v(98, 'batch_reveal_weights', {
    netuid: NetUid,
    uids_list: vec(vec(u16)),
    values_list: vec(vec(u16)),
    salts_list: vec(vec(u16)),
    version_keys: vec(u64),
  }),
  v(4, 'serve_axon', {
    netuid: NetUid,
    version: u32,
    ip: u128,
    port: u16,
    ip_type: u8,
    protocol: u8,
    placeholder1: u8,
    placeholder2: u8,
  }),
  v(40, 'serve_axon_tls', {
    netuid: NetUid,
    version: u32,
    ip: u128,
    port: u16,
    ip_type: u8,
    protocol: u8,
    placeholder1: u8,
    placeholder2: u8,
    certificate: vec(u8),
  }),
  v(5, 'serve_prometheus', { netuid: NetUid, version: u32, ip: u128, port: u16, ip_type: u8 }),
  v(70, 'swap_hotkey', { hotkey: TAccountId, new_hotkey: TAccountId, netuid: option(NetUid) }),
  v(72, 'swap_hotkey_v2', { hotkey: TAccountId, new_hotkey: TAccountId, netuid: option(NetUid), keep_stake: bool }),
  v(71, 'swap_coldkey', { old_coldkey: TAccountId, new_coldkey: TAccountId, swap_cost: TaoBalance }),
  v(73, 'schedule_swap_coldkey', { new_coldkey: TAccountId }),
  v(91, 'try_associate_hotkey', { hotkey: TAccountId }),
  v(93, 'associate_evm_key', {
    netuid: NetUid,
    evm_key: H160,
    block_number: u64,
    signature: as('Signature', array(u8, 65)),
  }),
  v(109, 'set_pending_childkey_cooldown', { cooldown: u64 }),
  v(125, 'announce_coldkey_swap', { new_coldkey_hash: THash }),
  v(126, 'swap_coldkey_announced', { new_coldkey: TAccountId }),
  v(127, 'dispute_coldkey_swap'),
  v(128, 'reset_coldkey_swap', { coldkey: TAccountId }),
  v(133, 'clear_coldkey_swap_announcement'),
  v(135, 'set_auto_parent_delegation_enabled', { hotkey: TAccountId, enabled: bool }),
  v(140, 'set_activity_cutoff_factor', { netuid: NetUid, factor_milli: u32 }),
];
