import type { Netuid } from '../../../shared/units/index.ts';
import { toNetuid } from '../../../shared/units/index.ts';
import { fromHex } from '../scale/hex.ts';
import { ScaleReader } from '../scale/reader.ts';
import type { ReadAt } from './read-at.ts';
import { needStorage } from './storage-entry.ts';

/** Nodes refuse pages of more than 1000 keys; there are at most a few hundred subnets. */
const MAX_SUBNETS = 1000;

/** Netuids that exist, ascending, from SubtensorModule.NetworksAdded (the netuid is the last two bytes of the key). */
export async function getNetworkIds(at: ReadAt): Promise<readonly Netuid[]> {
  const entry = needStorage(at.runtime.codec, 'SubtensorModule', 'NetworksAdded');
  const keys = await at.keys(entry.key(), MAX_SUBNETS);
  const values = await at.storage(keys);
  return keys
    .filter((_, index) => entry.decode(values[index] ?? null) === true)
    .map(netuidOf)
    .sort((a, b) => a - b);
}

/** Netuids that exist or once did: the keys alone, in one request. */
export async function getNetworkKeys(at: ReadAt): Promise<readonly Netuid[]> {
  const entry = needStorage(at.runtime.codec, 'SubtensorModule', 'NetworksAdded');
  return (await at.keys(entry.key(), MAX_SUBNETS)).map(netuidOf).sort((a, b) => a - b);
}

function netuidOf(key: string): Netuid {
  return toNetuid(new ScaleReader(fromHex(key).slice(-2)).u16());
}
