import { scrypt } from 'node:crypto';
import { KDF_PARAMS } from './format.ts';

/** Turns password bytes and a salt into the 32-byte vault key. A port, so that fault tests need not pay for scrypt. */
export type Kdf = (password: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>;

/** scrypt at the one strength a vault may have: 128 MiB of memory, about a third of a second. */
export const vaultKdf: Kdf = (password, salt) => {
  const { N, r, p } = KDF_PARAMS;
  return scryptKey(password, salt, { N, r, p, keyBytes: 32 });
};

/** scrypt off the event loop. Callers check the parameters against their own allow-list first. */
export function scryptKey(
  password: Uint8Array,
  salt: Uint8Array,
  options: { readonly N: number; readonly r: number; readonly p: number; readonly keyBytes: number },
): Promise<Uint8Array> {
  const { N, r, p, keyBytes } = options;
  const maxmem = 128 * N * r + 128 * r * p + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, keyBytes, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
