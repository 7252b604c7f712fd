import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { JournalEntry } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';

export interface JournalCache {
  /** Newest first; undefined until read. */
  readonly entries: readonly JournalEntry[] | undefined;
  readonly error: AppErrorShape | undefined;
}

const EMPTY: JournalCache = { entries: undefined, error: undefined };

export const journalStore = createStore<JournalCache>(() => EMPTY);

export function clearJournal(): void {
  journalStore.setState(EMPTY);
}

export function useJournal(): JournalCache {
  return useStore(journalStore);
}
