import { type Netuid, toNetuid } from '../../../shared/units/index.ts';
import type { StorageEntry } from '../scale/codec.ts';
import { fromHex } from '../scale/hex.ts';
import { ScaleError, ScaleReader } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';

/** Nodes refuse pages of more than 1000 keys; there are at most a few hundred subnets. */
const MAX_SUBNETS = 1000;

/** Netuids under an account in a map (account, netuid) whose last key is plain, ascending. Only keys are read. */
export async function getSubnetsUnder(
  at: ReadAt,
  entry: StorageEntry | undefined,
  account: Uint8Array,
): Promise<readonly Netuid[]> {
  if (entry === undefined) return [];
  const keys = await at.keys(entry.key(account), MAX_SUBNETS);
  const netuids = keys.map((key) => {
    const netuid = toNetuid(new ScaleReader(fromHex(key).slice(-2)).u16());
    if (entry.key(account, u16Bytes(netuid)) !== key) throw new ScaleError('a key is not of its map');
    return netuid;
  });
  return [...new Set(netuids)].sort((a, b) => a - b);
}
