import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/index.ts';
import { errnoOf, isReadOnlyErrno, type VaultFs } from './vault-fs.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const TEMP_MARK = '.tmp-';
const isPosix = process.platform !== 'win32';

const isOurs = (stat: Stats): boolean => process.getuid === undefined || stat.uid === process.getuid();

/** Makes the folder with mode 0700, or tightens it. @throws AppError disk.failed for a link or another owner's folder. */
export function ensureFolder(fs: VaultFs, dir: string): void {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: FOLDER_MODE });
  } catch (error) {
    if (!isReadOnlyErrno(error) && errnoOf(error) !== 'EEXIST') throw error;
  }
  const stat = fs.lstatSync(dir);
  if (!stat.isDirectory() || !isOurs(stat)) throw new AppError('disk.failed', { reason: 'unsafe_folder' });
  if (isPosix && (stat.mode & 0o077) !== 0) fs.chmodSync(dir, FOLDER_MODE);
}

/**
 * Reads a small file, or answers undefined when there is none. Links, pipes, folders and other owners' files are
 * refused before a byte is read, and again on the open descriptor. @throws AppError disk.failed
 */
export function readPlainFile(fs: VaultFs, path: string, maxBytes: number): Uint8Array | undefined {
  try {
    assertPlain(fs.lstatSync(path));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const noFollow = isPosix ? constants.O_NOFOLLOW | constants.O_NONBLOCK : 0;
  const fd = fs.openSync(path, constants.O_RDONLY | noFollow);
  try {
    const stat = fs.fstatSync(fd);
    assertPlain(stat);
    const out = Buffer.alloc(Math.min(stat.size, maxBytes + 1));
    let filled = 0;
    while (filled < out.length) {
      const got = fs.readSync(fd, out, filled, out.length - filled, null);
      if (got === 0) break;
      filled += got;
    }
    return out.subarray(0, filled);
  } finally {
    fs.closeSync(fd);
  }
}

function assertPlain(stat: Stats): void {
  if (!stat.isFile() || !isOurs(stat)) throw new AppError('disk.failed', { reason: 'unsafe_file' });
}

const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (isPosix ? constants.O_SYNC : 0);

export const tempName = (path: string): string => `${path}${TEMP_MARK}${randomBytes(8).toString('hex')}`;

/** Writes a new 0600 file beside `path` and makes it durable; answers its name. It replaces nothing yet. */
export async function writeTemp(fs: VaultFs, path: string, bytes: Uint8Array): Promise<string> {
  const temp = tempName(path);
  const file = await fs.open(temp, CREATE, FILE_MODE);
  try {
    try {
      let done = 0;
      while (done < bytes.length) done += await file.write(bytes, done, bytes.length - done);
      await file.sync();
    } finally {
      await file.close();
    }
    return temp;
  } catch (error) {
    removeQuietly(fs, temp);
    throw error;
  }
}

/** A new 0600 file that need not survive a power cut. */
export function writeSmallFile(fs: VaultFs, path: string, text: string): void {
  const fd = fs.openSync(path, 'wx', FILE_MODE);
  try {
    fs.writeSync(fd, Buffer.from(text));
  } finally {
    fs.closeSync(fd);
  }
}

/** Puts `bytes` at `path` so that after a crash either the old or the new file stands there, whole. */
export async function replaceFile(fs: VaultFs, dir: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(dir, name);
  const temp = await writeTemp(fs, path, bytes);
  try {
    fs.renameSync(temp, path);
  } catch (error) {
    removeQuietly(fs, temp);
    throw error;
  }
  await syncFolder(fs, dir);
}

/** Makes renames durable. Windows has no such call and its file systems journal renames. */
export async function syncFolder(fs: VaultFs, dir: string): Promise<void> {
  if (!isPosix) return;
  const folder = await fs.open(dir, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export function removeQuietly(fs: VaultFs, path: string): void {
  try {
    fs.unlinkSync(path);
  } catch {
    // already gone, or the disk refuses: the caller's own error says what matters
  }
}

/** Removes half-written files a crash left behind. Only the holder of the writer lock may call this. */
export function removeTemps(fs: VaultFs, dir: string, names: readonly string[]): void {
  for (const entry of fs.readdirSync(dir)) {
    if (names.some((name) => entry.startsWith(`${name}${TEMP_MARK}`))) removeQuietly(fs, join(dir, entry));
  }
}
