import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { isSettled } from '../../../copy/index.ts';

/**
 * Entries that came to their end since the journal was last read. `before` maps ids to whether they had ended then; at the
 * first reading there is nothing to tell, because what ended earlier was told earlier.
 */
export function newlySettled(
  before: ReadonlyMap<string, boolean> | undefined,
  entries: readonly JournalEntry[],
): readonly JournalEntry[] {
  if (before === undefined) return [];
  return entries.filter(({ txId, state, final }) => isSettled(state, final) && before.get(txId) !== true);
}
