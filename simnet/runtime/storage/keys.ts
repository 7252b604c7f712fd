import { blake2AsU8a, xxhashAsU8a } from '@polkadot/util-crypto';
import type { Codec } from '@polkadot-api/substrate-bindings';
import type { Hasher } from '../codecs.ts';
import { bareHex, utf8 } from '../hex.ts';

/** Bytes of hash in front of the plain key, by hasher. */
const HASH_LENGTH: Readonly<Record<Hasher, number>> = { Identity: 0, Blake2128Concat: 16, Twox64Concat: 8 };

/** The same few thousand accounts are hashed over and over; bounded so that hostile traffic cannot fill memory. */
const MAX_CACHED_HASHES = 65_536;
const blakeCache = new Map<string, string>();

function blakeConcat(encoded: Uint8Array): string {
  const plain = bareHex(encoded);
  const known = blakeCache.get(plain);
  if (known !== undefined) return known;
  const key = bareHex(blake2AsU8a(encoded, 128)) + plain;
  if (blakeCache.size >= MAX_CACHED_HASHES) blakeCache.clear();
  blakeCache.set(plain, key);
  return key;
}

export function storagePrefix(pallet: string, entry: string): string {
  return bareHex(xxhashAsU8a(utf8(pallet), 128)) + bareHex(xxhashAsU8a(utf8(entry), 128));
}

export function hashedKey(codec: Codec<unknown>, hasher: Hasher, value: unknown): string {
  const encoded = codec.enc(value);
  switch (hasher) {
    case 'Identity':
      return bareHex(encoded);
    case 'Twox64Concat':
      return bareHex(xxhashAsU8a(encoded, 64)) + bareHex(encoded);
    case 'Blake2128Concat':
      return blakeConcat(encoded);
  }
}

/** Reads the plain keys back out of a storage key (without its pallet and entry prefix). */
export function plainKeys(codecs: readonly Codec<unknown>[], hashers: readonly Hasher[], key: Uint8Array): unknown[] {
  const values: unknown[] = [];
  let at = 0;
  for (const [index, codec] of codecs.entries()) {
    const hasher = hashers[index] ?? 'Identity';
    at += HASH_LENGTH[hasher];
    const value = codec.dec(key.slice(at));
    values.push(value);
    at += codec.enc(value).length;
  }
  return values;
}
