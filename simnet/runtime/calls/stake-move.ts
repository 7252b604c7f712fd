import { ensure, moduleFailure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { ensureTradable } from '../stake/checks.ts';
import { cappedAt, maxSwapWithin, moveStakeBetween } from '../stake/transition.ts';
import { type Origin, signerOf } from './handler.ts';

interface MoveArgs {
  readonly origin_hotkey: AccountId;
  readonly destination_hotkey: AccountId;
  readonly origin_netuid: number;
  readonly destination_netuid: number;
  readonly alpha_amount: bigint;
}

interface TransferArgs {
  readonly destination_coldkey: AccountId;
  readonly hotkey: AccountId;
  readonly origin_netuid: number;
  readonly destination_netuid: number;
  readonly alpha_amount: bigint;
}

interface SwapArgs {
  readonly hotkey: AccountId;
  readonly origin_netuid: number;
  readonly destination_netuid: number;
  readonly alpha_amount: bigint;
}

interface SwapLimitArgs extends SwapArgs {
  /** Least price(origin) / price(destination), times 1e9. */
  readonly limit_price: bigint;
  readonly allow_partial: boolean;
}

/** To another hotkey, perhaps on another subnet. */
export function moveStake(exec: Exec, origin: Origin, args: MoveArgs): void {
  const coldkey = signerOf(origin);
  const from = { hotkey: args.origin_hotkey, coldkey, netuid: args.origin_netuid };
  const to = { hotkey: args.destination_hotkey, coldkey, netuid: args.destination_netuid };
  ensure(from.hotkey !== to.hotkey || from.netuid !== to.netuid, () => subtensorFailure('SameNetuid'));
  const tao = moveStakeBetween(exec, from, to, cappedAt(exec.state, from, args.alpha_amount));
  exec.emit('SubtensorModule', 'StakeMoved', [coldkey, from.hotkey, from.netuid, to.hotkey, to.netuid, tao]);
}

/** To another coldkey, perhaps on another subnet. */
export function transferStake(exec: Exec, origin: Origin, args: TransferArgs): void {
  const coldkey = signerOf(origin);
  const from = { hotkey: args.hotkey, coldkey, netuid: args.origin_netuid };
  const to = { hotkey: args.hotkey, coldkey: args.destination_coldkey, netuid: args.destination_netuid };
  ensure(coldkey !== to.coldkey || from.netuid !== to.netuid, () => subtensorFailure('SameNetuid'));
  const tao = moveStakeBetween(exec, from, to, cappedAt(exec.state, from, args.alpha_amount), true);
  exec.emit('SubtensorModule', 'StakeTransferred', [coldkey, to.coldkey, args.hotkey, from.netuid, to.netuid, tao]);
}

/** To another subnet with the same hotkey. */
export function swapStake(exec: Exec, origin: Origin, args: SwapArgs): void {
  swapAmount(exec, signerOf(origin), args, args.alpha_amount);
}

export function swapStakeLimit(exec: Exec, origin: Origin, args: SwapLimitArgs): void {
  const coldkey = signerOf(origin);
  ensureTradable(exec.state, args.origin_netuid);
  ensureTradable(exec.state, args.destination_netuid);
  const wanted = cappedAt(exec.state, { hotkey: args.hotkey, coldkey, netuid: args.origin_netuid }, args.alpha_amount);
  const amount = maxSwapWithin(exec.state, args.origin_netuid, args.destination_netuid, wanted, args.limit_price);
  ensure(amount !== undefined, () => moduleFailure('Swap', 'PriceLimitExceeded'));
  ensure(args.allow_partial || amount === wanted, () => subtensorFailure('SlippageTooHigh'));
  swapAmount(exec, coldkey, args, amount);
}

function swapAmount(exec: Exec, coldkey: AccountId, args: SwapArgs, alpha: bigint): void {
  ensure(args.origin_netuid !== args.destination_netuid, () => subtensorFailure('SameNetuid'));
  const from = { hotkey: args.hotkey, coldkey, netuid: args.origin_netuid };
  const to = { ...from, netuid: args.destination_netuid };
  const tao = moveStakeBetween(exec, from, to, cappedAt(exec.state, from, alpha));
  exec.emit('SubtensorModule', 'StakeSwapped', [coldkey, args.hotkey, from.netuid, to.netuid, tao]);
}
