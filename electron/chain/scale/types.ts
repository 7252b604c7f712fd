import type { UnifiedMetadata } from '@polkadot-api/substrate-bindings';
import { ScaleError } from './reader.ts';

export type LookupType = UnifiedMetadata['lookup'][number];

/** The type list of one metadata, with the sizes a strict decoder needs. */
export class TypeTable {
  readonly #types: readonly LookupType[];
  readonly #least = new Map<number, number>();

  constructor(lookup: UnifiedMetadata['lookup']) {
    const types: LookupType[] = [];
    for (const type of lookup) types[type.id] = type;
    this.#types = types;
  }

  /** @throws ScaleError for an id the metadata does not define. */
  get(id: number): LookupType {
    const type = this.#types[id];
    if (type === undefined) throw new ScaleError('the metadata names a type it does not define');
    return type;
  }

  /** Last path segment, or a rendering of the shape; for display only. */
  nameOf(id: number): string {
    const { path, def } = this.get(id);
    return path.at(-1) ?? (def.tag === 'primitive' ? def.value.tag : def.tag);
  }

  isBytes(id: number): boolean {
    const { def } = this.get(id);
    return def.tag === 'sequence' && this.isU8(def.value);
  }

  isU8(id: number): boolean {
    const { def } = this.get(id);
    return def.tag === 'primitive' && def.value.tag === 'u8';
  }

  /** Fewest bytes a value can take; a recursive type counts as at least one byte. */
  leastBytes(id: number): number {
    const known = this.#least.get(id);
    if (known !== undefined) return known;
    this.#least.set(id, 1);
    const least = this.#computeLeast(id);
    this.#least.set(id, least);
    return least;
  }

  #computeLeast(id: number): number {
    const { def } = this.get(id);
    switch (def.tag) {
      case 'primitive':
        return PRIMITIVE_BYTES[def.value.tag] ?? 1;
      case 'composite':
        return this.#sum(def.value.map((field) => field.type));
      case 'tuple':
        return this.#sum(def.value);
      case 'array':
        return def.value.len * this.leastBytes(def.value.type);
      case 'variant':
      case 'sequence':
      case 'compact':
      case 'bitSequence':
        return 1;
    }
  }

  #sum(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + this.leastBytes(id), 0);
  }

  /** True when every value of the type encodes to nothing: only then may an unknown extension be passed over. */
  isZeroSized(id: number, depth = 0): boolean {
    if (depth > 32) return false;
    const { def } = this.get(id);
    switch (def.tag) {
      case 'composite':
        return def.value.every((field) => this.isZeroSized(field.type, depth + 1));
      case 'tuple':
        return def.value.every((item) => this.isZeroSized(item, depth + 1));
      case 'array':
        return def.value.len === 0 || this.isZeroSized(def.value.type, depth + 1);
      case 'primitive':
      case 'variant':
      case 'sequence':
      case 'compact':
      case 'bitSequence':
        return false;
    }
  }
}

export const PRIMITIVE_BYTES: Readonly<Record<string, number>> = {
  bool: 1,
  char: 4,
  str: 1,
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  u128: 16,
  u256: 32,
  i8: 1,
  i16: 2,
  i32: 4,
  i64: 8,
  i128: 16,
  i256: 32,
};
