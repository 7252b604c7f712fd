import { blake2AsU8a } from '@polkadot/util-crypto';
import { compact } from '@polkadot-api/substrate-bindings';
import { concatBytes, hexOf } from '../runtime/hex.ts';

export interface Header {
  readonly parentHash: Uint8Array;
  readonly number: number;
  readonly stateRoot: Uint8Array;
  readonly extrinsicsRoot: Uint8Array;
  /** Encoded digest items. */
  readonly digest: readonly Uint8Array[];
}

/** `PreRuntime` digest item of the Aura engine with its slot: what a real block of this chain carries. */
export function auraDigest(slot: bigint): Uint8Array {
  const body = new Uint8Array(8);
  new DataView(body.buffer).setBigUint64(0, slot, true);
  return concatBytes([Uint8Array.of(6), new TextEncoder().encode('aura'), compact.enc(body.length), body]);
}

/** SCALE bytes of a header as every Substrate client decodes it. */
export function encodeHeader(header: Header): Uint8Array {
  return concatBytes([
    header.parentHash,
    compact.enc(header.number),
    header.stateRoot,
    header.extrinsicsRoot,
    compact.enc(header.digest.length),
    ...header.digest,
  ]);
}

/** Stands in for the trie root of the body: a hash over the SCALE list of extrinsics. */
export function extrinsicsRootOf(extrinsics: readonly Uint8Array[]): Uint8Array {
  return blake2AsU8a(concatBytes([compact.enc(extrinsics.length), ...extrinsics]), 256);
}

/** The form `chain_getHeader` answers with. */
export function headerJson(header: Header): Record<string, unknown> {
  return {
    parentHash: hexOf(header.parentHash),
    number: `0x${header.number.toString(16)}`,
    stateRoot: hexOf(header.stateRoot),
    extrinsicsRoot: hexOf(header.extrinsicsRoot),
    digest: { logs: header.digest.map(hexOf) },
  };
}

/**
 * Stands in for the trie root: a hash over the parent's root and this block's changes in key order. It is deterministic
 * and differs whenever the state differs, but proofs against it cannot be made, and the node offers none.
 */
export function stateRootAfter(
  parentRoot: Uint8Array,
  changes: ReadonlyMap<string, Uint8Array | undefined>,
): Uint8Array {
  const keys = [...changes.keys()].sort();
  let length = parentRoot.length;
  for (const key of keys) length += key.length / 2 + 1 + (changes.get(key)?.length ?? 0);
  // One buffer: a genesis has hundreds of thousands of entries.
  const bytes = Buffer.allocUnsafe(length);
  bytes.set(parentRoot);
  let at = parentRoot.length;
  for (const key of keys) {
    const value = changes.get(key);
    at += bytes.write(key, at, 'hex');
    at = bytes.writeUInt8(value === undefined ? 0 : 1, at);
    if (value === undefined) continue;
    bytes.set(value, at);
    at += value.length;
  }
  return blake2AsU8a(bytes, 256);
}
