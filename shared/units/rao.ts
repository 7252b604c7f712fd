import type { Branded } from './brand.ts';

/** TAO in base units: 1 TAO = 1e9 rao. Never an alpha amount. */
export type Rao = Branded<bigint, 'Rao'>;

export const RAO_PER_TAO = 1_000_000_000n;
export const TAO_DECIMALS = 9;
/** The runtime's balance type is u64; anything above cannot exist on chain. */
export const MAX_U64 = (1n << 64n) - 1n;

/** @throws RangeError if `value` is outside u64; a balance out of range is a decoding fault, not an amount. */
export function toRao(value: bigint): Rao {
  if (value < 0n || value > MAX_U64) throw new RangeError(`not a u64 amount of rao: ${value}`);
  return value as Rao;
}

export const ZERO_RAO = toRao(0n);

/** Sum in rao, capped at u64, which only spot values of drained pools can reach. */
export function addRao(a: Rao, b: Rao): Rao {
  const sum = a + b;
  return toRao(sum < MAX_U64 ? sum : MAX_U64);
}

/** Difference in rao, never below zero: what is left after taking `b` from `a`. */
export function subRaoFloor(a: Rao, b: Rao): Rao {
  return a > b ? toRao(a - b) : ZERO_RAO;
}
