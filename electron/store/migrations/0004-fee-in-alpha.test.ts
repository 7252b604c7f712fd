import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../database.ts';
import { openJournal } from '../journal.ts';
import { journalRecord } from '../journal-record.test-support.ts';
import { toRow } from '../journal-row.ts';
import { feeInAlpha } from './0004-fee-in-alpha.ts';
import { MIGRATIONS } from './index.ts';

test('the fourth step adds the alpha that paid a fee, and rows of before say nothing of it', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS.slice(0, 3));
  const { fee_in_alpha: _later, ...old } = toRow(journalRecord());
  const columns = Object.keys(old);
  database
    .prepare(`INSERT INTO journal (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(old));
  migrate(database, [...MIGRATIONS.slice(0, 3), feeInAlpha]);
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 4 });
  expect(openJournal(database).list()).toEqual([
    expect.objectContaining({ txId: 'tx-00000001', feeInAlpha: undefined }),
  ]);
});
