import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainLog } from '../options.ts';

/** What a metadata blob belongs to. */
export interface MetadataKey {
  readonly genesisHash: string;
  readonly specVersion: number;
  readonly codeHash?: string;
}

const SUFFIX = '.metadata';
const MAX_FILES = 12;
export const MAX_METADATA_BYTES = 16 * 1024 * 1024;
const DIGEST_BYTES = 32;

/** Metadata blobs on disk: sha256 over key and bytes, then the bytes. A file that fails its check is as good as none. */
export class MetadataCache {
  readonly #dir: string;
  readonly #log: ChainLog;

  constructor(dir: string, log: ChainLog) {
    this.#dir = dir;
    this.#log = log;
  }

  async read(key: MetadataKey): Promise<Uint8Array | undefined> {
    const path = join(this.#dir, fileName(key));
    try {
      if ((await stat(path)).size > MAX_METADATA_BYTES + DIGEST_BYTES) return undefined;
      const file = new Uint8Array(await readFile(path));
      const bytes = file.slice(DIGEST_BYTES);
      return checksum(key, bytes).equals(file.subarray(0, DIGEST_BYTES)) ? bytes : undefined;
    } catch {
      return undefined; // absent or unreadable: it is fetched again
    }
  }

  /** Written beside its final name and renamed. A full disk costs only the next start some time. */
  async write(key: MetadataKey, bytes: Uint8Array): Promise<void> {
    const path = join(this.#dir, fileName(key));
    const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await mkdir(this.#dir, { recursive: true, mode: 0o700 });
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(Buffer.concat([checksum(key, bytes), bytes]));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      await this.#prune();
    } catch {
      this.#log('warn', 'metadata cache could not be written');
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  async forget(key: MetadataKey): Promise<void> {
    await rm(join(this.#dir, fileName(key)), { force: true }).catch(() => undefined);
  }

  async #prune(): Promise<void> {
    const names = (await readdir(this.#dir)).filter((name) => name.endsWith(SUFFIX));
    if (names.length <= MAX_FILES) return;
    const files = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#dir, name))).mtimeMs })),
    );
    files.sort((a, b) => b.at - a.at);
    for (const { name } of files.slice(MAX_FILES)) await rm(join(this.#dir, name), { force: true });
  }
}

function fileName({ genesisHash, specVersion, codeHash }: MetadataKey): string {
  return `${genesisHash.slice(2, 34)}-${specVersion}-${codeHash?.slice(2, 34) ?? 'any'}${SUFFIX}`;
}

function checksum(key: MetadataKey, bytes: Uint8Array): Buffer {
  const name = `${key.genesisHash}/${key.specVersion}/${key.codeHash ?? ''}/`;
  return createHash('sha256').update(name).update(bytes).digest();
}
