import { reducible } from '../balances/account.ts';
import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { AccountId } from '../hex.ts';
import { ensureAvailable } from '../locks/locks.ts';
import { feeOf } from '../pool/pool.ts';
import { exchange, feeRateOf } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { Owner } from '../storage/hotkeys.ts';
import { NetworksAdded, SubtokenEnabled } from '../storage/subnet.ts';
import { Account } from '../storage/system.ts';
import { type PositionId, stakeOf } from './position.ts';
import { ensureNotHeld } from './root-hold.ts';

/** Smallest stake, unstake or move, in rao. */
export const MIN_STAKE = 2_000_000n;

export function hotkeyExists(state: StateReader, hotkey: AccountId): boolean {
  return Owner.has(state, hotkey);
}

/** @throws DispatchFailure SubnetNotExists or SubtokenDisabled. */
export function ensureTradable(state: StateReader, netuid: number): void {
  ensure(NetworksAdded.get(state, netuid), () => subtensorFailure('SubnetNotExists'));
  ensure(SubtokenEnabled.get(state, netuid), () => subtensorFailure('SubtokenDisabled'));
}

/** @throws DispatchFailure when `tao` rao may not be staked. */
export function ensureCanAdd(state: StateReader, { hotkey, coldkey, netuid }: PositionId, tao: bigint): void {
  ensureTradable(state, netuid);
  ensure(tao >= MIN_STAKE + feeOf(MIN_STAKE, feeRateOf(state, netuid)), () => subtensorFailure('AmountTooLow'));
  ensure(tao <= reducible(Account.get(state, coldkey), true), () => subtensorFailure('NotEnoughBalanceToStake'));
  ensure(hotkeyExists(state, hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
  exchange(state, netuid, 'tao', tao);
}

/** @throws DispatchFailure when `alpha` may not be taken out of the position. */
export function ensureCanRemove(state: StateReader, id: PositionId, alpha: bigint): void {
  ensureTradable(state, id.netuid);
  ensure(hotkeyExists(state, id.hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
  const held = stakeOf(state, id);
  ensure(held > 0n && alpha <= held, () => subtensorFailure('NotEnoughStakeToWithdraw'));
  ensure(alpha > 0n, () => subtensorFailure('AmountTooLow'));
  ensureNotHeld(state, id);
  ensureAvailable(state, id.coldkey, id.netuid, alpha);
  const { out } = exchange(state, id.netuid, 'alpha', alpha);
  // A whole position may leave however small it is.
  ensure(out >= MIN_STAKE || alpha === held, () => subtensorFailure('AmountTooLow'));
}
