import { btreeSet, option } from '../../language/generic.ts';
import { bool, u16, type Variant, v } from '../../language/type.ts';
import { TAccountId } from '../../types/account.ts';
import { AlphaBalance, NetUid, TaoBalance } from '../../types/names.ts';
import { RootClaimTypeEnum } from '../../types/subtensor.ts';

/** Staking, takes, root claims and locks. */
export const stakeCalls: readonly Variant[] = [
  v(65, 'decrease_take', { hotkey: TAccountId, take: u16 }),
  v(66, 'increase_take', { hotkey: TAccountId, take: u16 }),
  v(2, 'add_stake', { hotkey: TAccountId, netuid: NetUid, amount_staked: TaoBalance }),
  v(3, 'remove_stake', { hotkey: TAccountId, netuid: NetUid, amount_unstaked: AlphaBalance }),
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
  v(103, 'remove_stake_full_limit', { hotkey: TAccountId, netuid: NetUid, limit_price: option(TaoBalance) }),
  v(114, 'set_coldkey_auto_stake_hotkey', { netuid: NetUid, hotkey: TAccountId }),
  v(121, 'claim_root', { subnets: btreeSet(NetUid) }),
  v(122, 'set_root_claim_type', { new_root_claim_type: RootClaimTypeEnum }),
  v(136, 'lock_stake', { hotkey: TAccountId, netuid: NetUid, amount: AlphaBalance }),
  v(137, 'move_lock', { destination_hotkey: TAccountId, netuid: NetUid }),
  v(138, 'set_perpetual_lock', { netuid: NetUid, enabled: bool }),
  v(142, 'set_reject_locked_alpha', { enabled: bool }),
];
