import nodeFs from 'node:fs';
import { AppError } from '../../../shared/errors/index.ts';

/** The system calls the vault makes, and no others; fault tests stand between. */
export interface VaultFs extends SyncCalls {
  /** New files and folders that must become durable. Asynchronous because only a FileHandle may still sync (below). */
  open(path: string, flags: string | number, mode?: number): Promise<VaultFile>;
}

export interface VaultFile {
  write(bytes: Uint8Array, offset: number, length: number): Promise<number>;
  /** Waits until the disk has it. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

type SyncCalls = Pick<
  typeof nodeFs,
  | 'openSync'
  | 'readSync'
  | 'writeSync'
  | 'closeSync'
  | 'fstatSync'
  | 'lstatSync'
  | 'renameSync'
  | 'linkSync'
  | 'unlinkSync'
  | 'mkdirSync'
  | 'chmodSync'
  | 'readdirSync'
>;

export const realFs: VaultFs = {
  openSync: nodeFs.openSync,
  readSync: nodeFs.readSync,
  writeSync: nodeFs.writeSync,
  closeSync: nodeFs.closeSync,
  fstatSync: nodeFs.fstatSync,
  lstatSync: nodeFs.lstatSync,
  renameSync: nodeFs.renameSync,
  linkSync: nodeFs.linkSync,
  unlinkSync: nodeFs.unlinkSync,
  mkdirSync: nodeFs.mkdirSync,
  chmodSync: nodeFs.chmodSync,
  readdirSync: nodeFs.readdirSync,
  open: async (path, flags, mode) => {
    const handle = await nodeFs.promises.open(path, flags, mode);
    return {
      write: async (bytes, offset, length) => (await handle.write(bytes, offset, length)).bytesWritten,
      sync: () => syncHandle(handle),
      close: () => handle.close(),
    };
  },
};

/**
 * Node's permission model refuses fs.fsync (since 20.20) but not FileHandle.sync. Should a later Node refuse that too,
 * file contents are still durable (O_SYNC at open) and renames still atomic; refusing to save would help nobody.
 */
async function syncHandle(handle: nodeFs.promises.FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (errnoOf(error) !== 'ERR_ACCESS_DENIED') throw error;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);

export function errnoOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return 'unknown';
  return typeof error.code === 'string' ? error.code : 'unknown';
}

export const isReadOnlyErrno = (error: unknown): boolean => READ_ONLY.has(errnoOf(error));

/** Translates an operating system's refusal; our own errors pass through. Paths stay out of the facts. */
export function toDiskError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const errno = errnoOf(error);
  if (FULL.has(errno)) return new AppError('disk.full', { errno }, { cause: error });
  if (READ_ONLY.has(errno)) return new AppError('disk.read_only', { errno }, { cause: error });
  return new AppError('disk.failed', { errno }, { cause: error });
}

/** Runs file work, translating what it throws. */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDiskError(error);
  }
}

export async function onDiskAsync<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toDiskError(error);
  }
}
