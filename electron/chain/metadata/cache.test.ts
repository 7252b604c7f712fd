import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MetadataCache, type MetadataKey } from './cache.ts';

const key: MetadataKey = { genesisHash: `0x${'ab'.repeat(32)}`, specVersion: 424, codeHash: `0x${'cd'.repeat(32)}` };
const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);

describe('the metadata cache', () => {
  let root = '';
  let dir = '';
  let cache = new MetadataCache('', () => undefined);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'soma-cache-'));
    dir = join(root, 'metadata');
    cache = new MetadataCache(dir, () => undefined);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const file = (): string => join(dir, readdirSync(dir)[0] ?? '');

  it('gives back what was written, and nothing for another runtime', async () => {
    await cache.write(key, bytes);
    expect(await cache.read(key)).toEqual(bytes);
    expect(await cache.read({ ...key, specVersion: 425 })).toBeUndefined();
    expect(await cache.read({ ...key, codeHash: `0x${'ce'.repeat(32)}` })).toBeUndefined();
    expect(await cache.read({ ...key, genesisHash: `0x${'ac'.repeat(32)}` })).toBeUndefined();
  });

  it('leaves one private file and no temporary one', async () => {
    await cache.write(key, bytes);
    expect(readdirSync(dir)).toHaveLength(1);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each([0, 31, 32, 3000])('does not believe a file with byte %i changed', async (at) => {
    await cache.write(key, bytes);
    const spoiled = readFileSync(file());
    spoiled[at] = (spoiled[at] ?? 0) ^ 1;
    writeFileSync(file(), spoiled);
    expect(await cache.read(key)).toBeUndefined();
  });

  it('does not believe a file cut short, or renamed to another runtime', async () => {
    await cache.write(key, bytes);
    const whole = readFileSync(file());
    writeFileSync(file(), whole.subarray(0, 100));
    expect(await cache.read(key)).toBeUndefined();
    await cache.write({ ...key, specVersion: 1 }, bytes);
    const other = readdirSync(dir).find((name) => name.includes('-1-')) ?? '';
    writeFileSync(join(dir, other.replace('-1-', '-424-')), readFileSync(join(dir, other)));
    expect(await cache.read(key)).toBeUndefined();
  });

  it('keeps a bounded number of files', async () => {
    for (let specVersion = 0; specVersion < 20; specVersion += 1) await cache.write({ ...key, specVersion }, bytes);
    expect(readdirSync(dir)).toHaveLength(12);
  });

  it('carries on when the folder cannot be written', async () => {
    writeFileSync(join(root, 'file'), '');
    const blocked = new MetadataCache(join(root, 'file'), () => undefined);
    await blocked.write(key, bytes);
    expect(await blocked.read(key)).toBeUndefined();
  });
});
