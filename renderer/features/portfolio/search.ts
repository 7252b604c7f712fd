import { isRoot } from '../../../shared/units/index.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import type { PositionRow } from './rows.ts';

function textOf({ position, owner }: PositionRow): string {
  const { validatorName, hotkey, netuid, subnetName, coldkey } = position;
  const subnet = isRoot(netuid) ? 'root' : `sn${netuid} ${cleanText(subnetName).text}`;
  return `${cleanText(validatorName ?? '').text} ${hotkey} ${subnet} ${owner ?? ''} ${coldkey}`.toLowerCase();
}

/** Rows that hold every word of the search: names of validator, subnet and account, `SN12`, or a part of an address. */
export function searchRows(rows: readonly PositionRow[], search: string): readonly PositionRow[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  });
}
