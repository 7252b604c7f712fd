import { denormalizeLookup, getLookupCodecBuilder } from '@polkadot-api/metadata-builders';
import type { Codec } from '@polkadot-api/substrate-bindings';
import type { Literal } from './language/pallet.ts';
import type { Registry, TypeEntry } from './registry.ts';

const PRIMITIVE_BYTES = {
  bool: 1,
  str: 1,
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  u64: 8,
  i64: 8,
  u128: 16,
  i128: 16,
} as const;

/** Encodes the values a description mentions; the registry must be complete before the first call. */
export interface ValueEncoder {
  /** SCALE bytes of a literal, in hex. */
  encode(type: number, literal: Literal): `0x${string}`;
  /** SCALE bytes of a type's `Default`: zero numbers, empty lists, the variant with index 0. */
  zero(type: number): `0x${string}`;
}

export function createValueEncoder(registry: Registry): ValueEncoder {
  const entries = registry.entries();
  const codecOf = getLookupCodecBuilder(denormalizeLookup(entries)) as (id: number) => Codec<unknown>;

  const entryOf = (id: number): TypeEntry => {
    const entry = entries[id];
    if (entry === undefined) throw new Error(`simnet metadata: no type ${id}`);
    return entry;
  };

  function zeroHex(id: number): string {
    const { def } = entryOf(id);
    switch (def.tag) {
      case 'primitive':
        return '00'.repeat(PRIMITIVE_BYTES[def.value.tag]);
      case 'compact':
      case 'sequence':
        return '00';
      case 'array':
        return zeroHex(def.value.type).repeat(def.value.len);
      case 'tuple':
        return def.value.map(zeroHex).join('');
      case 'composite':
        return def.value.map((field) => zeroHex(field.type)).join('');
      case 'variant': {
        const first = def.value.find((variant) => variant.index === 0);
        if (first === undefined) throw new Error(`simnet metadata: type ${id} has no variant 0 to default to`);
        return `00${first.fields.map((field) => zeroHex(field.type)).join('')}`;
      }
    }
  }

  return {
    encode: (type, literal) => `0x${Buffer.from(codecOf(type).enc(literal)).toString('hex')}`,
    zero: (type) => `0x${zeroHex(type)}`,
  };
}
