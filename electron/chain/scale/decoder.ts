import { addressOf } from '../../../shared/domain/address.ts';
import { toHex } from './hex.ts';
import { ScaleError, type ScaleReader } from './reader.ts';
import { textOf } from './text.ts';
import { type LookupType, PRIMITIVE_BYTES, type TypeTable } from './types.ts';

type Decode = (reader: ScaleReader, depth: number) => unknown;
interface Field {
  readonly name?: string | undefined;
  readonly type: number;
  readonly typeName?: string | undefined;
}

/** Deeper nesting than any real value; stops recursive types fed with endless bytes. */
const MAX_DEPTH = 64;

/**
 * Decodes SCALE by the metadata's own types into plain data. Strict: canonical compacts, known variants, bounded lists.
 * Integers are bigint; AccountId32 and MultiAddress::Id are prefix-42 text; byte strings are 0x hex; None is null;
 * a variant without fields is its name, others are `{type, value}`; calls and events carry pallet, name and named fields.
 * It shares no code with the encoder (@polkadot/api): a review decoded here is a second opinion on the bytes.
 */
export class ScaleDecoder {
  readonly #types: TypeTable;
  readonly #outer: { readonly call: number | undefined; readonly event: number | undefined };
  readonly #compiled = new Map<number, Decode>();

  constructor(types: TypeTable, outer: { call: number | undefined; event: number | undefined }) {
    this.#types = types;
    this.#outer = outer;
  }

  /** Reads one value and leaves the reader behind it. @throws ScaleError */
  read(typeId: number, reader: ScaleReader, depth = 0): unknown {
    if (depth > MAX_DEPTH) throw new ScaleError('the value is nested too deeply');
    let decode = this.#compiled.get(typeId);
    if (decode === undefined) {
      decode = this.#compile(typeId);
      this.#compiled.set(typeId, decode);
    }
    return decode(reader, depth + 1);
  }

  #compile(id: number): Decode {
    if (id === this.#outer.call) return (reader, depth) => this.#outerItem(id, reader, depth, 'call', 'args');
    if (id === this.#outer.event) return (reader, depth) => this.#outerItem(id, reader, depth, 'name', 'fields');
    const type = this.#types.get(id);
    if (type.path.at(-1) === 'AccountId32') {
      return (reader) => {
        const bytes = reader.raw(32);
        return reader.discarding ? null : addressOf(bytes);
      };
    }
    return this.#compileShape(type);
  }

  #compileShape(type: LookupType): Decode {
    const { def } = type;
    switch (def.tag) {
      case 'primitive':
        return primitive(def.value.tag);
      case 'compact':
        return this.#compact(def.value);
      case 'sequence':
        return this.#sequence(def.value);
      case 'array':
        return this.#array(def.value.type, def.value.len);
      case 'tuple':
        return (reader, depth) => def.value.map((item) => this.read(item, reader, depth));
      case 'composite':
        return (reader, depth) => this.#fields(def.value, reader, depth);
      case 'variant':
        return this.#variant(type, def.value);
      case 'bitSequence':
        return bits;
    }
  }

  #compact(inner: number): Decode {
    const widest = 1n << BigInt(8 * this.#types.leastBytes(inner));
    return (reader) => {
      const value = reader.compact();
      if (value >= widest && !(widest === 1n && value === 0n)) throw new ScaleError('a compact integer is too large');
      return value;
    };
  }

  #sequence(item: number): Decode {
    const least = this.#types.leastBytes(item);
    if (this.#types.isU8(item)) return (reader) => hexOf(reader, reader.length(1));
    return (reader, depth) => {
      const length = reader.length(least);
      const out: unknown[] = [];
      for (let i = 0; i < length; i += 1) out.push(this.read(item, reader, depth));
      return out;
    };
  }

  #array(item: number, length: number): Decode {
    if (this.#types.isU8(item)) return (reader) => hexOf(reader, length);
    return (reader, depth) => {
      if (length * this.#types.leastBytes(item) > reader.remaining || length > 1 << 20) {
        throw new ScaleError('an array is longer than its bytes');
      }
      return Array.from({ length }, () => this.read(item, reader, depth));
    };
  }

  #variant(type: LookupType, variants: readonly { name: string; index: number; fields: readonly Field[] }[]): Decode {
    const name = type.path.at(-1);
    const byIndex = new Map(variants.map((variant) => [variant.index, variant]));
    return (reader, depth) => {
      const variant = byIndex.get(reader.u8());
      if (variant === undefined) throw new ScaleError('an unknown variant');
      if (variant.fields.length === 0) return name === 'Option' ? null : variant.name;
      const value = this.#fields(variant.fields, reader, depth);
      if (name === 'Option' || (name === 'MultiAddress' && variant.name === 'Id')) return value;
      return { type: variant.name, value };
    };
  }

  #fields(fields: readonly Field[], reader: ScaleReader, depth: number): unknown {
    const [first] = fields;
    if (first === undefined) return null;
    if (first.name !== undefined) {
      const record: Record<string, unknown> = {};
      for (const field of fields) record[field.name ?? ''] = this.read(field.type, reader, depth);
      return record;
    }
    if (fields.length === 1) return this.read(first.type, reader, depth);
    return fields.map((field) => this.read(field.type, reader, depth));
  }

  /** A call or an event: pallet by index, then the item by index, fields kept in order with their type names. */
  #outerItem(id: number, reader: ScaleReader, depth: number, nameKey: string, fieldsKey: string): unknown {
    const pallet = pick(this.#types.get(id), reader.u8());
    const [inner] = pallet.fields;
    if (inner === undefined) throw new ScaleError('a pallet without items');
    const item = pick(this.#types.get(inner.type), reader.u8());
    const fields = item.fields.map((field, at) => ({
      name: field.name ?? String(at),
      type: field.typeName ?? this.#types.nameOf(field.type),
      value: this.read(field.type, reader, depth),
    }));
    return { pallet: pallet.name, [nameKey]: item.name, [fieldsKey]: fields };
  }
}

function pick(type: LookupType, index: number): { name: string; fields: readonly Field[] } {
  const variant = type.def.tag === 'variant' ? type.def.value.find((one) => one.index === index) : undefined;
  if (variant === undefined) throw new ScaleError('an unknown variant');
  return variant;
}

function primitive(tag: string): Decode {
  if (tag === 'bool') return (reader) => reader.bool();
  if (tag === 'str') {
    return (reader) => {
      const bytes = reader.raw(reader.length(1));
      return reader.discarding ? '' : textOf(bytes);
    };
  }
  const byteLength = PRIMITIVE_BYTES[tag];
  if (byteLength === undefined) throw new ScaleError('an unknown primitive');
  const signed = tag.startsWith('i');
  if (tag === 'u64') return (reader) => reader.u64();
  return (reader) => reader.integer(byteLength, signed);
}

function hexOf(reader: ScaleReader, length: number): string {
  const bytes = reader.raw(length);
  return reader.discarding ? '' : toHex(bytes);
}

function bits(reader: ScaleReader): unknown {
  const length = reader.compact();
  if (length > BigInt(reader.remaining) * 8n) throw new ScaleError('a bit sequence is longer than its bytes');
  return { bits: length, bytes: toHex(reader.raw(Math.ceil(Number(length) / 8))) };
}
