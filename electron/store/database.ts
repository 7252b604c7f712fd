import { chmodSync, closeSync, constants, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/index.ts';
import { onDisk } from './disk-errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export const FILE_NAME = 'soma.sqlite';
const BUSY_MS = 2000;

/** The file is made 0600 before SQLite sees it; its -wal and -shm take the same mode from it. */
function createPrivate(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, FILE_NAME);
  closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600));
  if (process.platform !== 'win32') {
    chmodSync(path, 0o600); // a file from a careless backup may be wider
    const folder = openSync(dataDir, constants.O_RDONLY);
    try {
      fsyncSync(folder); // the name itself must survive a power cut
    } finally {
      closeSync(folder);
    }
  }
  return path;
}

function versionOf(database: DatabaseSyncInstance): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Brings the schema up to date, one transaction a step. @throws AppError store.from_future */
export function migrate(database: DatabaseSyncInstance, steps: readonly Migration[] = MIGRATIONS): void {
  const found = versionOf(database);
  const newest = steps.at(-1)?.version ?? 0;
  if (found > newest) throw new AppError('store.from_future', { found, supported: newest });
  for (const step of steps.filter(({ version }) => version > found)) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(step.sql);
      database.exec(`PRAGMA user_version = ${step.version}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}

function assertSound(database: DatabaseSyncInstance): void {
  const row = database.prepare('PRAGMA quick_check(1)').get() as { quick_check?: unknown } | undefined;
  if (row?.quick_check !== 'ok') throw new AppError('store.damaged');
}

/**
 * Opens `dataDir`/soma.sqlite: write-ahead log, and `synchronous=FULL` so that a committed journal row survives a power cut.
 * @throws AppError store.damaged, store.from_future, disk.*
 */
export function openDatabase(dataDir: string): DatabaseSyncInstance {
  return onDisk(() => {
    const database = new DatabaseSync(createPrivate(dataDir), { timeout: BUSY_MS });
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;');
      assertSound(database);
      migrate(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}
