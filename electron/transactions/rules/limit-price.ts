import {
  type AlphaRao,
  MAX_U64,
  type Ppm,
  priceCeiling,
  priceFloor,
  RAO_PER_TAO,
  type Rao,
  type RaoPerAlpha,
  toAlphaRao,
  toRao,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';

/*
 * What the runtime holds against a limit price is the pool's marginal price AFTER the trade, not the average the trade
 * paid: `get_max_amount_add/remove` finds the largest input whose final price has not passed the limit, and without a
 * partial fill anything above it is SlippageTooHigh. A limit made of the average price would therefore refuse a trade in
 * an unmoved pool as soon as its own impact exceeds about twice the tolerance. So the limit is the simulated FINAL price
 * with the tolerance on top.
 *
 * The final price comes from the runtime too, not from a curve of ours (tick pools and weighted pools differ): the trade
 * is simulated once as wished and once with a small step more. The price of that last step, fee included, is at or just
 * beyond the final price on the person's side of it (about 0.05 % for the fee), so an unmoved pool always executes.
 */

/** Two simulations of one trade; amounts in base units of what goes in and what comes out. */
export interface Probe {
  /** Input of the step beyond the trade, fee included. */
  readonly stepIn: bigint;
  /** Output of the step; simulations round down, so it may be off by one. */
  readonly stepOut: bigint;
}

const divideUp = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** A step of a thousandth, but never so small that rounding would matter: ten thousand rao. */
export function buyStep(amount: Rao): Rao {
  const step = amount / 1000n;
  return toRao(step > 10_000n ? step : 10_000n);
}

/** The same in alpha, at the spot price. */
export function saleStep(amount: AlphaRao, price: RaoPerAlpha): AlphaRao {
  const least = price === 0n ? 10_000n : divideUp(10_000n * RAO_PER_TAO, price);
  const step = amount / 1000n;
  const wanted = step > least ? step : least;
  return toAlphaRao(wanted < MAX_U64 ? wanted : MAX_U64);
}

/**
 * Final price of a buy, rounded up. Undefined where the step brings nothing more (the pool is as good as empty), or where the
 * price is beyond any limit that can be sent: then no limit would let the trade through an unmoved pool.
 */
export function finalBuyPrice({ stepIn, stepOut }: Probe, average: bigint): RaoPerAlpha | undefined {
  const out = stepOut - 1n;
  if (out <= 0n) return undefined;
  const marginal = divideUp(stepIn * RAO_PER_TAO, out);
  const final = marginal > average ? marginal : average;
  return final > MAX_U64 ? undefined : toRaoPerAlpha(final);
}

/** Final price of a sale, rounded down. Undefined as for a buy; here the price would be below the least limit, 1. */
export function finalSalePrice({ stepIn, stepOut }: Probe, average: bigint): RaoPerAlpha | undefined {
  const out = stepOut - 1n;
  if (out <= 0n || stepIn <= 0n) return undefined;
  const marginal = (out * RAO_PER_TAO) / stepIn;
  const final = marginal < average ? marginal : average;
  return final === 0n ? undefined : toRaoPerAlpha(final);
}

/** Ceiling for a buy, rao per alpha, as u64. */
export function buyLimit(final: RaoPerAlpha, tolerance: Ppm): RaoPerAlpha {
  const limit = priceCeiling(final, tolerance);
  return limit > MAX_U64 ? toRaoPerAlpha(MAX_U64) : limit;
}

/** Floor for a sale, rao per alpha; never 0, which would be no floor. */
export function saleLimit(final: RaoPerAlpha, tolerance: Ppm): RaoPerAlpha {
  const limit = priceFloor(final, tolerance);
  return limit === 0n ? toRaoPerAlpha(1n) : limit;
}

/**
 * Floor for a trade through two pools, destination alpha for one origin alpha times 1e9, as u64. The chain holds the ratio
 * of both prices after the trade against it; both final prices are rounded to the person's side, so the ratio is too.
 * Undefined where the ratio is below the least limit, 1.
 */
export function acrossLimit(finalSale: RaoPerAlpha, finalBuy: RaoPerAlpha, tolerance: Ppm): RaoPerAlpha | undefined {
  const ratio = finalBuy === 0n ? 0n : (finalSale * RAO_PER_TAO) / finalBuy;
  if (ratio === 0n) return undefined;
  const limit = saleLimit(toRaoPerAlpha(ratio), tolerance);
  return limit > MAX_U64 ? toRaoPerAlpha(MAX_U64) : limit;
}

/**
 * Least destination alpha for `sold` origin alpha (net of the fee) while no unit of it fetches less than `limit`. Between the
 * pools the chain rounds to whole rao, and one rao may be much alpha: two of them at the destination's price are allowed for.
 */
export function leastAcross(sold: bigint, limit: RaoPerAlpha, destination: RaoPerAlpha): bigint {
  const rounding = destination === 0n ? 2n : (2n * RAO_PER_TAO) / destination + 2n;
  const least = (sold * limit) / RAO_PER_TAO;
  return least > rounding ? least - rounding : 0n;
}

/** Least alpha for `paid` rao (net of the fee) when no unit of it costs more than `limit`. */
export function leastBought(paid: bigint, limit: RaoPerAlpha): bigint {
  return limit === 0n ? 0n : (paid * RAO_PER_TAO) / limit;
}

/** Least rao for `sold` alpha (net of the fee) when no unit of it fetches less than `limit`. */
export function leastFetched(sold: bigint, limit: RaoPerAlpha): bigint {
  return (sold * limit) / RAO_PER_TAO;
}
