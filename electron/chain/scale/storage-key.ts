import {
  Blake2128,
  Blake2128Concat,
  Blake2256,
  Identity,
  Twox64Concat,
  Twox128,
  Twox256,
} from '@polkadot-api/substrate-bindings';
import { toHex } from './hex.ts';
import { ScaleError } from './reader.ts';
import { concatBytes } from './writer.ts';

const HASHERS = {
  Blake2128,
  Blake2256,
  Blake2128Concat,
  Twox128,
  Twox256,
  Twox64Concat,
  Identity,
} as const;

export type Hasher = keyof typeof HASHERS;

const encoder = new TextEncoder();

/** twox128(pallet) ++ twox128(item), 0x hex. */
export function storagePrefix(pallet: string, item: string): string {
  return toHex(concatBytes(Twox128(encoder.encode(pallet)), Twox128(encoder.encode(item))));
}

/** Hashed forms of key bytes still in use: a batch names the same account thousands of times. */
const hashed = new WeakMap<Uint8Array, Map<Hasher, string>>();

/**
 * One hashed map key as hex without 0x. It is remembered for as long as `key` lives: the bytes may not change afterwards.
 * @throws ScaleError when the map has fewer keys.
 */
export function hashedKey(hasher: Hasher | undefined, key: Uint8Array): string {
  if (hasher === undefined) throw new ScaleError('the storage map has fewer keys');
  const known = hashed.get(key) ?? new Map<Hasher, string>();
  hashed.set(key, known);
  const found = known.get(hasher) ?? toHex(HASHERS[hasher](key)).slice(2);
  known.set(hasher, found);
  return found;
}
