import { blake2b } from '@noble/hashes/blake2.js';
import { parseAddress } from '../../shared/domain/address.ts';

// Stands in for @polkadot/util-crypto where the identicon package asks for it (vite.config.ts): the whole package would
// bring the word list and WebAssembly into the window, for one hash and one decoder. The names are that package's.

/** BLAKE2b of `bitLength` bits. */
export function blake2AsU8a(data: Uint8Array, bitLength = 256): Uint8Array {
  return blake2b(data, { dkLen: bitLength / 8 });
}

/** Public key of a prefix-42 address. @throws RangeError for other text. */
export function decodeAddress(address: string): Uint8Array {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new RangeError('not a prefix-42 address');
  return parsed.publicKey;
}
