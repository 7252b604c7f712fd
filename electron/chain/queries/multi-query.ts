import type { ReadAt } from './read-at.ts';
import { needStorage } from './storage-entry.ts';

/** One item of SubtensorModule at several keys; `keys[i]` are the encoded keys of value i. */
export interface Query {
  readonly item: string;
  readonly keys: readonly (readonly Uint8Array[])[];
}

/**
 * Values of several storage items in one wave, decoded, in the order asked.
 * @throws AppError chain.capability_missing when the runtime has no such item
 */
export async function multiQuery(at: ReadAt, queries: readonly Query[]): Promise<readonly (readonly unknown[])[]> {
  const entries = queries.map(({ item }) => needStorage(at.runtime.codec, 'SubtensorModule', item));
  const wanted = queries.flatMap(({ keys }, index) => keys.map((key) => entries[index]?.key(...key) ?? ''));
  const values = await at.storage(wanted);
  let next = 0;
  return queries.map(({ keys }, index) =>
    keys.map(() => {
      const value = entries[index]?.decode(values[next] ?? null);
      next += 1;
      return value;
    }),
  );
}

/** An integer, 0 where nothing is stored. */
export const asInt = (value: unknown): bigint => (typeof value === 'bigint' ? value : 0n);
