import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../testing/bundle.ts';
import { KEY, tempFolder } from '../testing/samples.ts';
import { thisWorld } from '../worker/boot.ts';
import { openVault } from './seal.ts';
import { VaultStore } from './store.ts';
import { realFs } from './vault-fs.ts';

const RANDOM_KILLS = 40;
const MAX_BOUNDARIES = 120;

const root = tempFolder('work');
let script: string;

beforeAll(async () => {
  script = await bundle('testing/kill-entry.ts', join(root.path, 'kill-entry.mjs'));
});
afterAll(() => root.remove());

/** Runs the writer until it dies; `true` when it was killed, `false` when it finished. */
function run(dir: string, dieAt?: number, killAfterMs?: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = [script, dir, ...(dieAt === undefined ? [] : [String(dieAt)])];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.once('message', () => {
      if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`writer ended with ${code}`));
    });
  });
}

/** A successor takes over, finds a whole vault that opens, and leaves no half-written file. */
function inspect(dir: string): string {
  const store = new VaultStore(realFs, dir, thisWorld());
  const disk = store.read();
  store.close();
  expect(readdirSync(dir).filter((name) => name.includes('.tmp-'))).toEqual([]);
  if (disk.status !== 'ok') return disk.status;
  if (disk.previous !== undefined) expect(openVault(disk.previous, KEY)).toBeDefined();
  return openVault(disk.vault, KEY) === undefined ? 'unopened' : 'opens';
}

describe('a writer killed with SIGKILL', () => {
  it('leaves a vault that opens, whichever system call it was about to make', async () => {
    const dir = join(root.path, 'boundaries');
    let kills = 0;
    for (let dieAt = 0; dieAt < MAX_BOUNDARIES; dieAt += 1) {
      const wasKilled = await run(dir, dieAt);
      if (!wasKilled) break;
      kills += 1;
      expect(['opens', ...(kills < 60 ? ['missing'] : [])]).toContain(inspect(dir));
    }
    expect(kills).toBeGreaterThan(40);
    expect(inspect(dir)).toBe('opens');
  });

  it('leaves a vault that opens at random moments', async () => {
    const dir = join(root.path, 'random');
    await run(dir, MAX_BOUNDARIES * 10);
    for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
      await run(dir, undefined, Math.random() * 25);
      expect(inspect(dir)).toBe('opens');
    }
  });
});
