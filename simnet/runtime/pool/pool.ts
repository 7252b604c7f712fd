import { FRACTION_BITS, ONE, powUp } from './fixed.ts';

/** 1 as a pool weight (Perquintill). */
export const WEIGHT_ONE = 1_000_000_000_000_000_000n;

/** Prices are rao per 1e9 alpha rao. */
export const PRICE_ONE = 1_000_000_000n;

/** A subnet's weighted pool: rao, alpha rao, and the TAO weight q in parts of 1e18. Price = ((1-q)/q) * tao/alpha. */
export interface Pool {
  readonly tao: bigint;
  readonly alpha: bigint;
  readonly quote: bigint;
}

/** What goes in: 'tao' buys alpha, 'alpha' sells it. */
export type Side = 'tao' | 'alpha';

/** Smallest reserve a swap may draw on. */
const MINIMUM_RESERVE = 1_000_000n;
/** An input may be at most this many times the reserve it joins. */
const MAX_INPUT_RATIO = 1_000n;
const FEE_ONE = 65_535n;

export type SwapProblem = 'InsufficientInputAmount' | 'ReservesTooLow' | 'SwapInputTooLarge' | 'InsufficientLiquidity';

export type SwapOutcome =
  | { readonly ok: true; readonly paidIn: bigint; readonly fee: bigint; readonly out: bigint; readonly after: Pool }
  | { readonly ok: false; readonly problem: SwapProblem };

function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

/** Most of the input's unit that one swap may put in. */
export function mostInput({ tao, alpha }: Pool, side: Side): bigint {
  return (side === 'tao' ? tao : alpha) * MAX_INPUT_RATIO;
}

/** Fee on an input, in the input's unit; `rate` in parts of 65535. Rounded up. */
export function feeOf(amount: bigint, rate: number): bigint {
  return ceilDiv(amount * BigInt(rate), FEE_ONE);
}

/** Spot price in rao per 1e9 alpha rao, rounded down; 0 for an empty pool. */
export function spotPrice({ tao, alpha, quote }: Pool): bigint {
  if (alpha === 0n || quote === 0n) return 0n;
  return ((WEIGHT_ONE - quote) * tao * PRICE_ONE) / (quote * alpha);
}

/** Compares the exact spot price with a limit: negative below, 0 at, positive above. */
export function comparePrice({ tao, alpha, quote }: Pool, limit: bigint): number {
  const difference = (WEIGHT_ONE - quote) * tao * PRICE_ONE - limit * quote * alpha;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function output(pool: Pool, side: Side, paidIn: bigint): bigint {
  const [reserveIn, reserveOut] = side === 'tao' ? [pool.tao, pool.alpha] : [pool.alpha, pool.tao];
  const other = WEIGHT_ONE - pool.quote;
  const [top, bottom] = side === 'tao' ? [pool.quote, other] : [other, pool.quote];
  return (reserveOut * (ONE - powUp(reserveIn, reserveIn + paidIn, top, bottom))) >> FRACTION_BITS;
}

/**
 * Swaps `amount` against the pool. The fee comes off the input and stays in the pool as liquidity.
 * Outputs round down, fees round up. The weights do not change.
 */
export function swap(pool: Pool, side: Side, amount: bigint, feeRate: number): SwapOutcome {
  const [reserveIn, reserveOut] = side === 'tao' ? [pool.tao, pool.alpha] : [pool.alpha, pool.tao];
  if (amount <= 0n) return { ok: false, problem: 'InsufficientInputAmount' };
  if (reserveIn <= 0n || reserveOut < MINIMUM_RESERVE) return { ok: false, problem: 'ReservesTooLow' };
  if (amount > mostInput(pool, side)) return { ok: false, problem: 'SwapInputTooLarge' };
  const fee = feeOf(amount, feeRate);
  const paidIn = amount - fee;
  const out = paidIn > 0n ? output(pool, side, paidIn) : 0n;
  if (out <= 0n || out >= reserveOut) return { ok: false, problem: 'InsufficientLiquidity' };
  const [inAfter, outAfter] = [reserveIn + amount, reserveOut - out];
  const after =
    side === 'tao' ? { ...pool, tao: inAfter, alpha: outAfter } : { ...pool, tao: outAfter, alpha: inAfter };
  return { ok: true, paidIn, fee, out, after };
}

/** True when the price has not passed the limit: a ceiling for buyers, a floor for sellers. */
export function isWithin(pool: Pool, side: Side, limit: bigint): boolean {
  const compared = comparePrice(pool, limit);
  return side === 'tao' ? compared <= 0 : compared >= 0;
}

/** Largest number in [0, high] for which `fits` holds, given that it holds for 0 and fails from some point on. */
export function largest(high: bigint, fits: (candidate: bigint) => boolean): bigint {
  if (fits(high)) return high;
  let low = 0n;
  let above = high;
  while (above - low > 1n) {
    const middle = (low + above) / 2n;
    if (fits(middle)) low = middle;
    else above = middle;
  }
  return low;
}

/** Most of `amount` that can go in without the price after the swap passing `limit`; undefined when it is passed already. */
export function maxInput(pool: Pool, side: Side, amount: bigint, limit: bigint, feeRate: number): bigint | undefined {
  if (!isWithin(pool, side, limit)) return undefined;
  return largest(amount, (candidate) => {
    const outcome = swap(pool, side, candidate, feeRate);
    // An amount too small to buy anything does not move the price; one too large cannot be within.
    if (!outcome.ok)
      return outcome.problem === 'InsufficientLiquidity' || outcome.problem === 'InsufficientInputAmount';
    return isWithin(outcome.after, side, limit);
  });
}

/** Adds reserves to both sides and shifts the weights so that the price stays where it is. */
export function inject(pool: Pool, tao: bigint, alpha: bigint): Pool {
  const [taoAfter, alphaAfter] = [pool.tao + tao, pool.alpha + alpha];
  const own = taoAfter * pool.quote * pool.alpha;
  const other = (WEIGHT_ONE - pool.quote) * pool.tao * alphaAfter;
  const quote = own + other === 0n ? pool.quote : (own * WEIGHT_ONE + (own + other) / 2n) / (own + other);
  return { tao: taoAfter, alpha: alphaAfter, quote };
}

/** What the input would have bought at spot, rounded down. */
export function atSpot({ tao, alpha, quote }: Pool, side: Side, amount: bigint): bigint {
  const other = WEIGHT_ONE - quote;
  return side === 'tao' ? (amount * quote * alpha) / (other * tao) : (amount * other * tao) / (quote * alpha);
}
