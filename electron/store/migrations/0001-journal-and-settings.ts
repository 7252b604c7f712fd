import type { Migration } from './migration.ts';

/**
 * First schema. Amounts (u64) are decimal text, because SQLite integers are signed 64-bit; heights and times are integers.
 * `send_started_ms` is written before the first byte is sent: without it a row was certainly never sent.
 * Frozen: a later change is a later migration.
 */
export const journalAndSettings: Migration = {
  version: 1,
  sql: `
    CREATE TABLE journal (
      tx_id TEXT PRIMARY KEY NOT NULL,
      network TEXT NOT NULL,
      genesis TEXT NOT NULL,
      intent TEXT NOT NULL,
      call TEXT NOT NULL,
      extrinsic BLOB NOT NULL,
      hash TEXT NOT NULL,
      signer TEXT NOT NULL,
      nonce INTEGER NOT NULL,
      birth_block INTEGER NOT NULL,
      death_block INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('signed', 'sent', 'in_block', 'finalized', 'failed', 'expired', 'unknown')),
      final INTEGER NOT NULL CHECK (final IN (0, 1)),
      send_started_ms INTEGER,
      block_number INTEGER,
      block_hash TEXT,
      fee TEXT,
      received TEXT,
      error TEXT,
      events TEXT NOT NULL,
      created_ms INTEGER NOT NULL,
      updated_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX journal_hash ON journal (genesis, hash);
    CREATE INDEX journal_newest ON journal (created_ms DESC, tx_id);
    CREATE INDEX journal_pending ON journal (genesis) WHERE final = 0;
    CREATE TABLE settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      value TEXT NOT NULL,
      network_chosen INTEGER NOT NULL CHECK (network_chosen IN (0, 1))
    ) STRICT;
  `,
};
