import { decAnyMetadata, type UnifiedMetadata, unifyMetadata } from '@polkadot-api/substrate-bindings';
import type { ChainEvent, DecodedCall } from '../port.ts';
import { ScaleDecoder } from './decoder.ts';
import { fromHex } from './hex.ts';
import { ScaleError, ScaleReader } from './reader.ts';
import { hashedKey, storagePrefix } from './storage-key.ts';
import { TypeTable } from './types.ts';

export interface StorageEntry {
  /** Type of the map's key (of all its keys together, where it has several); undefined for a plain value. */
  readonly keyType: number | undefined;
  /** 0x hex, twox128(pallet) ++ twox128(item) ++ hashed keys. Fewer keys give a prefix. */
  readonly key: (...keys: readonly Uint8Array[]) => string;
  /** Decodes a stored value; `undefined` for an absent optional one, the runtime's default otherwise. */
  readonly decode: (value: string | null) => unknown;
}

/** A signed extension as metadata lists it. */
export interface ExtensionEntry {
  readonly name: string;
  readonly extraType: number;
  readonly implicitType: number;
}

/** Everything the client decodes for one runtime. Pure, holds no connection. */
export class RuntimeCodec {
  readonly metadataVersion: number;
  readonly types: TypeTable;
  readonly decoder: ScaleDecoder;
  readonly #metadata: UnifiedMetadata;
  readonly #callType: number;
  /** Entries asked for so far, absent ones included: their prefixes are hashed once. */
  readonly #entries = new Map<string, StorageEntry | undefined>();

  /** @throws ScaleError when the bytes are not metadata V14, V15 or V16. */
  constructor(metadataBytes: Uint8Array) {
    this.#metadata = parse(metadataBytes);
    this.metadataVersion = this.#metadata.version;
    this.types = new TypeTable(this.#metadata.lookup);
    this.#callType = outerType(this.#metadata, 'call');
    this.decoder = new ScaleDecoder(this.types, { call: this.#callType, event: outerType(this.#metadata, 'event') });
  }

  hasPallet(pallet: string): boolean {
    return this.#pallet(pallet) !== undefined;
  }

  /** Argument names of a call in order; undefined when the runtime has no such call. */
  callArgs(pallet: string, call: string): readonly string[] | undefined {
    const type = this.#pallet(pallet)?.calls?.type;
    return type === undefined ? undefined : this.#variantFields(type, call);
  }

  hasEvent(pallet: string, event: string): boolean {
    const type = this.#pallet(pallet)?.events?.type;
    return type !== undefined && this.#variantFields(type, event) !== undefined;
  }

  /** Names the calls of every pallet; for tests and for probing. */
  calls(): readonly { readonly pallet: string; readonly call: string }[] {
    return this.#metadata.pallets.flatMap((pallet) => {
      const def = pallet.calls === undefined ? undefined : this.types.get(pallet.calls.type).def;
      return def?.tag === 'variant' ? def.value.map((call) => ({ pallet: pallet.name, call: call.name })) : [];
    });
  }

  /** `Pallet.Error` of a module error, as the connected runtime numbers them. */
  moduleError(palletIndex: number, errorIndex: number): string | undefined {
    const pallet = this.#metadata.pallets.find((one) => one.index === palletIndex);
    const def = pallet?.errors === undefined ? undefined : this.types.get(pallet.errors.type).def;
    const error = def?.tag === 'variant' ? def.value.find((one) => one.index === errorIndex) : undefined;
    return pallet && error ? `${pallet.name}.${error.name}` : undefined;
  }

  /** Decoded constant; undefined when absent. */
  constant(pallet: string, name: string): unknown {
    const found = this.#pallet(pallet)?.constants.find((one) => one.name === name);
    return found === undefined ? undefined : this.decode(found.type, fromHex(found.value));
  }

  storage(pallet: string, item: string): StorageEntry | undefined {
    const name = `${pallet}.${item}`;
    if (!this.#entries.has(name)) this.#entries.set(name, this.#storageEntry(pallet, item));
    return this.#entries.get(name);
  }

  #storageEntry(pallet: string, item: string): StorageEntry | undefined {
    const storage = this.#pallet(pallet)?.storage;
    const entry = storage?.items.find((one) => one.name === item);
    if (storage === undefined || entry === undefined) return undefined;
    const hashers = entry.type.tag === 'map' ? entry.type.value.hashers.map((one) => one.tag) : [];
    const valueType = entry.type.tag === 'map' ? entry.type.value.value : entry.type.value;
    const prefix = storagePrefix(storage.prefix, entry.name);
    return {
      keyType: entry.type.tag === 'map' ? entry.type.value.key : undefined,
      key: (...keys) => prefix + keys.map((key, at) => hashedKey(hashers[at], key)).join(''),
      decode: (value) => {
        if (value !== null) return this.decode(valueType, fromHex(value));
        return entry.modifier === 0 ? undefined : this.decode(valueType, fromHex(entry.fallback));
      },
    };
  }

  hasApi(api: string): boolean {
    return this.#metadata.apis.some((one) => one.name === api);
  }

  /** Names of a runtime API's arguments in order; undefined when the API is absent. */
  apiInputs(api: string, method: string): readonly string[] | undefined {
    return this.#apiMethod(api, method)?.inputs.map((input) => input.name);
  }

  /** Index byte of an enum's variant; undefined when the type is no enum or has no such variant. */
  variantIndex(typeId: number, name: string): number | undefined {
    const { def } = this.types.get(typeId);
    return def.tag === 'variant' ? def.value.find((one) => one.name === name)?.index : undefined;
  }

  /** Type of a runtime API's result; undefined when the API is absent or the metadata (V14) lists none. */
  apiOutput(api: string, method: string): number | undefined {
    return this.#apiMethod(api, method)?.output;
  }

  /** Field names of the struct a runtime API returns, through Option and Vec; for probing. */
  structFields(typeId: number): readonly string[] {
    const { def } = this.types.get(typeId);
    return def.tag === 'composite' ? def.value.flatMap((field) => (field.name === undefined ? [] : [field.name])) : [];
  }

  /** Extensions of extrinsic format 4, in order. @throws ScaleError when the runtime no longer takes format 4. */
  extensions(): readonly ExtensionEntry[] {
    const { version, extensionsByVersion } = this.#metadata.extrinsic;
    const list = extensionsByVersion[0];
    if (!version.includes(4) || list === undefined)
      throw new ScaleError('the runtime does not take extrinsic format 4');
    return list.map((one) => ({
      name: one.identifier,
      extraType: one.type,
      implicitType: one.additionalSigned,
    }));
  }

  /** Decodes exactly these bytes. @throws ScaleError also when bytes are left over. */
  decode(typeId: number, bytes: Uint8Array): unknown {
    const reader = new ScaleReader(bytes);
    const value = this.decoder.read(typeId, reader);
    reader.end();
    return value;
  }

  /** Reads one call and leaves the reader behind it. */
  readCall(reader: ScaleReader): DecodedCall {
    return this.decoder.read(this.#callType, reader) as DecodedCall;
  }

  /** Events of a block from System.Events, with the extrinsic each belongs to (undefined outside extrinsics). */
  events(value: string | null): readonly { readonly extrinsic: number | undefined; readonly event: ChainEvent }[] {
    const records = this.storage('System', 'Events')?.decode(value);
    if (!Array.isArray(records)) throw new ScaleError('events are not a list');
    return (records as { phase: unknown; event: ChainEvent }[]).map(({ phase, event }) => ({
      extrinsic: extrinsicOf(phase),
      event,
    }));
  }

  #apiMethod(api: string, method: string): UnifiedMetadata['apis'][number]['methods'][number] | undefined {
    return this.#metadata.apis.find((one) => one.name === api)?.methods.find((one) => one.name === method);
  }

  #pallet(name: string): UnifiedMetadata['pallets'][number] | undefined {
    return this.#metadata.pallets.find((pallet) => pallet.name === name);
  }

  #variantFields(type: number, name: string): readonly string[] | undefined {
    const { def } = this.types.get(type);
    const variant = def.tag === 'variant' ? def.value.find((one) => one.name === name) : undefined;
    return variant?.fields.map((field, at) => field.name ?? String(at));
  }
}

function extrinsicOf(phase: unknown): number | undefined {
  if (typeof phase !== 'object' || phase === null || !('value' in phase)) return undefined;
  return typeof phase.value === 'bigint' ? Number(phase.value) : undefined;
}

function parse(bytes: Uint8Array): UnifiedMetadata {
  try {
    // A copy: the decoder looks at the whole buffer behind a view, not at the view.
    return unifyMetadata(decAnyMetadata(bytes.slice()));
  } catch (cause) {
    throw new ScaleError('not metadata V14, V15 or V16', { cause });
  }
}

/** V15 names the outer enums; V14 does not, there they are found by path. */
function outerType(metadata: UnifiedMetadata, which: 'call' | 'event'): number {
  if ('outerEnums' in metadata) return metadata.outerEnums[which];
  const name = which === 'call' ? 'RuntimeCall' : 'RuntimeEvent';
  const found = metadata.lookup.find((type) => type.path.at(-1) === name);
  if (found === undefined) throw new ScaleError(`the metadata has no ${name}`);
  return found.id;
}
