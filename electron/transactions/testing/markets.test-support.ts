import fc from 'fast-check';
import { RAO_PER_TAO, type RaoPerAlpha, toPpm, toRaoPerAlpha } from '../../../shared/units/index.ts';

export interface Reserves {
  readonly tao: bigint;
  readonly alpha: bigint;
}

/** Pools from tiny to huge, prices from 0.0001 to 10 TAO. */
export const anyPool = fc
  .record({
    tao: fc.bigInt({ min: RAO_PER_TAO, max: 1_000_000n * RAO_PER_TAO }),
    alphaPerTao: fc.constantFrom([1n, 10n], [1n, 1n], [3n, 1n], [10n, 1n], [97n, 1n], [10_000n, 1n]),
  })
  .map(({ tao, alphaPerTao: [top = 1n, bottom = 1n] }): Reserves => ({ tao, alpha: (tao * top) / bottom }));

/** Parts of a million. */
export const anyShare = fc.bigInt({ min: 1n, max: 1_000_000n });
export const anyTolerance = fc.integer({ min: 1, max: 500_000 }).map(toPpm);

export const priceIn = ({ tao, alpha }: Reserves): RaoPerAlpha => toRaoPerAlpha((tao * RAO_PER_TAO) / alpha);

const feeOf = (amount: bigint): bigint => (amount * 33n + 65_534n) / 65_535n;

/** A sale as a constant-product chain executes it: the fee stays in the pool. */
export function sellIn({ tao, alpha }: Reserves, amount: bigint): { readonly out: bigint; readonly after: Reserves } {
  const paid = amount - feeOf(amount);
  const out = tao - (tao * alpha + alpha + paid - 1n) / (alpha + paid);
  return { out, after: { tao: tao - out, alpha: alpha + amount } };
}

/** A buy that pays a fee, or none. */
export function buyIn(
  { tao, alpha }: Reserves,
  amount: bigint,
  withFee: boolean,
): { readonly out: bigint; readonly after: Reserves } {
  const paid = withFee ? amount - feeOf(amount) : amount;
  const out = alpha - (tao * alpha + tao + paid - 1n) / (tao + paid);
  return { out, after: { tao: tao + amount, alpha: alpha - out } };
}

/** What the chain holds against the limit of a trade through two pools. */
export function ratioHolds(from: Reserves, to: Reserves, limit: bigint): boolean {
  return from.tao * to.alpha * RAO_PER_TAO >= limit * from.alpha * to.tao;
}
