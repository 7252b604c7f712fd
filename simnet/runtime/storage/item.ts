import { type StorageShape, storageShape } from '../codecs.ts';
import { bytesOf } from '../hex.ts';
import type { State, StateReader } from '../port.ts';
import { hashedKey, plainKeys, storagePrefix } from './keys.ts';

/** One storage entry of a pallet with its types. Values are plain data and must not be changed in place. */
export interface StorageItem<K extends readonly unknown[], V> {
  /** Raw key, or the prefix of all keys that begin with these parts. */
  keyOf(...keys: Partial<K>): string;
  /** The value, or the entry's default. @throws Error when absent and the entry has no default. */
  get(state: StateReader, ...keys: K): V;
  /** The value, or undefined when nothing is stored. */
  find(state: StateReader, ...keys: K): V | undefined;
  has(state: StateReader, ...keys: K): boolean;
  set(state: State, value: V, ...keys: K): void;
  remove(state: State, ...keys: K): void;
  /** Stored entries whose keys begin with `prefix`, by ascending raw key. */
  entries(state: StateReader, ...prefix: Partial<K>): Generator<readonly [keys: K, value: V]>;
}

/** Binds an entry of the metadata to its TypeScript types; the codec is built at first use. */
export function storageItem<K extends readonly unknown[], V>(pallet: string, entry: string): StorageItem<K, V> {
  return itemOf(pallet, entry, () => storageShape(pallet, entry));
}

/** Binds an entry that no metadata describes, under a prefix of the practice network's own. */
export function ownItem<K extends readonly unknown[], V>(entry: string, shape: StorageShape): StorageItem<K, V> {
  return itemOf('Simnet', entry, () => shape);
}

function itemOf<K extends readonly unknown[], V>(
  pallet: string,
  entry: string,
  makeShape: () => StorageShape,
): StorageItem<K, V> {
  const prefix = storagePrefix(pallet, entry);
  let built: StorageShape | undefined;
  let fallback: { readonly value: V } | undefined;
  const shape = (): StorageShape => {
    built ??= makeShape();
    return built;
  };
  const keyOf = (...keys: Partial<K>): string => {
    if (keys.length === 0) return prefix;
    const { keyCodecs, hashers } = shape();
    let key = prefix;
    for (const [index, part] of keys.entries()) {
      const codec = keyCodecs[index];
      const hasher = hashers[index];
      if (codec === undefined || hasher === undefined) throw new Error(`${pallet}.${entry}: too many keys`);
      key += hashedKey(codec, hasher, part);
    }
    return key;
  };
  const decode = (bytes: Uint8Array): V => shape().value.dec(bytes) as V;
  const defaultValue = (): V => {
    const bytes = shape().fallback;
    if (bytes === undefined) throw new Error(`${pallet}.${entry}: absent and without a default`);
    fallback ??= { value: decode(bytes) };
    return fallback.value;
  };
  return {
    keyOf,
    get(state, ...keys) {
      const bytes = state.get(keyOf(...(keys as Partial<K>)));
      return bytes === undefined ? defaultValue() : decode(bytes);
    },
    find(state, ...keys) {
      const bytes = state.get(keyOf(...(keys as Partial<K>)));
      return bytes === undefined ? undefined : decode(bytes);
    },
    has: (state, ...keys) => state.get(keyOf(...(keys as Partial<K>))) !== undefined,
    set: (state, value, ...keys) => {
      state.set(keyOf(...(keys as Partial<K>)), shape().value.enc(value));
    },
    remove: (state, ...keys) => {
      state.set(keyOf(...(keys as Partial<K>)), undefined);
    },
    *entries(state, ...begin) {
      const { keyCodecs, hashers } = shape();
      for (const key of [...state.keys(keyOf(...begin))]) {
        const bytes = state.get(key);
        if (bytes === undefined) continue;
        yield [plainKeys(keyCodecs, hashers, bytesOf(key.slice(prefix.length))) as unknown as K, decode(bytes)];
      }
    },
  };
}
