import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { newlySettled } from './newly-settled.ts';

const entry = (txId: string, state: JournalEntry['state'], final = false) => ({ txId, state, final }) as JournalEntry;
const ids = (entries: readonly JournalEntry[]): string[] => entries.map(({ txId }) => txId);

describe('newlySettled', () => {
  it('tells nothing at the first reading', () => {
    expect(newlySettled(undefined, [entry('a', 'finalized', true)])).toEqual([]);
  });

  it('tells each end once', () => {
    const known = new Map([
      ['a', false],
      ['b', true],
    ]);
    const now = [entry('a', 'finalized', true), entry('b', 'finalized', true), entry('c', 'expired')];
    expect(ids(newlySettled(known, now))).toEqual(['a', 'c']);
  });

  it('waits for the final block of a failure', () => {
    const known = new Map([['a', false]]);
    expect(newlySettled(known, [entry('a', 'failed', false)])).toEqual([]);
    expect(ids(newlySettled(known, [entry('a', 'failed', true)]))).toEqual(['a']);
  });
});
