/** Fractional bits of the fixed-point numbers here. */
export const FRACTION_BITS = 160n;

/** 1 in fixed point. */
export const ONE = 1n << FRACTION_BITS;

/**
 * Bound on the total error of `powUp`, in fixed point: 2^-120. Each of the roughly hundred truncations below costs under
 * 2^-159, squarings and the exponent (at most 99) amplify that by under 2^12.
 */
const MARGIN = 1n << 40n;

const LN2 = 2n * atanhInverse(3n);

/** atanh(1/n) by its series. */
function atanhInverse(n: bigint): bigint {
  const square = n * n;
  let power = ONE / n;
  let sum = 0n;
  for (let k = 1n; power > 0n; k += 2n) {
    sum += power / k;
    power /= square;
  }
  return sum;
}

function mul(a: bigint, b: bigint): bigint {
  return (a * b) >> FRACTION_BITS;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** -ln(x) for a fixed-point x in (0, 1]. */
export function negativeLn(x: bigint): bigint {
  if (x <= 0n || x > ONE) throw new RangeError('logarithm outside (0, 1]');
  // x = m / 2^k with m in [1, 2), then ln m = 2 atanh((m - 1) / (m + 1)).
  const k = FRACTION_BITS + 1n - BigInt(bitLength(x));
  const m = x << k;
  const s = ((m - ONE) << FRACTION_BITS) / (m + ONE);
  const square = mul(s, s);
  let power = s;
  let sum = 0n;
  for (let n = 1n; power > 0n; n += 2n) {
    sum += power / n;
    power = mul(power, square);
  }
  return k * LN2 - 2n * sum;
}

const HALVINGS = 6n;

/** e^-y for a fixed-point y >= 0. */
export function expNegative(y: bigint): bigint {
  const whole = y / LN2;
  if (whole > FRACTION_BITS) return 0n;
  const rest = (y - whole * LN2) >> HALVINGS;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term > 0n; n += 1n) {
    term = mul(term, rest) / n;
    sum += n % 2n === 1n ? -term : term;
  }
  for (let n = 0n; n < HALVINGS; n += 1n) sum = mul(sum, sum);
  return sum >> whole;
}

/**
 * An upper bound of (numerator / denominator) ^ (top / bottom) in fixed point, for a base in (0, 1] and a positive exponent.
 * Above the true value by at most 2^-119: what is bought with it is rounded against the buyer.
 */
export function powUp(numerator: bigint, denominator: bigint, top: bigint, bottom: bigint): bigint {
  const base = ((numerator << FRACTION_BITS) + denominator - 1n) / denominator;
  if (base >= ONE) return ONE;
  if (top === bottom) return base;
  const power = expNegative((negativeLn(base) * top) / bottom) + MARGIN;
  return power > ONE ? ONE : power;
}
