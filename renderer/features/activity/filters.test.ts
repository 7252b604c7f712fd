import { describe, expect, it } from 'vitest';
import { type JournalEntry, TX_STATES } from '../../../shared/contract/index.ts';
import { filterEntries } from './filters.ts';

const entry = (txId: string, state: JournalEntry['state'], kind: string, coldkey = 'a') =>
  ({ txId, state, intent: { kind, coldkey } }) as unknown as JournalEntry;
const ids = (entries: readonly JournalEntry[]): string[] => entries.map(({ txId }) => txId);

describe('filterEntries', () => {
  const entries = [
    entry('1', 'sent', 'transfer.all'),
    entry('2', 'finalized', 'stake.add', 'b'),
    entry('3', 'expired', 'stake.remove'),
    entry('4', 'unknown', 'transfer.keepAlive'),
  ];

  it('keeps the order and combines state, kind and account', () => {
    expect(ids(filterEntries(entries, 'all', 'all', undefined))).toEqual(['1', '2', '3', '4']);
    expect(ids(filterEntries(entries, 'under_way', 'send', undefined))).toEqual(['1', '4']);
    expect(ids(filterEntries(entries, 'all', 'all', 'b'))).toEqual(['2']);
    expect(ids(filterEntries(entries, 'failed', 'unstake', 'a'))).toEqual(['3']);
  });

  it('finds every state under exactly one filter', () => {
    const all = TX_STATES.map((state) => entry(state, state, 'stake.add'));
    const groups = (['under_way', 'finalized', 'failed'] as const).flatMap((state) =>
      ids(filterEntries(all, state, 'all', undefined)),
    );
    expect(groups.sort()).toEqual([...TX_STATES].sort());
  });
});
