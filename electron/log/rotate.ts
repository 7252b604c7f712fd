import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 2 * 1024 * 1024;
const KEEP = 3;

/** Path of the log to append to; a full one is moved aside first, and the oldest dropped. */
export function rotatedLogFile(dir: string, maxBytes: number = MAX_BYTES): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, 'soma.log');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < maxBytes) return path;
  const numbered = (index: number): string => join(dir, `soma.${index}.log`);
  rmSync(numbered(KEEP), { force: true });
  for (let index = KEEP - 1; index >= 1; index -= 1) moveIfThere(numbered(index), numbered(index + 1));
  moveIfThere(path, numbered(1));
  return path;
}

function moveIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to);
}
