import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errnoError, faultFs } from '../testing/fault-fs.ts';
import { codeOf, KEY, sampleContent, tempFolder, world } from '../testing/samples.ts';
import { openVault, sealVault } from './seal.ts';
import { PREVIOUS_FILE, VAULT_FILE, VaultStore, type WriteOptions } from './store.ts';
import { realFs, type VaultFs } from './vault-fs.ts';
import { acquireWriterLock, LOCK_FILE } from './writer-lock.ts';

const verify: WriteOptions['verify'] = (vault) => openVault(vault, KEY) !== undefined;
/** Modes, owners and pipes are not Windows' own. */
const onPosix = it.skipIf(process.platform === 'win32');
const isRoot = process.getuid?.() === 0;
let folder: ReturnType<typeof tempFolder>;
let nextPid = 1000;

beforeEach(() => {
  folder = tempFolder('kéys ключи');
});
afterEach(() => folder.remove());

function openStore(fs: VaultFs = realFs): VaultStore {
  nextPid += 1;
  return new VaultStore(fs, folder.path, world(nextPid));
}

/** Writes the next generation over whatever stands there. */
async function save(store: VaultStore, previous: WriteOptions['previous'] = 'keep'): Promise<number> {
  const disk = store.read();
  const generation = disk.status === 'ok' ? disk.vault.header.generation + 1 : 1;
  const replaces = disk.status === 'ok' ? disk.vault.checksum : undefined;
  await store.write(sealVault(sampleContent(generation), KEY), { replaces, verify, previous });
  return generation;
}

function generationNow(): number | string {
  const store = openStore();
  const disk = store.read();
  store.close();
  return disk.status === 'ok' && verify(disk.vault) ? disk.vault.header.generation : disk.status;
}

const modeOf = (name: string): number => statSync(join(folder.path, name)).mode & 0o777;
const tempsLeft = (): string[] => readdirSync(folder.path).filter((name) => name.includes('.tmp-'));

async function threeGenerations(): Promise<void> {
  const store = openStore();
  for (let count = 0; count < 3; count += 1) await save(store);
  store.close();
}

describe('vault store', () => {
  onPosix.each([0o000, 0o077])('makes 0700 and 0600 under umask %s', async (umask) => {
    const before = process.umask(umask);
    try {
      const store = openStore();
      await save(store);
      await save(store);
      expect([VAULT_FILE, PREVIOUS_FILE, LOCK_FILE].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
      expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    } finally {
      process.umask(before);
    }
  });

  onPosix('tightens a folder that others can read', async () => {
    mkdirSync(folder.path, { recursive: true });
    chmodSync(folder.path, 0o755);
    await save(openStore());
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  });

  it('keeps the generation before, and on request no longer', async () => {
    const store = openStore();
    await save(store);
    await save(store);
    expect(store.read().previous?.header.generation).toBe(1);
    await save(store, 'refresh');
    expect(store.read().previous?.header.generation).toBe(3);
  });

  it('offers and restores the generation before when the file is damaged, and keeps the damaged one', async () => {
    await threeGenerations();
    writeFileSync(join(folder.path, VAULT_FILE), 'garbage');
    const store = openStore();
    expect(store.read().status).toBe('damaged');
    await store.restorePrevious();
    expect(store.read().status).toBe('ok');
    store.close();
    expect(generationNow()).toBe(2);
    const kept = readdirSync(folder.path).find((name) => name.startsWith('vault.damaged-')) ?? 'none';
    expect(readFileSync(join(folder.path, kept), 'utf8')).toBe('garbage');
  });

  it('calls a missing file damaged while the generation before is there', async () => {
    await threeGenerations();
    unlinkSync(join(folder.path, VAULT_FILE));
    expect(openStore().read()).toMatchObject({ status: 'damaged', previous: { header: { generation: 2 } } });
  });

  it('never restores over a vault that is whole', async () => {
    await threeGenerations();
    expect(await codeOf(() => openStore().restorePrevious())).toBe('vault.exists');
  });

  it('refuses to write over a file that changed since it was read', async () => {
    const store = openStore();
    await save(store);
    copyFileSync(join(folder.path, VAULT_FILE), join(folder.path, 'older'));
    await save(store);
    const disk = store.read();
    const replaces = disk.status === 'ok' ? disk.vault.checksum : undefined;
    renameSync(join(folder.path, 'older'), join(folder.path, VAULT_FILE));
    const bytes = sealVault(sampleContent(3), KEY);
    expect(await codeOf(() => store.write(bytes, { replaces, verify, previous: 'keep' }))).toBe('vault.busy');
    expect(store.read()).toMatchObject({ vault: { header: { generation: 1 } } });
  });

  it('replaces nothing when the bytes read back do not open', async () => {
    const store = openStore();
    await save(store);
    const disk = store.read();
    const replaces = disk.status === 'ok' ? disk.vault.checksum : undefined;
    const options: WriteOptions = { replaces, verify: () => false, previous: 'keep' };
    expect(await codeOf(() => store.write(sealVault(sampleContent(2), KEY), options))).toBe('vault.damaged');
    expect(store.read()).toMatchObject({ vault: { header: { generation: 1 } } });
    expect(tempsLeft()).toEqual([]);
  });

  it.each(['ENOSPC', 'EROFS', 'EIO'])('survives %s at every system call of a write', async (errno) => {
    const expected = { ENOSPC: 'disk.full', EROFS: 'disk.read_only', EIO: 'disk.failed' }[errno];
    let failures = 0;
    for (let failAt = 0; ; failAt += 1) {
      let isArmed = false;
      let seen = 0;
      const fs = faultFs((name) => {
        if (!isArmed || name === 'closeSync') return;
        seen += 1;
        if (seen === failAt + 1) throw errnoError(errno);
      });
      const store = openStore(fs);
      const generation = await save(store);
      isArmed = true;
      const code = await codeOf(() => save(store));
      isArmed = false;
      if (code === 'none' && seen <= failAt) break;
      if (code !== 'none') {
        failures += 1;
        expect(code).toBe(expected);
      }
      store.close();
      expect([generation, generation + 1]).toContain(generationNow());
      expect(tempsLeft()).toEqual([]);
    }
    expect(failures).toBeGreaterThan(20);
  });

  it('leaves the old or the new vault when the process stops before any system call of a write', async () => {
    const outcomes = new Set<number>();
    for (let stopAt = 0; ; stopAt += 1) {
      let isArmed = false;
      let seen = 0;
      const fs = faultFs(() => {
        if (!isArmed) return;
        seen += 1;
        if (seen > stopAt) throw errnoError('ESRCH'); // and every call after it: nobody is there to clean up
      });
      const store = openStore(fs);
      const generation = await save(store);
      isArmed = true;
      const code = await codeOf(() => save(store));
      const now = generationNow();
      expect([generation, generation + 1]).toContain(now);
      outcomes.add(Number(now) - generation);
      if (code === 'none') break;
    }
    expect([...outcomes].sort()).toEqual([0, 1]);
  });

  it('reads from a folder it may not write, and says so when asked to write', async () => {
    await threeGenerations();
    const fs = faultFs((name) => {
      if (['writeSync', 'linkSync', 'renameSync', 'open', 'unlinkSync'].includes(name)) throw errnoError('EROFS');
    });
    const store = openStore(fs);
    expect(store.read()).toMatchObject({ status: 'ok' });
    expect(await codeOf(() => save(store))).toBe('disk.read_only');
  });

  const impostors: Record<string, (path: string, target: string) => void> = {
    link: (path, target) => symlinkSync(target, path),
    pipe: (path) => void execFileSync('mkfifo', [path]),
    folder: (path) => mkdirSync(path),
  };
  onPosix.each(
    [VAULT_FILE, PREVIOUS_FILE, LOCK_FILE].flatMap((name) =>
      Object.keys(impostors).map((kind) => [name, kind] as const),
    ),
  )('refuses in the place of %s a %s', async (name, kind) => {
    await threeGenerations();
    const [path, target] = [join(folder.path, name), join(folder.path, 'target')];
    copyFileSync(join(folder.path, VAULT_FILE), target);
    if (name !== LOCK_FILE) unlinkSync(path);
    impostors[kind]?.(path, target);
    expect(await codeOf(() => openStore().read())).toBe('disk.failed');
  });

  onPosix('refuses a folder that is a link', async () => {
    await threeGenerations();
    const link = `${folder.path}-link`;
    symlinkSync(folder.path, link);
    expect(await codeOf(() => new VaultStore(realFs, link, world(1)).read())).toBe('disk.failed');
  });

  it.runIf(isRoot)('refuses a vault that belongs to another user', async () => {
    await threeGenerations();
    chownSync(join(folder.path, VAULT_FILE), 12_345, 12_345);
    expect(await codeOf(() => openStore().read())).toBe('disk.failed');
  });
});

describe('single writer', () => {
  it('refuses a second writer while the first lives, and replaces a dead one', async () => {
    const first = new VaultStore(realFs, folder.path, world(11));
    await save(first);
    expect(await codeOf(() => new VaultStore(realFs, folder.path, world(12, [11])).read())).toBe('vault.busy');
    const successor = new VaultStore(realFs, folder.path, world(13));
    await save(successor);
    expect(await codeOf(() => save(first))).toBe('vault.busy');
  });

  it('lets exactly one of many take a stale lock', () => {
    for (let round = 0; round < 50; round += 1) {
      mkdirSync(folder.path, { recursive: true });
      const alive = Array.from({ length: 8 }, (_, index) => 100 + index);
      acquireWriterLock(realFs, folder.path, world(7));
      // each stops before its k-th call while the next one runs to its end: late comers with old knowledge
      const order: number[] = [];
      const race = (index: number): void => {
        if (index === alive.length) return;
        const pid = alive[index] ?? 0;
        let calls = 0;
        const fs = faultFs(() => {
          calls += 1;
          if (calls === (round % 12) + 1) race(index + 1);
        });
        if (acquireWriterLock(fs, folder.path, world(pid, alive))) order.push(pid);
      };
      race(0);
      expect(order).toHaveLength(1);
      unlinkSync(join(folder.path, LOCK_FILE));
    }
  });

  it('treats a lock from another boot as stale', () => {
    mkdirSync(folder.path, { recursive: true });
    acquireWriterLock(realFs, folder.path, { ...world(7), boot: 'id:before' });
    expect(acquireWriterLock(realFs, folder.path, world(8, [7]))).toBeDefined();
  });

  it('replaces a lock nobody can read', () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, LOCK_FILE), '{');
    expect(acquireWriterLock(realFs, folder.path, world(8))).toBeDefined();
  });
});
