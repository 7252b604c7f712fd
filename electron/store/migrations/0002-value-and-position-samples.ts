import type { Migration } from './migration.ts';

/**
 * Local samples of what accounts and positions were worth. Amounts (u64) and shares (scaled by 2^64) are decimal text;
 * heights and times are integers. `coldkey` '' stands for all accounts together. A position's address texts are kept once.
 * `earned` and `gaps` are running sums since the position's first sample, so that dropping samples in between loses nothing.
 * `sampled_blocks` names the block of the newest samples, to find those a fork has dropped.
 * Frozen: a later change is a later migration.
 */
export const valueAndPositionSamples: Migration = {
  version: 2,
  sql: `
    CREATE TABLE value_samples (
      genesis TEXT NOT NULL,
      coldkey TEXT NOT NULL,
      block_number INTEGER NOT NULL,
      time_ms INTEGER NOT NULL,
      free TEXT NOT NULL,
      reserved TEXT NOT NULL,
      staked_spot TEXT NOT NULL,
      staked_exit TEXT,
      PRIMARY KEY (genesis, coldkey, block_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX value_samples_time ON value_samples (genesis, coldkey, time_ms);
    CREATE TABLE sampled_positions (
      id INTEGER PRIMARY KEY NOT NULL,
      genesis TEXT NOT NULL,
      coldkey TEXT NOT NULL,
      hotkey TEXT NOT NULL,
      netuid INTEGER NOT NULL,
      UNIQUE (genesis, coldkey, hotkey, netuid)
    ) STRICT;
    CREATE TABLE position_samples (
      position_id INTEGER NOT NULL,
      block_number INTEGER NOT NULL,
      time_ms INTEGER NOT NULL,
      alpha TEXT NOT NULL,
      shares TEXT NOT NULL,
      price TEXT NOT NULL,
      nonce INTEGER NOT NULL,
      earned TEXT NOT NULL,
      gaps INTEGER NOT NULL,
      PRIMARY KEY (position_id, block_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX position_samples_time ON position_samples (position_id, time_ms);
    CREATE TABLE sampled_blocks (
      genesis TEXT NOT NULL,
      block_number INTEGER NOT NULL,
      block_hash TEXT NOT NULL,
      PRIMARY KEY (genesis, block_number)
    ) STRICT, WITHOUT ROWID;
  `,
};
