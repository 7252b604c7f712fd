import type { SafeFloat } from '../storage/types.ts';

/**
 * Shares are whole numbers of 10^-12: exactly additive, so the shares of all stakers always sum to the pool's total.
 * They are stored as SafeFloat with this exponent.
 */
export const SHARE_DIGITS = 12;
const SHARE_ONE = 10n ** BigInt(SHARE_DIGITS);

/** A value within this part of the next whole number counts as it: hides the rounding of the share division. */
const NEARLY = 1_000_000n;

/** A hotkey's stakers on one subnet: their shares (units of 10^-12) and the alpha rao these stand for. */
export interface SharePool {
  readonly shares: bigint;
  readonly alpha: bigint;
}

export function fromSafeFloat({ mantissa, exponent }: SafeFloat): bigint {
  const shift = Number(exponent) + SHARE_DIGITS;
  return shift >= 0 ? mantissa * 10n ** BigInt(shift) : mantissa / 10n ** BigInt(-shift);
}

export function toSafeFloat(shares: bigint): SafeFloat {
  return { mantissa: shares, exponent: BigInt(-SHARE_DIGITS) };
}

/** Shares of the older U64F64 maps in our units. */
export function fromU64F64(bits: bigint): bigint {
  return (bits * SHARE_ONE) >> 64n;
}

/** Alpha rao that `share` of the pool stands for. */
export function alphaOf(pool: SharePool, share: bigint): bigint {
  if (pool.shares === 0n || share === 0n) return 0n;
  return (share * pool.alpha * NEARLY + pool.shares) / (pool.shares * NEARLY);
}

/** Shares issued for new alpha, rounded down: newcomers never dilute those already there. */
export function sharesFor(pool: SharePool, alpha: bigint): bigint {
  if (pool.shares === 0n || pool.alpha === 0n) return alpha * SHARE_ONE;
  return (alpha * pool.shares) / pool.alpha;
}

/** Shares given up for alpha taken out, rounded up; all of them when nothing would be left. */
export function sharesGivenUp(pool: SharePool, share: bigint, alpha: bigint): bigint {
  if (alpha >= alphaOf(pool, share)) return share;
  const given = (alpha * pool.shares + pool.alpha - 1n) / pool.alpha;
  return given < share ? given : share;
}
