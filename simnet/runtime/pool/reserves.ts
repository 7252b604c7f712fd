import { DispatchFailure, moduleFailure, subtensorFailure } from '../dispatch-error.ts';
import type { State, StateReader } from '../port.ts';
import { SubnetAlphaIn, SubnetMechanism, SubnetTAO } from '../storage/subnet.ts';
import { FeeRate, SwapBalancer } from '../storage/swap.ts';
import { maxInput, type Pool, PRICE_ONE, type Side, spotPrice, swap } from './pool.ts';

/** Pools exist on subnets with mechanism 1; root and the others exchange one to one and charge nothing. */
export function hasPool(state: StateReader, netuid: number): boolean {
  return netuid !== 0 && SubnetMechanism.get(state, netuid) === 1;
}

export function poolOf(state: StateReader, netuid: number): Pool {
  return {
    tao: SubnetTAO.get(state, netuid),
    alpha: SubnetAlphaIn.get(state, netuid),
    quote: SwapBalancer.get(state, netuid),
  };
}

export function writePool(state: State, netuid: number, { tao, alpha, quote }: Pool): void {
  SubnetTAO.set(state, tao, netuid);
  SubnetAlphaIn.set(state, alpha, netuid);
  if (quote !== SwapBalancer.get(state, netuid)) SwapBalancer.set(state, quote, netuid);
}

export function feeRateOf(state: StateReader, netuid: number): number {
  return hasPool(state, netuid) ? FeeRate.get(state, netuid) : 0;
}

/** Rao per 1e9 alpha rao. */
export function priceOf(state: StateReader, netuid: number): bigint {
  return hasPool(state, netuid) ? spotPrice(poolOf(state, netuid)) : PRICE_ONE;
}

export interface Exchange {
  /** Net of the fee, in the input's unit. */
  readonly paidIn: bigint;
  readonly fee: bigint;
  readonly out: bigint;
  /** The pool afterwards; undefined where there is none. */
  readonly after: Pool | undefined;
}

/** What a swap would do, fee included. @throws DispatchFailure when it cannot happen. */
export function exchange(state: StateReader, netuid: number, side: Side, amount: bigint, withFee = true): Exchange {
  if (!hasPool(state, netuid)) return { paidIn: amount, fee: 0n, out: amount, after: undefined };
  const outcome = swap(poolOf(state, netuid), side, amount, withFee ? feeRateOf(state, netuid) : 0);
  if (outcome.ok) return outcome;
  // The staking pallet speaks for the pool on the two failures it checks itself.
  if (outcome.problem === 'InsufficientLiquidity') throw subtensorFailure('InsufficientLiquidity');
  throw moduleFailure('Swap', outcome.problem);
}

/** What the alpha would sell for; undefined when the pool cannot take it. */
export function saleOf(state: StateReader, netuid: number, alpha: bigint): Exchange | undefined {
  try {
    return exchange(state, netuid, 'alpha', alpha);
  } catch (error) {
    if (error instanceof DispatchFailure) return undefined;
    throw error;
  }
}

/** Most of `amount` that fits under a limit price. @throws DispatchFailure PriceLimitExceeded when the price is past it already. */
export function maxWithin(state: StateReader, netuid: number, side: Side, amount: bigint, limit: bigint): bigint {
  if (!hasPool(state, netuid)) {
    const open = side === 'tao' ? limit >= PRICE_ONE : limit <= PRICE_ONE;
    return open ? amount : 0n;
  }
  const most = maxInput(poolOf(state, netuid), side, amount, limit, feeRateOf(state, netuid));
  if (most === undefined) throw moduleFailure('Swap', 'PriceLimitExceeded');
  return most;
}
