import type { AlphaRao } from './alpha.ts';
import type { Branded } from './brand.ts';
import { MAX_U64, RAO_PER_TAO, type Rao, toRao } from './rao.ts';

/** Rao paid for one whole alpha (price x 1e9), the unit of `limit_price` and `current_alpha_price`. */
export type RaoPerAlpha = Branded<bigint, 'RaoPerAlpha'>;

/** Share of one million: 0.5 % = 5000 ppm. Tolerance and price impact are kept in it, never in floats. */
export type Ppm = Branded<number, 'Ppm'>;

export const PPM = 1_000_000n;

/** The widest tolerance a trade may carry: beyond half the price a limit protects from nothing worth naming. */
export const WIDEST_TOLERANCE = toPpm(500_000);

/** @throws RangeError on a negative price. */
export function toRaoPerAlpha(value: bigint): RaoPerAlpha {
  if (value < 0n) throw new RangeError(`not a price: ${value}`);
  return value as RaoPerAlpha;
}

/** @throws RangeError unless an integer in 0..1,000,000. */
export function toPpm(value: number): Ppm {
  if (!Number.isInteger(value) || value < 0 || value > 1_000_000) throw new RangeError(`not a share in ppm: ${value}`);
  return value as Ppm;
}

/**
 * Spot value of an alpha amount in rao, rounded down. It ignores price impact and fees: label it so. Capped at u64: a pool
 * drained of alpha may price a position beyond all TAO there is, and that must not take the page down.
 */
export function spotValue(alpha: AlphaRao, price: RaoPerAlpha): Rao {
  const value = (alpha * price) / RAO_PER_TAO;
  return toRao(value < MAX_U64 ? value : MAX_U64);
}

/** Price raised by `tolerance`, rounded down: "not more than", the ceiling for a buy. */
export function priceCeiling(price: RaoPerAlpha, tolerance: Ppm): RaoPerAlpha {
  return toRaoPerAlpha((price * (PPM + BigInt(tolerance))) / PPM);
}

/** Price lowered by `tolerance`, rounded up: "not less than", the floor for a sale. */
export function priceFloor(price: RaoPerAlpha, tolerance: Ppm): RaoPerAlpha {
  return toRaoPerAlpha((price * (PPM - BigInt(tolerance)) + PPM - 1n) / PPM);
}
