import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/index.ts';

export interface InstanceLock {
  release(): void;
}

/**
 * One Soma per data folder. SQLite holds the operating system's lock on an empty file for us: it is gone with the process,
 * however that ends, so there is no stale lock to judge.
 * @throws AppError instance.already_running, disk.failed
 */
export function lockDataDir(dataDir: string): InstanceLock {
  let database: InstanceType<typeof DatabaseSync> | undefined;
  try {
    database = new DatabaseSync(join(dataDir, 'instance.lock'));
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    database?.close();
    const isTaken = cause instanceof Error && /locked|busy/iu.test(cause.message);
    throw new AppError(isTaken ? 'instance.already_running' : 'disk.failed', {}, { cause });
  }
  const held = database;
  return { release: () => held.close() };
}
