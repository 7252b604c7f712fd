import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../database.ts';
import { epochsAndTakes } from './0003-epochs-and-takes.ts';

test('the third step adds epochs, their dividends and takes', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA user_version = 2');
  migrate(database, [epochsAndTakes]);
  const columns = (table: string): string[] =>
    (database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);
  expect(columns('epochs')).toEqual(['id', 'genesis', 'netuid', 'epoch_block', 'period_blocks', 'price']);
  expect(columns('epoch_dividends')).toEqual(['epoch_id', 'hotkey', 'dividends', 'stake_after', 'root_dividends']);
  expect(columns('take_samples')).toEqual(['id', 'genesis', 'hotkey', 'take', 'block_number', 'seen_ms']);
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 });
});
