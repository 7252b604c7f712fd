import { AppError, type AppErrorCode } from '../../shared/errors/index.ts';

/** SQLite primary result codes (low byte of `errcode`) that mean something to a person. */
const BY_RESULT: Readonly<Record<number, AppErrorCode>> = {
  5: 'instance.already_running', // SQLITE_BUSY: another process writes
  6: 'instance.already_running', // SQLITE_LOCKED
  8: 'disk.read_only', // SQLITE_READONLY
  11: 'store.damaged', // SQLITE_CORRUPT
  13: 'disk.full', // SQLITE_FULL
  26: 'store.damaged', // SQLITE_NOTADB
};

const BY_ERRNO: Readonly<Record<string, AppErrorCode>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EROFS: 'disk.read_only',
  EACCES: 'disk.read_only',
  EPERM: 'disk.read_only',
};

function codeOf(error: unknown): AppErrorCode {
  if (typeof error !== 'object' || error === null) return 'disk.failed';
  const { errcode, sqliteCode, code } = error as { errcode?: unknown; sqliteCode?: unknown; code?: unknown };
  const result = typeof errcode === 'number' ? errcode : sqliteCode;
  if (typeof result === 'number') return BY_RESULT[result & 0xff] ?? 'disk.failed';
  return (typeof code === 'string' ? BY_ERRNO[code] : undefined) ?? 'disk.failed';
}

/** Runs what touches the disk and turns what SQLite or the system throws into disk.* or store.*. @throws AppError */
export function onDisk<T>(action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw AppError.find(cause) ?? new AppError(codeOf(cause), {}, { cause });
  }
}
