import { blake2AsU8a, xxhashAsU8a } from '@polkadot/util-crypto';
import type { Codec } from '@polkadot-api/substrate-bindings';
import type { Hasher } from '../codecs.ts';
import { bareHex, utf8 } from '../hex.ts';

/** Bytes of hash in front of the plain key, by hasher. */
const HASH_LENGTH: Readonly<Record<Hasher, number>> = { Identity: 0, Blake2128Concat: 16, Twox64Concat: 8 };

/** The same tens of thousands of accounts are hashed over and over; bounded so that hostile traffic cannot fill memory. */
const MAX_CACHED_HASHES = 131_072;
/** Hashes by type of key, for each hasher. */
const caches: Readonly<Record<Hasher, Map<Codec<unknown>, Map<unknown, string>>>> = {
  Identity: new Map(),
  Blake2128Concat: new Map(),
  Twox64Concat: new Map(),
};
const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

export function storagePrefix(pallet: string, entry: string): string {
  return bareHex(xxhashAsU8a(utf8(pallet), 128)) + bareHex(xxhashAsU8a(utf8(entry), 128));
}

function hash(codec: Codec<unknown>, hasher: Hasher, value: unknown): string {
  const encoded = codec.enc(value);
  switch (hasher) {
    case 'Identity':
      return bareHex(encoded);
    case 'Twox64Concat':
      return bareHex(xxhashAsU8a(encoded, 64)) + bareHex(encoded);
    case 'Blake2128Concat':
      return bareHex(blake2AsU8a(encoded, 128)) + bareHex(encoded);
  }
}

/** One part of a storage key. */
export function hashedKey(codec: Codec<unknown>, hasher: Hasher, value: unknown): string {
  if (!isPlain(value)) return hash(codec, hasher, value);
  const known = caches[hasher].get(codec);
  const found = known?.get(value);
  if (found !== undefined) return found;
  const key = hash(codec, hasher, value);
  if (known === undefined) caches[hasher].set(codec, new Map([[value, key]]));
  else {
    if (known.size >= MAX_CACHED_HASHES) known.clear();
    known.set(value, key);
  }
  return key;
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
