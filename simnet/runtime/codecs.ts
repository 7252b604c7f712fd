import { denormalizeLookup, getLookupCodecBuilder } from '@polkadot-api/metadata-builders';
import {
  Bytes,
  type Codec,
  decAnyMetadata,
  enhanceCodec,
  type UnifiedMetadata,
  unifyMetadata,
} from '@polkadot-api/substrate-bindings';
import { bytesOf, hexOf } from './hex.ts';
import { type Edition, metadataBytes } from './metadata-source.ts';
import { wholeValueCodec } from './primitives.ts';

// Accounts stay hex inside the runtime: base58 with its checksum on every storage access would be most of the work.
export const accountCodec = enhanceCodec<Uint8Array, string>(Bytes(32), bytesOf, hexOf);

/** The metadata of an edition with the codecs it makes. */
export interface Codecs {
  readonly metadata: UnifiedMetadata;
  readonly lookup: ReturnType<typeof denormalizeLookup>;
  readonly build: (type: number) => Codec<unknown>;
}

const loaded = new Map<Edition, Codecs>();

/** Built at first use: most processes know one edition only. */
export function codecsOf(edition: Edition): Codecs {
  const codecs = loaded.get(edition) ?? load(edition);
  loaded.set(edition, codecs);
  return codecs;
}

function load(edition: Edition): Codecs {
  // V15 is the oldest that carries runtime APIs and the outer enums.
  const bytes = metadataBytes(15, edition);
  if (bytes === undefined) throw new Error('simnet runtime: no metadata to build codecs from');
  const unified = unifyMetadata(decAnyMetadata(bytes));
  // Not the builders' own lookup: that one renames module errors and then writes them too short.
  const types = denormalizeLookup(unified.lookup);
  const builder = getLookupCodecBuilder(types, accountCodec);
  return { metadata: unified, lookup: types, build: (type) => builder(type) as Codec<unknown> };
}

// Storage and errors are the same in every edition, but for what events are made of.
const { metadata, lookup, build: buildType } = codecsOf('mainnet');

function palletOf(name: string): UnifiedMetadata['pallets'][number] {
  const pallet = metadata.pallets.find((candidate) => candidate.name === name);
  if (pallet === undefined) throw new Error(`simnet runtime: pallet ${name} is not described`);
  return pallet;
}

/** Hashers that keep their key readable; the runtime uses no other. */
export type Hasher = 'Identity' | 'Blake2128Concat' | 'Twox64Concat';

export interface StorageShape {
  readonly keyCodecs: readonly Codec<unknown>[];
  readonly hashers: readonly Hasher[];
  readonly value: Codec<unknown>;
  /** SCALE bytes of the default, or undefined for an Optional entry. */
  readonly fallback: Uint8Array | undefined;
}

/** @throws Error when the metadata does not describe the entry. */
export function storageShape(palletName: string, entryName: string): StorageShape {
  const entry = palletOf(palletName).storage?.items.find((item) => item.name === entryName);
  if (entry === undefined) throw new Error(`simnet runtime: storage ${palletName}.${entryName} is not described`);
  const fallback = entry.modifier === 1 ? toBytes(entry.fallback) : undefined;
  if (entry.type.tag === 'plain') {
    return { keyCodecs: [], hashers: [], value: valueCodec(entry.type.value), fallback };
  }
  const { key, value, hashers } = entry.type.value;
  const keyType = lookup(key);
  let keyCodecs: Codec<unknown>[];
  if (hashers.length === 1) keyCodecs = [buildType(key)];
  else if (keyType.type === 'tuple') keyCodecs = keyType.value.map((part) => buildType(part.id));
  // Tuples of one type come back as arrays.
  else if (keyType.type === 'array') keyCodecs = hashers.map(() => buildType(keyType.value.id));
  else throw new Error(`simnet runtime: storage ${palletName}.${entryName} has an odd key`);
  return {
    keyCodecs,
    hashers: hashers.map((hasher) => hasher.tag as Hasher),
    value: valueCodec(value),
    fallback,
  };
}

function valueCodec(id: number): Codec<unknown> {
  const type = lookup(id);
  const short = type.type === 'primitive' ? wholeValueCodec(type.value) : undefined;
  return short ?? buildType(id);
}

function toBytes(value: Uint8Array | string): Uint8Array {
  return typeof value === 'string' ? Uint8Array.from(Buffer.from(value.slice(2), 'hex')) : value;
}

const digestEntry = palletOf('System').storage?.items.find((item) => item.name === 'Digest');
const digestType = digestEntry?.type.tag === 'plain' ? lookup(digestEntry.type.value) : undefined;

/** One log of a block's digest, as the header carries it. */
export const digestItemCodec = digestItem();

function digestItem(): Codec<DigestItem> {
  // The lookup folds one-field structs: a Digest is its list of logs.
  if (digestType?.type !== 'sequence') throw new Error('simnet runtime: System.Digest is not described');
  return buildType(digestType.value.id) as Codec<DigestItem>;
}

export interface DigestItem {
  readonly type: string;
  readonly value: unknown;
}

function errorsOf(
  pallet: UnifiedMetadata['pallets'][number] | undefined,
): readonly (readonly [name: string, index: number])[] {
  if (pallet?.errors === undefined) return [];
  const type = lookup(typeof pallet.errors === 'number' ? pallet.errors : pallet.errors.type);
  return type.type === 'enum' ? Object.entries(type.value).map(([name, variant]) => [name, variant.idx] as const) : [];
}

/** Index of a named module error, as DispatchError carries it. @throws Error when it is not described. */
export function errorLocation(
  palletName: string,
  errorName: string,
): { readonly index: number; readonly error: number } {
  const pallet = palletOf(palletName);
  const error = errorsOf(pallet).find(([name]) => name === errorName)?.[1];
  if (error === undefined) throw new Error(`simnet runtime: error ${palletName}.${errorName} is not described`);
  return { index: pallet.index, error };
}

/** `Pallet.Error` of a module error. @throws Error when it is not described. */
export function moduleErrorName(palletIndex: number, errorIndex: number): string {
  const pallet = metadata.pallets.find((candidate) => candidate.index === palletIndex);
  const name = errorsOf(pallet).find(([, index]) => index === errorIndex)?.[0];
  if (pallet === undefined || name === undefined)
    throw new Error(`simnet runtime: module error ${palletIndex}.${errorIndex} is not described`);
  return `${pallet.name}.${name}`;
}

/** Entries of a pallet with a u16 among their keys, and the place of the first: in these pallets it is a netuid. */
export function keyedByNetuid(palletName: string): { readonly entry: string; readonly place: number }[] {
  return (palletOf(palletName).storage?.items ?? []).flatMap(({ name, type }) => {
    if (type.tag === 'plain') return [];
    const key = lookup(type.value.key);
    const parts =
      type.value.hashers.length === 1 || key.type === 'array' ? [key] : key.type === 'tuple' ? key.value : [];
    const place = parts.findIndex((part) => part.type === 'primitive' && part.value === 'u16');
    return place < 0 ? [] : [{ entry: name, place }];
  });
}
