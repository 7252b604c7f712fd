import { join } from 'node:path';
import * as z from 'zod';
import { readPlainFile, removeQuietly, replaceFile } from './files.ts';
import type { VaultFs } from './vault-fs.ts';

const ATTEMPTS_FILE = 'attempts.json';
const zAttempts = z.strictObject({ version: z.literal(1), failures: z.int().min(0) });

const FREE_ATTEMPTS = 5;
const MAX_WAIT_MS = 5 * 60_000;

/** How long to wait after so many wrong passwords in a row: none for four, then 1 s doubling to five minutes. */
export function waitAfter(failures: number): number {
  return failures < FREE_ATTEMPTS ? 0 : Math.min(MAX_WAIT_MS, 1000 * 2 ** Math.min(failures - FREE_ATTEMPTS, 20));
}

/**
 * Counts wrong passwords across restarts. It slows a person at the keyboard, nothing more (a thief has the file
 * and pays the KDF instead), so an unwritable count is no error, and nothing is ever deleted for guessing wrong.
 * Waits run on the monotonic clock; after a restart the last wait starts again.
 */
export class Attempts {
  readonly #fs: VaultFs;
  readonly #dir: string;
  readonly #nowMs: () => number;
  #failures: number | undefined;
  #blockedUntilMs = 0;

  constructor(fs: VaultFs, dir: string, nowMs: () => number) {
    this.#fs = fs;
    this.#dir = dir;
    this.#nowMs = nowMs;
  }

  /** Milliseconds until the next password may be tried. */
  waitMs(): number {
    this.#load();
    return Math.max(0, Math.ceil(this.#blockedUntilMs - this.#nowMs()));
  }

  async failed(): Promise<void> {
    const failures = this.#load() + 1;
    this.#failures = failures;
    this.#block(failures);
    try {
      const text = JSON.stringify({ version: 1, failures });
      await replaceFile(this.#fs, this.#dir, ATTEMPTS_FILE, Buffer.from(text));
    } catch {
      // counted in memory at least
    }
  }

  succeeded(): void {
    if (this.#load() === 0) return;
    this.#failures = 0;
    this.#blockedUntilMs = 0;
    removeQuietly(this.#fs, join(this.#dir, ATTEMPTS_FILE));
  }

  #load(): number {
    if (this.#failures === undefined) {
      this.#failures = this.#readCount();
      this.#block(this.#failures);
    }
    return this.#failures;
  }

  #block(failures: number): void {
    this.#blockedUntilMs = this.#nowMs() + waitAfter(failures);
  }

  #readCount(): number {
    try {
      const bytes = readPlainFile(this.#fs, join(this.#dir, ATTEMPTS_FILE), 1024);
      if (bytes === undefined) return 0;
      return zAttempts.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).failures;
    } catch {
      return FREE_ATTEMPTS; // unreadable: a short wait, never a lock-out
    }
  }
}
