import type { Migration } from './migration.ts';

/**
 * Readings that yields and rises of take are measured from. An epoch of a subnet is one row however often it was read;
 * amounts (u64) are decimal text. `take_samples` grows only when a take differs from the one before.
 * Frozen: a later change is a later migration.
 */
export const epochsAndTakes: Migration = {
  version: 3,
  sql: `
    CREATE TABLE epochs (
      id INTEGER PRIMARY KEY NOT NULL,
      genesis TEXT NOT NULL,
      netuid INTEGER NOT NULL,
      epoch_block INTEGER NOT NULL,
      period_blocks INTEGER NOT NULL,
      price TEXT NOT NULL,
      UNIQUE (genesis, netuid, epoch_block)
    ) STRICT;
    CREATE TABLE epoch_dividends (
      epoch_id INTEGER NOT NULL,
      hotkey TEXT NOT NULL,
      dividends TEXT NOT NULL,
      stake_after TEXT NOT NULL,
      root_dividends TEXT NOT NULL,
      PRIMARY KEY (epoch_id, hotkey)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE take_samples (
      id INTEGER PRIMARY KEY NOT NULL,
      genesis TEXT NOT NULL,
      hotkey TEXT NOT NULL,
      take INTEGER NOT NULL CHECK (take BETWEEN 0 AND 65535),
      block_number INTEGER NOT NULL,
      seen_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX take_samples_chain ON take_samples (genesis, id);
  `,
};
