import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** Runs statements so that either all of them are on disk or none. @throws what `action` throws, after undoing it */
export function inTransaction<T>(database: DatabaseSyncInstance, action: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
