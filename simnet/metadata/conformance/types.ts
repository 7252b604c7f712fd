import type { TypeEntry } from '../registry.ts';

/** Decoded `lookup` of some metadata, ours or the reference's. */
export type Lookup = readonly {
  readonly path: readonly string[];
  readonly params: readonly { readonly name: string; readonly type: number | undefined }[];
  readonly def: { readonly tag: string; readonly value: unknown };
}[];

type FieldOf = { name: string | undefined; type: number; typeName: string | undefined };
type VariantOf = { name: string; index: number; fields: FieldOf[] };

/** Enums composed of the pallets a runtime happens to have; ours has fewer. */
const OUTER = /^node_subtensor_runtime::(Runtime(Call|Event|Error|HoldReason|FreezeReason)|OriginCaller)$/;
/** A pallet's calls, of which we may describe only some. */
const CALLS = /::pallet::Call$/;

/**
 * Compares types of two registries by structure: paths, parameters, field names and spellings, variant indices, order.
 * Answers where they first differ, or undefined. Outer and call enums need only be a subset of the reference's.
 */
export function createTypeComparer(reference: Lookup, ours: Lookup): (a: number, b: number) => string | undefined {
  // A pair under comparison counts as equal: recursive types end there, and a difference surfaces anyway.
  const seen = new Map<string, string | undefined>();

  function compare(a: number, b: number): string | undefined {
    const key = `${a}:${b}`;
    if (seen.has(key)) return seen.get(key);
    seen.set(key, undefined);
    const difference = compareEntries(a, b);
    seen.set(key, difference);
    return difference;
  }

  function compareEntries(a: number, b: number): string | undefined {
    const theirs = reference[a];
    const own = ours[b];
    if (theirs === undefined || own === undefined) return `type ${a} or ${b} does not exist`;
    const path = theirs.path.join('::');
    const name = path === '' ? theirs.def.tag : path;
    if (path !== own.path.join('::')) return `path ${name} became ${own.path.join('::')}`;
    const here = compareParams(theirs.params, own.params) ?? compareDefs(theirs.def, own.def, path);
    return here === undefined ? undefined : `${name}: ${here}`;
  }

  function compareParams(theirs: Lookup[number]['params'], own: Lookup[number]['params']): string | undefined {
    if (theirs.length !== own.length) return `${theirs.length} parameters became ${own.length}`;
    for (const [at, param] of theirs.entries()) {
      const mine = own[at];
      if (param.name !== mine?.name) return `parameter ${param.name} became ${mine?.name}`;
      const difference = compareOptional(param.type, mine.type);
      if (difference !== undefined) return `<${param.name}> ${difference}`;
    }
    return undefined;
  }

  function compareOptional(a: number | undefined, b: number | undefined): string | undefined {
    if (a === undefined || b === undefined) return a === b ? undefined : 'phantom parameter differs';
    return compare(a, b);
  }

  function compareDefs(theirs: Lookup[number]['def'], own: Lookup[number]['def'], path: string): string | undefined {
    if (theirs.tag !== own.tag) return `${theirs.tag} became ${own.tag}`;
    switch (theirs.tag as TypeEntry['def']['tag']) {
      case 'primitive': {
        const [a, b] = [theirs.value, own.value] as { tag: string }[];
        return a?.tag === b?.tag ? undefined : `${a?.tag} became ${b?.tag}`;
      }
      case 'compact':
      case 'sequence':
        return compare(theirs.value as number, own.value as number);
      case 'array': {
        const [a, b] = [theirs.value, own.value] as [{ len: number; type: number }, { len: number; type: number }];
        return a.len === b.len ? compare(a.type, b.type) : `length ${a.len} became ${b.len}`;
      }
      case 'tuple': {
        const [a, b] = [theirs.value, own.value] as [number[], number[]];
        if (a.length !== b.length) return `tuple of ${a.length} became ${b.length}`;
        return firstDifference(a, (part, at) => compare(part, b[at] ?? -1));
      }
      case 'composite':
        return compareFields(theirs.value as FieldOf[], own.value as FieldOf[]);
      case 'variant':
        return compareVariants(
          theirs.value as VariantOf[],
          own.value as VariantOf[],
          OUTER.test(path) || CALLS.test(path),
        );
    }
  }

  function compareFields(theirs: readonly FieldOf[], own: readonly FieldOf[]): string | undefined {
    if (theirs.length !== own.length) return `${theirs.length} fields became ${own.length}`;
    return firstDifference(theirs, (field, at) => {
      const mine = own[at];
      if (mine === undefined || field.name !== mine.name) return `field ${field.name} became ${mine?.name}`;
      if (field.typeName !== mine.typeName)
        return `${field.name ?? at}: spelled ${field.typeName} became ${mine.typeName}`;
      const difference = compare(field.type, mine.type);
      return difference === undefined ? undefined : `${field.name ?? at}: ${difference}`;
    });
  }

  function compareVariants(
    theirs: readonly VariantOf[],
    own: readonly VariantOf[],
    subset: boolean,
  ): string | undefined {
    if (!subset && theirs.length !== own.length) return `${theirs.length} variants became ${own.length}`;
    return firstDifference(own, (mine) => {
      const variant = theirs.find((candidate) => candidate.name === mine.name);
      if (variant === undefined) return `variant ${mine.name} is invented`;
      if (variant.index !== mine.index) return `variant ${mine.name} moved from ${variant.index} to ${mine.index}`;
      const difference = compareFields(variant.fields, mine.fields);
      return difference === undefined ? undefined : `${mine.name}.${difference}`;
    });
  }

  return compare;
}

function firstDifference<T>(
  items: readonly T[],
  check: (item: T, at: number) => string | undefined,
): string | undefined {
  for (const [at, item] of items.entries()) {
    const difference = check(item, at);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
