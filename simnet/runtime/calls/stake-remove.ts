import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { maxWithin } from '../pool/reserves.ts';
import { ensureCanRemove, ensureTradable } from '../stake/checks.ts';
import { unstakeToBalance } from '../stake/ledger.ts';
import { type PositionId, stakeOf } from '../stake/position.ts';
import { sweepNomination } from '../stake/sweep.ts';
import { type Origin, signerOf } from './handler.ts';

interface RemoveArgs {
  readonly hotkey: AccountId;
  readonly netuid: number;
  /** Alpha rao. */
  readonly amount_unstaked: bigint;
}

interface RemoveLimitArgs extends RemoveArgs {
  /** Lowest price to accept, rao per 1e9 alpha rao. */
  readonly limit_price: bigint;
  readonly allow_partial: boolean;
}

export function removeStake(exec: Exec, origin: Origin, args: RemoveArgs): void {
  const id = { hotkey: args.hotkey, coldkey: signerOf(origin), netuid: args.netuid };
  const held = stakeOf(exec.state, id);
  // More than the position means all of it: the position may have grown since the amount was read.
  const amount = held > 0n && args.amount_unstaked > held ? held : args.amount_unstaked;
  ensureCanRemove(exec.state, id, amount);
  unstakeToBalance(exec, id, amount);
  sweepNomination(exec, id);
}

function removeWithin(exec: Exec, id: PositionId, wanted: bigint, limit: bigint, allowPartial: boolean): void {
  ensureTradable(exec.state, id.netuid);
  ensure(wanted <= stakeOf(exec.state, id), () => subtensorFailure('NotEnoughStakeToWithdraw'));
  const amount = maxWithin(exec.state, id.netuid, 'alpha', wanted, limit);
  ensure(allowPartial || amount === wanted, () => subtensorFailure('SlippageTooHigh'));
  ensureCanRemove(exec.state, id, amount);
  unstakeToBalance(exec, id, amount);
  sweepNomination(exec, id);
}

export function removeStakeLimit(exec: Exec, origin: Origin, args: RemoveLimitArgs): void {
  const id = { hotkey: args.hotkey, coldkey: signerOf(origin), netuid: args.netuid };
  removeWithin(exec, id, args.amount_unstaked, args.limit_price, args.allow_partial);
}

/** The whole position, with an optional floor. */
export function removeStakeFullLimit(
  exec: Exec,
  origin: Origin,
  {
    hotkey,
    netuid,
    limit_price,
  }: { readonly hotkey: AccountId; readonly netuid: number; readonly limit_price: bigint | undefined },
): void {
  const id = { hotkey, coldkey: signerOf(origin), netuid };
  const held = stakeOf(exec.state, id);
  if (limit_price !== undefined) {
    removeWithin(exec, id, held, limit_price, false);
    return;
  }
  ensureCanRemove(exec.state, id, held);
  unstakeToBalance(exec, id, held);
}
