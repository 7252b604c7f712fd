import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../database.ts';
import { valueAndPositionSamples } from './0002-value-and-position-samples.ts';
import { MIGRATIONS } from './index.ts';

test('the second step adds samples of value and of positions', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA user_version = 1');
  migrate(database, [valueAndPositionSamples]);
  const columns = (table: string): string[] =>
    (database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);
  const moment = ['block_number', 'time_ms'];
  expect(columns('value_samples')).toEqual([
    ...['genesis', 'coldkey', ...moment],
    ...['free', 'reserved', 'staked_spot', 'staked_exit'],
  ]);
  expect(columns('sampled_positions')).toEqual(['id', 'genesis', 'coldkey', 'hotkey', 'netuid']);
  expect(columns('position_samples')).toEqual([
    ...['position_id', ...moment],
    ...['alpha', 'shares', 'price', 'nonce', 'earned', 'gaps'],
  ]);
  expect(columns('sampled_blocks')).toEqual(['genesis', 'block_number', 'block_hash']);
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
});

test('a file of the first version keeps its journal and settings through the later steps', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS.slice(0, 1));
  database.exec(`INSERT INTO settings VALUES (1, '{"theme":"dark"}', 1)`);
  migrate(database);
  expect(database.prepare('SELECT value FROM settings').get()).toEqual({ value: '{"theme":"dark"}' });
  expect(database.prepare('SELECT count(*) AS rows FROM position_samples').get()).toEqual({ rows: 0 });
});
