import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function need(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing; start the bench with npm run bench`);
  return value;
}

/** The checkout; `scripts/bench.mjs` names it, since this runs from a bundle. */
export const root = (): string => need('SOMA_ROOT');
export const browserPath = (): string => need('SOMA_BROWSER');
export const builtScript = (name: string): string => join(root(), 'dist/bench', name);

/** Runs `work` with a folder that is gone afterwards. */
export async function withTempDir<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'soma-bench-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
