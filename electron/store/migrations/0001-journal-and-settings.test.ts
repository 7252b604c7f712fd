import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../database.ts';
import { journalAndSettings } from './0001-journal-and-settings.ts';
import { MIGRATIONS } from './index.ts';

const columnsOf = (database: InstanceType<typeof DatabaseSync>, table: string): string[] =>
  (database.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);

test('the first step makes an empty file into the journal and the settings', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, [journalAndSettings]);
  expect(columnsOf(database, 'journal')).toEqual([
    'tx_id',
    'network',
    'genesis',
    'intent',
    'call',
    'extrinsic',
    'hash',
    'signer',
    'nonce',
    'birth_block',
    'death_block',
    'state',
    'final',
    'send_started_ms',
    'block_number',
    'block_hash',
    'fee',
    'received',
    'error',
    'events',
    'created_ms',
    'updated_ms',
  ]);
  expect(columnsOf(database, 'settings')).toEqual(['id', 'value', 'network_chosen']);
  migrate(database, [journalAndSettings]); // a second run finds nothing to do
});

test('a step that fails leaves the schema as it was', () => {
  const database = new DatabaseSync(':memory:');
  const broken = { version: 2, sql: 'CREATE TABLE half (id INTEGER); SELECT nothing FROM nowhere;' };
  expect(() => migrate(database, [journalAndSettings, broken])).toThrow();
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  expect(columnsOf(database, 'half')).toEqual([]);
});

test('steps are numbered without a gap', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
});
