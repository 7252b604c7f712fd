import type { StateReader } from '../port.ts';
import { NetworksAdded } from '../storage/subnet.ts';

/** Netuids in existence, ascending, root first. */
export function netuids(state: StateReader): number[] {
  return [...NetworksAdded.entries(state)]
    .filter(([, added]) => added)
    .map(([[netuid]]) => netuid)
    .sort((a, b) => a - b);
}
