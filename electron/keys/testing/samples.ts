import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, type AppErrorCode } from '../../../shared/errors/index.ts';
import type { Coldkey } from '../../../shared/units/index.ts';
import { SALT_BYTES } from '../vault/format.ts';
import type { Kdf } from '../vault/kdf.ts';
import type { VaultContent } from '../vault/seal.ts';
import type { LockWorld } from '../vault/writer-lock.ts';

export const PASSWORD = 'correct horse battery';
export const KEY = Buffer.alloc(32, 9);

/** Stands below scrypt where a test is about something else; the product has no way to choose it. */
export const fastKdf: Kdf = (password, salt) =>
  Promise.resolve(createHash('sha256').update(salt).update(password).digest());

/** A world in which no other process lives. */
export function world(pid: number, alive: readonly number[] = []): LockWorld {
  return {
    pid,
    boot: 'id:test',
    isSameBoot: (other) => other === 'id:test',
    isAlive: (other) => alive.includes(other),
  };
}

/** One account, not a real key pair: the vault does not look. `generation` also names it. */
export function sampleContent(generation = 1): VaultContent {
  const seed = new Uint8Array(32).fill(generation);
  const secretKey = new Uint8Array(64).fill(generation);
  const address = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Coldkey;
  const id = 'acc-0000000000000001';
  return {
    generation,
    salt: Buffer.alloc(SALT_BYTES, 5),
    accounts: [
      {
        id,
        label: `Label ${generation}`,
        address,
        cryptoType: 'sr25519',
        hasMnemonic: false,
      },
    ],
    secrets: [{ id, cryptoType: 'sr25519', secretKey, seed }],
  };
}

export function tempFolder(name = 'vault'): { path: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'soma-keys-'));
  return { path: join(root, name), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The code a promise or a call fails with; 'none' when it does not fail. */
export async function codeOf(work: () => unknown): Promise<AppErrorCode | 'none' | 'foreign'> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : 'foreign';
  }
}
