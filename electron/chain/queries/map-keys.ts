import { type Netuid, toNetuid } from '../../../shared/units/index.ts';
import { fromHex } from '../scale/hex.ts';
import { ScaleReader } from '../scale/reader.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

/** Nodes refuse pages of more than 1000 keys; nothing here has more entries than there are subnets. */
const PAGE = 1000;

export interface SubnetValue {
  readonly netuid: Netuid;
  readonly value: unknown;
}

/**
 * Entries of maps (account, netuid) below each account, decoded: one wave for the keys, one for the values. The netuid is
 * the last two bytes of a key (hasher Identity). Accounts keep the order asked; an absent map has no entries.
 */
export async function valuesBySubnet(
  at: ReadAt,
  item: string,
  accounts: readonly string[],
): Promise<readonly (readonly SubnetValue[])[]> {
  const entry = at.runtime.codec.storage('SubtensorModule', item);
  if (entry === undefined) return accounts.map(() => []);
  const lists = await Promise.all(accounts.map((account) => at.keys(entry.key(keyBytes(account)), PAGE)));
  const values = await at.storage(lists.flat());
  let next = 0;
  return lists.map((keys) =>
    keys.map((key) => {
      const value = entry.decode(values[next] ?? null);
      next += 1;
      return { netuid: netuidOf(key), value };
    }),
  );
}

/** The netuid that a key ends with. */
export function netuidOf(key: string): Netuid {
  return toNetuid(new ScaleReader(fromHex(key).slice(-2)).u16());
}
