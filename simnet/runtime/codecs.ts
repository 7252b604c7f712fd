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

// Storage and errors of the first edition are in every other; another may have a few of its own.
const EDITIONS: readonly Edition[] = ['mainnet', 'baskets'];
const { metadata, lookup, build: buildType } = codecsOf('mainnet');

/** What the first edition that knows it says; the others are not even loaded. */
function fromFirst<T>(find: (codecs: Codecs) => T | undefined): T | undefined {
  for (const edition of EDITIONS) {
    const found = find(codecsOf(edition));
    if (found !== undefined) return found;
  }
  return undefined;
}

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
  const shape = fromFirst((codecs) => shapeIn(codecs, palletName, entryName));
  if (shape === undefined) throw new Error(`simnet runtime: storage ${palletName}.${entryName} is not described`);
  return shape;
}

function shapeIn(codecs: Codecs, palletName: string, entryName: string): StorageShape | undefined {
  const { storage } = codecs.metadata.pallets.find(({ name }) => name === palletName) ?? {};
  const entry = storage?.items.find((item) => item.name === entryName);
  if (entry === undefined) return undefined;
  const fallback = entry.modifier === 1 ? toBytes(entry.fallback) : undefined;
  if (entry.type.tag === 'plain') {
    return { keyCodecs: [], hashers: [], value: valueCodec(codecs, entry.type.value), fallback };
  }
  const { key, value, hashers } = entry.type.value;
  const keyType = codecs.lookup(key);
  let keyCodecs: Codec<unknown>[];
  if (hashers.length === 1) keyCodecs = [codecs.build(key)];
  else if (keyType.type === 'tuple') keyCodecs = keyType.value.map((part) => codecs.build(part.id));
  // Tuples of one type come back as arrays.
  else if (keyType.type === 'array') keyCodecs = hashers.map(() => codecs.build(keyType.value.id));
  else throw new Error(`simnet runtime: storage ${palletName}.${entryName} has an odd key`);
  return {
    keyCodecs,
    hashers: hashers.map((hasher) => hasher.tag as Hasher),
    value: valueCodec(codecs, value),
    fallback,
  };
}

function valueCodec(codecs: Codecs, id: number): Codec<unknown> {
  const type = codecs.lookup(id);
  const short = type.type === 'primitive' ? wholeValueCodec(type.value) : undefined;
  return short ?? codecs.build(id);
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

interface NamedError {
  readonly pallet: string;
  readonly index: number;
  readonly name: string;
  readonly error: number;
}

function errorsOf({ metadata: described, lookup: types }: Codecs): readonly NamedError[] {
  return described.pallets.flatMap(({ name: pallet, index, errors }) => {
    if (errors === undefined) return [];
    const type = types(typeof errors === 'number' ? errors : errors.type);
    if (type.type !== 'enum') return [];
    return Object.entries(type.value).map(([name, variant]) => ({ pallet, index, name, error: variant.idx }));
  });
}

/** Index of a named module error, as DispatchError carries it. @throws Error when it is not described. */
export function errorLocation(
  palletName: string,
  errorName: string,
): { readonly index: number; readonly error: number } {
  const found = fromFirst((codecs) =>
    errorsOf(codecs).find(({ pallet, name }) => pallet === palletName && name === errorName),
  );
  if (found === undefined) throw new Error(`simnet runtime: error ${palletName}.${errorName} is not described`);
  return { index: found.index, error: found.error };
}

/** `Pallet.Error` of a module error. @throws Error when it is not described. */
export function moduleErrorName(palletIndex: number, errorIndex: number): string {
  const found = fromFirst((codecs) =>
    errorsOf(codecs).find(({ index, error }) => index === palletIndex && error === errorIndex),
  );
  if (found === undefined)
    throw new Error(`simnet runtime: module error ${palletIndex}.${errorIndex} is not described`);
  return `${found.pallet}.${found.name}`;
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
