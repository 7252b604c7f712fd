import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Many times what a network in use comes to; more is not ours. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The file's bytes, or undefined when there is none.
 * @throws Error when it cannot be read or is too large
 */
export function readStateFile(path: string): Uint8Array | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > MAX_BYTES) throw new Error('not a state file');
  return readFileSync(path);
}

/**
 * Puts `bytes` in the place of the file, whole or not at all, readable by its owner only; makes the folder if need be.
 * @throws Error of the file system
 */
export function writeStateFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // A name of its own: the process of a run that was killed may still be at its last write.
  const temp = `${path}.${process.pid}.tmp`;
  try {
    rmSync(temp, { force: true });
    const file = openSync(temp, 'wx', 0o600);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file); // else the new name may outlive a power cut without the bytes
    } finally {
      closeSync(file);
    }
    renameSync(temp, path);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}

/** Keeps what could not be used for whoever wants to look at it. @throws Error of the file system */
export function setAside(path: string): void {
  renameSync(path, `${path}.damaged`);
}

/** Removes what writes that were interrupted left behind. */
export function clearLeftovers(path: string): void {
  const folder = dirname(path);
  const begin = `${basename(path)}.`;
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(begin) && /^\d+\.tmp$/u.test(name.slice(begin.length))) rmSync(join(folder, name));
    }
  } catch {
    // No such folder yet, or somebody else's: they only take up room.
  }
}
