import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { maxWithin } from '../pool/reserves.ts';
import { ensureCanAdd, ensureTradable } from '../stake/checks.ts';
import { stakeFromBalance } from '../stake/ledger.ts';
import { type Origin, signerOf } from './handler.ts';

interface AddArgs {
  readonly hotkey: AccountId;
  readonly netuid: number;
  /** Rao. */
  readonly amount_staked: bigint;
}

interface AddLimitArgs extends AddArgs {
  /** Highest price to pay, rao per 1e9 alpha rao. */
  readonly limit_price: bigint;
  readonly allow_partial: boolean;
}

export function addStake(exec: Exec, origin: Origin, { hotkey, netuid, amount_staked }: AddArgs): void {
  const id = { hotkey, coldkey: signerOf(origin), netuid };
  ensureCanAdd(exec.state, id, amount_staked);
  stakeFromBalance(exec, id, amount_staked);
}

export function addStakeLimit(exec: Exec, origin: Origin, args: AddLimitArgs): void {
  const id = { hotkey: args.hotkey, coldkey: signerOf(origin), netuid: args.netuid };
  ensureTradable(exec.state, args.netuid);
  const amount = maxWithin(exec.state, args.netuid, 'tao', args.amount_staked, args.limit_price);
  ensure(args.allow_partial || amount === args.amount_staked, () => subtensorFailure('SlippageTooHigh'));
  ensureCanAdd(exec.state, id, amount);
  stakeFromBalance(exec, id, amount);
}
