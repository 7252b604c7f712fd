/** An exact, non-negative fraction; `den` is above zero. */
export interface Rate {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO_RATE: Rate = { num: 0n, den: 1n };

export function compareRates(a: Rate, b: Rate): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function addRates(a: Rate, b: Rate): Rate {
  if (a.den === b.den) return { num: a.num + b.num, den: a.den };
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

/** The middle one; of two in the middle the lower, so that the answer is a rate that was really measured. */
export function medianRate(rates: readonly Rate[]): Rate | undefined {
  const sorted = [...rates].sort(compareRates);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
