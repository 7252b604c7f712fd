/** Extrinsic mortality: a window of `period` blocks that begins where `block % period == phase`. */
export type Era =
  | { readonly mortal: false }
  | { readonly mortal: true; readonly period: number; readonly phase: number };

/** @throws RangeError when the two bytes describe no era. */
export function decodeEra(first: number, next: () => number): Era {
  if (first === 0) return { mortal: false };
  const encoded = first + (next() << 8);
  const period = 2 << (encoded % 16);
  const quantum = Math.max(period >> 12, 1);
  const phase = (encoded >> 4) * quantum;
  if (period < 4 || phase >= period) throw new RangeError('no such era');
  return { mortal: true, period, phase };
}

/** First block in which the signature counts, seen from `current`. */
export function birthOf(era: Era, current: number): number {
  if (!era.mortal) return 0;
  return Math.floor((Math.max(current, era.phase) - era.phase) / era.period) * era.period + era.phase;
}

/** First block in which it no longer counts. */
export function deathOf(era: Era, current: number): number {
  return era.mortal ? birthOf(era, current) + era.period : Number.POSITIVE_INFINITY;
}
