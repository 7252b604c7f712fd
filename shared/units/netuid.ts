import type { Branded } from './brand.ts';

/** Subnet number (u16). Root is 0. */
export type Netuid = Branded<number, 'Netuid'>;

/** @throws RangeError unless an integer in 0..65535. */
export function toNetuid(value: number): Netuid {
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new RangeError(`not a netuid: ${value}`);
  return value as Netuid;
}

export const ROOT_NETUID = toNetuid(0);

export function isRoot(netuid: Netuid): boolean {
  return netuid === ROOT_NETUID;
}
