import { blake2AsHex, blake2AsU8a } from '@polkadot/util-crypto';
import { bytesOf, concatBytes, hexOf } from '../../runtime/hex.ts';
import type { StateReader } from '../../runtime/port.ts';
import type { Block } from '../block.ts';
import { keyParam } from './params.ts';
import { invalidParams } from './rpc-error.ts';

export type StorageItem = Readonly<Record<string, string>>;

/**
 * Stands in for the trie's Merkle value: a hash over all keys and values below. It serves the same purpose, to tell
 * whether anything below has changed, but it cannot be proved against the state root.
 */
function descendantDigest(state: StateReader, prefix: string): string | undefined {
  const parts = [...state.keys(prefix)].flatMap((key) => [
    bytesOf(key),
    blake2AsU8a(state.get(key) ?? new Uint8Array(), 256),
  ]);
  return parts.length === 0 ? undefined : blake2AsHex(concatBytes(parts), 256);
}

/** Answers one `{key, type}` of `chainHead_v1_storage` and `archive_v1_storage`. @throws RpcError -32602 */
export function storageItems({ state }: Block, item: unknown): StorageItem[] {
  if (typeof item !== 'object' || item === null) throw invalidParams('items must be objects');
  const { key: rawKey, type } = item as { key?: unknown; type?: unknown };
  const key = keyParam(rawKey);
  const valuesAt = (each: string): StorageItem[] => {
    const value = state.get(each);
    return value === undefined ? [] : [{ key: `0x${each}`, value: hexOf(value) }];
  };
  const hashesAt = (each: string): StorageItem[] => {
    const value = state.get(each);
    return value === undefined ? [] : [{ key: `0x${each}`, hash: blake2AsHex(value, 256) }];
  };
  switch (type) {
    case 'value':
      return valuesAt(key);
    case 'hash':
      return hashesAt(key);
    case 'descendantsValues':
      return [...state.keys(key)].flatMap(valuesAt);
    case 'descendantsHashes':
      return [...state.keys(key)].flatMap(hashesAt);
    case 'closestDescendantMerkleValue': {
      const digest = descendantDigest(state, key);
      return digest === undefined ? [] : [{ key: `0x${key}`, closestDescendantMerkleValue: digest }];
    }
    default:
      throw invalidParams('unknown storage query type');
  }
}
