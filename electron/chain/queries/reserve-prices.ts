import { type Netuid, RAO_PER_TAO, type RaoPerAlpha, toRaoPerAlpha } from '../../../shared/units/index.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { needStorage } from './storage-entry.ts';

const ITEMS = ['SubnetMechanism', 'SubnetTAO', 'SubnetAlphaIn'] as const;

/** Price by reserves, for runtimes without the Swap pallet: TAO over alpha where the pool is dynamic, else 1. */
export async function getReservePrices(
  at: ReadAt,
  netuids: readonly Netuid[],
): Promise<ReadonlyMap<Netuid, RaoPerAlpha>> {
  const entries = ITEMS.map((item) => needStorage(at.runtime.codec, 'SubtensorModule', item));
  const keys = netuids.flatMap((netuid) => entries.map((entry) => entry.key(u16Bytes(netuid))));
  const values = await at.storage(keys);
  const integer = (row: number, column: number): bigint => {
    const value = entries[column]?.decode(values[row * ITEMS.length + column] ?? null);
    return typeof value === 'bigint' ? value : 0n;
  };
  return new Map(
    netuids.map((netuid, row) => [netuid, reservePrice(integer(row, 0), integer(row, 1), integer(row, 2))]),
  );
}

/** Rao per alpha, rounded down; a pool without alpha has no price. */
export function reservePrice(mechanism: bigint, tao: bigint, alpha: bigint): RaoPerAlpha {
  if (mechanism !== 1n) return toRaoPerAlpha(RAO_PER_TAO);
  return toRaoPerAlpha(alpha === 0n ? 0n : (tao * RAO_PER_TAO) / alpha);
}
