import type { Netuid } from '../../../../shared/units/index.ts';

/** Each once and sorted, as the runtime's ordered sets are encoded. */
export function ascending(netuids: readonly Netuid[]): Netuid[] {
  return [...new Set(netuids)].sort((a, b) => a - b);
}
