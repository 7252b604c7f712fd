import type { Field, OuterName, Type } from './language/type.ts';

type FieldEntry = { name: string | undefined; type: number; typeName: string | undefined; docs: string[] };

type PrimitiveTag = Extract<Type, { kind: 'primitive' }>['name'];

export type TypeDef =
  | { tag: 'primitive'; value: { tag: PrimitiveTag; value: undefined } }
  | { tag: 'compact' | 'sequence'; value: number }
  | { tag: 'array'; value: { len: number; type: number } }
  | { tag: 'tuple'; value: number[] }
  | { tag: 'composite'; value: FieldEntry[] }
  | { tag: 'variant'; value: { name: string; fields: FieldEntry[]; index: number; docs: string[] }[] };

/** A portable type, as scale-info writes it. */
export interface TypeEntry {
  id: number;
  path: string[];
  params: { name: string; type: number | undefined }[];
  def: TypeDef;
  docs: string[];
}

export interface Registry {
  /** Number of a type, adding it and all it needs on first sight. Types of equal structure share a number. */
  idOf(type: Type): number;
  /** All types seen so far, in the order of their numbers. */
  entries(): TypeEntry[];
}

type Body = Omit<TypeEntry, 'id'>;

/** An empty portable registry; `resolve` gives the enums composed of the described pallets. */
export function createRegistry(resolve: (name: OuterName) => Type): Registry {
  const slots: (TypeEntry | undefined)[] = [];
  const byObject = new Map<Type, number>();
  const byStructure = new Map<string, number>();
  const byOuterName = new Map<OuterName, number>();

  const field = (part: Field): FieldEntry => ({
    name: part.name,
    type: idOf(part.type),
    typeName: part.typeName,
    docs: [],
  });

  function define(type: Exclude<Type, { kind: 'outer' }>): TypeDef {
    switch (type.kind) {
      case 'primitive':
        return { tag: 'primitive', value: { tag: type.name, value: undefined } };
      case 'compact':
      case 'sequence':
        return { tag: type.kind, value: idOf(type.of) };
      case 'array':
        return { tag: 'array', value: { len: type.length, type: idOf(type.of) } };
      case 'tuple':
        return { tag: 'tuple', value: type.of.map(idOf) };
      case 'composite':
        return { tag: 'composite', value: type.fields.map(field) };
      case 'variant':
        return {
          tag: 'variant',
          value: type.variants.map(({ name, index, fields }) => ({ name, fields: fields.map(field), index, docs: [] })),
        };
    }
  }

  function body(type: Exclude<Type, { kind: 'outer' }>): Body {
    const named = type.kind === 'composite' || type.kind === 'variant';
    return {
      path: named ? [...type.path] : [],
      params: named
        ? type.params.map((param) => ({
            name: param.name,
            type: param.type === undefined ? undefined : idOf(param.type),
          }))
        : [],
      def: define(type),
      docs: [],
    };
  }

  // Outer enums contain pallets that mention them again, so their number is given before their body is known.
  function idOfOuter(name: OuterName): number {
    const known = byOuterName.get(name);
    if (known !== undefined) return known;
    const id = slots.push(undefined) - 1;
    byOuterName.set(name, id);
    const resolved = resolve(name);
    if (resolved.kind === 'outer') throw new Error(`simnet metadata: ${name} resolves to another outer enum`);
    slots[id] = { id, ...body(resolved) };
    return id;
  }

  function idOf(type: Type): number {
    if (type.kind === 'outer') return idOfOuter(type.name);
    const known = byObject.get(type);
    if (known !== undefined) return known;
    const entry = body(type);
    const structure = JSON.stringify(entry);
    let id = byStructure.get(structure);
    if (id === undefined) {
      id = slots.push(undefined) - 1;
      slots[id] = { id, ...entry };
      byStructure.set(structure, id);
    }
    byObject.set(type, id);
    return id;
  }

  return {
    idOf,
    entries: () =>
      slots.map((slot, id) => {
        if (slot === undefined) throw new Error(`simnet metadata: type ${id} was never completed`);
        return slot;
      }),
  };
}
