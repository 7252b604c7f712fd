import { needInt, recordOf } from './plain.ts';
import { ScaleError } from './reader.ts';

/** Bits of a fixed-point value `{ bits }`; where its fraction starts is known to whoever asks. */
export function fixedBits(value: unknown): bigint {
  return typeof value === 'bigint' ? value : needInt(recordOf(value), 'bits');
}

/** Fraction bits of I96F32, the type of root claim rates and thresholds. */
const F32 = 32n;

/** A non-negative I96F32 times a whole number, rounded down; negative bits count as zero. */
export function timesI96F32(bits: bigint, factor: bigint): bigint {
  return bits <= 0n ? 0n : (bits * factor) >> F32;
}

/** An I96F32 as a whole number, rounded up; negative bits count as zero. */
export function ceilI96F32(bits: bigint): bigint {
  return bits <= 0n ? 0n : (bits + (1n << F32) - 1n) >> F32;
}

/** Fraction bits of the numbers `shareUnits` gives. */
const SHARE_BITS = 64n;
/** Digits beyond which a decimal exponent is no share: SafeFloat keeps 21 digits and shares stand for u64 amounts. */
const MAX_EXPONENT = 30n;
const MIN_EXPONENT = -200n;

/**
 * Shares in units of 2^-64, rounded down, from any shape they were ever stored in: whole numbers (spec 218), U64F64
 * `{ bits }`, or SafeFloat `{ mantissa, exponent }` (value = mantissa x 10^exponent).
 */
export function shareUnits(value: unknown): bigint {
  if (typeof value === 'bigint') return positive(value) << SHARE_BITS;
  const record = recordOf(value);
  if (record['bits'] !== undefined) return positive(needInt(record, 'bits'));
  const mantissa = positive(needInt(record, 'mantissa'));
  const exponent = needInt(record, 'exponent');
  if (mantissa === 0n || exponent < MIN_EXPONENT) return 0n;
  if (exponent > MAX_EXPONENT) throw new ScaleError('shares beyond reason');
  const scaled = mantissa << SHARE_BITS;
  return exponent >= 0n ? scaled * 10n ** exponent : scaled / 10n ** -exponent;
}

function positive(value: bigint): bigint {
  if (value < 0n) throw new ScaleError('negative shares');
  return value;
}
