import { boundedVec, btreeSet, option } from '../../language/generic.ts';
import { as, bool, tuple, u8, u16, u64, type Variant, v, vec } from '../../language/type.ts';
import { TAccountId } from '../../types/account.ts';
import { AlphaBalance, MechId, NetUid, TaoBalance } from '../../types/names.ts';
import { RootClaimTypeEnum } from '../../types/subtensor.ts';

/** Staking, takes, children, root claims and locks. */
export const stakeCalls: readonly Variant[] = [
  v(65, 'decrease_take', { hotkey: TAccountId, take: u16 }),
  v(66, 'increase_take', { hotkey: TAccountId, take: u16 }),
  v(2, 'add_stake', { hotkey: TAccountId, netuid: NetUid, amount_staked: TaoBalance }),
  v(3, 'remove_stake', { hotkey: TAccountId, netuid: NetUid, amount_unstaked: AlphaBalance }),
  v(75, 'set_childkey_take', { hotkey: TAccountId, netuid: NetUid, take: u16 }),
  v(76, 'sudo_set_min_childkey_take', { take: u16 }),
  v(77, 'sudo_set_max_childkey_take', { take: u16 }),
  v(67, 'set_children', { hotkey: TAccountId, netuid: NetUid, children: vec(tuple(u64, TAccountId)) }),
  v(83, 'unstake_all', { hotkey: TAccountId }),
  v(84, 'unstake_all_alpha', { hotkey: TAccountId }),
  v(85, 'move_stake', {
    origin_hotkey: TAccountId,
    destination_hotkey: TAccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
  }),
  v(86, 'transfer_stake', {
    destination_coldkey: TAccountId,
    hotkey: TAccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
  }),
  v(87, 'swap_stake', {
    hotkey: TAccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
  }),
  v(88, 'add_stake_limit', {
    hotkey: TAccountId,
    netuid: NetUid,
    amount_staked: TaoBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
  }),
  v(89, 'remove_stake_limit', {
    hotkey: TAccountId,
    netuid: NetUid,
    amount_unstaked: AlphaBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
  }),
  v(90, 'swap_stake_limit', {
    hotkey: TAccountId,
    origin_netuid: NetUid,
    destination_netuid: NetUid,
    alpha_amount: AlphaBalance,
    limit_price: TaoBalance,
    allow_partial: bool,
  }),
  v(101, 'recycle_alpha', { hotkey: TAccountId, amount: AlphaBalance, netuid: NetUid }),
  v(102, 'burn_alpha', { hotkey: TAccountId, amount: AlphaBalance, netuid: NetUid }),
  v(103, 'remove_stake_full_limit', { hotkey: TAccountId, netuid: NetUid, limit_price: option(TaoBalance) }),
  v(113, 'commit_timelocked_weights', {
    netuid: NetUid,
    commit: as('BoundedVec<u8, ConstU32<MAX_CRV3_COMMIT_SIZE_BYTES>>', boundedVec(u8)),
    reveal_round: u64,
    commit_reveal_version: u16,
  }),
  v(114, 'set_coldkey_auto_stake_hotkey', { netuid: NetUid, hotkey: TAccountId }),
  v(118, 'commit_timelocked_mechanism_weights', {
    netuid: NetUid,
    mecid: MechId,
    commit: as('BoundedVec<u8, ConstU32<MAX_CRV3_COMMIT_SIZE_BYTES>>', boundedVec(u8)),
    reveal_round: u64,
    commit_reveal_version: u16,
  }),
  v(121, 'claim_root', { subnets: btreeSet(NetUid) }),
  v(122, 'set_root_claim_type', { new_root_claim_type: RootClaimTypeEnum }),
  v(123, 'sudo_set_num_root_claims', { new_value: u64 }),
  v(124, 'sudo_set_root_claim_threshold', { netuid: NetUid, new_value: u64 }),
  v(131, 'sudo_set_voting_power_ema_alpha', { netuid: NetUid, alpha: u64 }),
  v(132, 'add_stake_burn', { hotkey: TAccountId, netuid: NetUid, amount: TaoBalance, limit: option(TaoBalance) }),
  v(136, 'lock_stake', { hotkey: TAccountId, netuid: NetUid, amount: AlphaBalance }),
  v(137, 'move_lock', { destination_hotkey: TAccountId, netuid: NetUid }),
  v(138, 'set_perpetual_lock', { netuid: NetUid, enabled: bool }),
  v(142, 'set_reject_locked_alpha', { enabled: bool }),
];
