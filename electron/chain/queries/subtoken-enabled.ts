import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';

/** Subnets whose trading is on. Runtimes from before the switch trade always; root always does. */
export async function getStartedSubnets(at: ReadAt, netuids: readonly Netuid[]): Promise<ReadonlySet<Netuid>> {
  const entry = at.runtime.codec.storage('SubtensorModule', 'SubtokenEnabled');
  if (entry === undefined) return new Set(netuids);
  const values = await at.storage(netuids.map((netuid) => entry.key(u16Bytes(netuid))));
  return new Set(netuids.filter((netuid, at) => isRoot(netuid) || entry.decode(values[at] ?? null) === true));
}
