import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { readPlainFile, removeQuietly, tempName, writeSmallFile } from './files.ts';
import { errnoOf, type VaultFs } from './vault-fs.ts';

export const LOCK_FILE = 'vault.lock';
const MAX_LOCK_BYTES = 1024;

const zLock = z.strictObject({
  pid: z.int().min(1),
  boot: z.string().max(64),
  nonce: z.string().regex(/^[0-9a-f]{32}$/u),
});
type Lock = z.output<typeof zLock>;

export interface WriterLock {
  /** False once somebody else has taken over, which only happens to a process believed dead. */
  isHeld(): boolean;
  release(): void;
}

export interface LockWorld {
  readonly pid: number;
  /** Differs after every boot where the system can tell; a lock of another boot is stale whatever its pid. */
  readonly boot: string;
  isSameBoot(other: string): boolean;
  isAlive(pid: number): boolean;
}

/** A live process of another user cannot hold a lock in our 0700 folder: its number was reused. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // ESRCH: gone; EPERM: alive, but not ours
  }
}

function readLock(fs: VaultFs, path: string): Lock | undefined {
  const bytes = readPlainFile(fs, path, MAX_LOCK_BYTES);
  if (bytes === undefined) return undefined;
  try {
    const parsed = zLock.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // falls through: an unreadable lock was written by nobody who is still writing (it is linked in place whole)
  }
  return { pid: 0x7fffffff, boot: '', nonce: '0'.repeat(32) };
}

function tryLink(fs: VaultFs, from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the one writer's place, or answers undefined while another live process has it.
 * A dead holder's lock is replaced by whoever first links a claim named after that very lock: two late comers
 * cannot both win, and a slow one cannot remove its successor's lock.
 */
export function acquireWriterLock(fs: VaultFs, dir: string, world: LockWorld): WriterLock | undefined {
  const path = join(dir, LOCK_FILE);
  const mine: Lock = { pid: world.pid, boot: world.boot, nonce: randomBytes(16).toString('hex') };
  const own = tempName(path);
  try {
    writeSmallFile(fs, own, JSON.stringify(mine));
    const isStale = (lock: Lock): boolean =>
      !world.isSameBoot(lock.boot) || lock.pid === world.pid || !world.isAlive(lock.pid);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (tryLink(fs, own, path)) return holder(fs, path, mine);
      const current = readLock(fs, path);
      if (current === undefined) continue;
      if (!isStale(current)) return undefined;
      const claim = `${path}.claim-${current.nonce}`;
      if (tryLink(fs, own, claim)) {
        try {
          if (readLock(fs, path)?.nonce === current.nonce) {
            // rename of two links to one file does nothing, so the lock is a file of its own
            const copy = tempName(path);
            writeSmallFile(fs, copy, JSON.stringify(mine));
            fs.renameSync(copy, path);
            return holder(fs, path, mine);
          }
        } finally {
          removeQuietly(fs, claim);
        }
      } else {
        const claimant = readLock(fs, claim);
        if (claimant !== undefined && isStale(claimant)) removeQuietly(fs, claim);
      }
    }
    return undefined;
  } finally {
    removeQuietly(fs, own);
  }
}

function holder(fs: VaultFs, path: string, mine: Lock): WriterLock {
  const isHeld = (): boolean => readLock(fs, path)?.nonce === mine.nonce;
  return {
    isHeld,
    release: () => {
      if (isHeld()) removeQuietly(fs, path);
    },
  };
}
