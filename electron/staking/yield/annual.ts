import { PPM } from '../../../shared/units/index.ts';
import type { Rate } from './rate.ts';

/** 365.25 days. At 12 s a block that is 2,629,800 blocks. */
const YEAR_MS = 31_557_600_000n;

/** A year at more than this (10,000,000 %) was measured on next to no stake and says nothing. */
export const MOST_PPM = 100_000_000_000n;

/** Fixed point of the compounding: 1.0. Each multiplication loses less than one unit of it, always downwards. */
const ONE = 10n ** 30n;

/** Whole blocks in a year. */
export function blocksAYear(blockTimeMs: number): bigint {
  return YEAR_MS / BigInt(Math.max(1, Math.trunc(blockTimeMs)));
}

/** A sum of money that cannot be said as a safe integer is no figure. */
function figure(ppm: bigint): number | undefined {
  return ppm > MOST_PPM ? undefined : Number(ppm);
}

/**
 * Simple yearly rate of a rate per period, parts per million, rounded down: rate x (blocks a year / blocks a period).
 * Undefined beyond what can be believed.
 */
export function aprPpm(rate: Rate, periodBlocks: number, yearBlocks: bigint): number | undefined {
  return figure((rate.num * yearBlocks * PPM) / (rate.den * BigInt(periodBlocks)));
}

/**
 * Yearly rate when every period's gain earns in the next, parts per million: (1 + rate)^(whole periods a year) - 1, by
 * squaring in integers and rounded down throughout, so never above the true figure. Undefined beyond what can be believed.
 */
export function apyPpm(rate: Rate, periodBlocks: number, yearBlocks: bigint): number | undefined {
  const ceiling = ONE + (ONE * MOST_PPM) / PPM;
  let left = yearBlocks / BigInt(periodBlocks);
  let base = ONE + (rate.num * ONE) / rate.den;
  let result = ONE;
  while (left > 0n) {
    if (left % 2n === 1n) result = (result * base) / ONE;
    left /= 2n;
    // a base above the ceiling is only used when some of the exponent is left, and then the result is above it too
    if (result > ceiling || (left > 0n && base > ceiling)) return undefined;
    base = (base * base) / ONE;
  }
  return figure(((result - ONE) * PPM) / ONE);
}
