import type { UnifiedMetadata } from '@polkadot-api/substrate-bindings';
import { createTypeComparer } from './types.ts';

type Pallet = UnifiedMetadata['pallets'][number];
type StorageEntry = NonNullable<Pallet['storage']>['items'][number];
type Variant = {
  name: string;
  index: number;
  fields: { name: string | undefined; type: number; typeName: string | undefined }[];
};

export interface Comparison {
  /** Entries of ours that the reference has identically. */
  readonly identical: number;
  /** One line an entry of ours that differs from the reference, or is not in it. */
  readonly differences: readonly string[];
}

/** Compares every entry of our metadata with the reference; entries the reference alone has do not count. */
export function compareMetadata(reference: UnifiedMetadata, ours: UnifiedMetadata): Comparison {
  const compareTypes = createTypeComparer(reference.lookup, ours.lookup);
  const differences: string[] = [];
  let identical = 0;

  function entry(name: string, ...checks: readonly (string | undefined)[]): void {
    const difference = checks.find((check) => check !== undefined);
    if (difference === undefined) identical += 1;
    else differences.push(`${name}: ${difference}`);
  }

  const same = (what: string, a: unknown, b: unknown): string | undefined =>
    JSON.stringify(a) === JSON.stringify(b) ? undefined : `${what} ${JSON.stringify(a)} became ${JSON.stringify(b)}`;

  const optionalType = (a: number | undefined, b: number | undefined): string | undefined =>
    a === undefined || b === undefined ? same('type', a, b) : compareTypes(a, b);

  function variants(metadata: UnifiedMetadata, type: { type: number } | undefined): readonly Variant[] {
    const def = type === undefined ? undefined : metadata.lookup[type.type]?.def;
    return def?.tag === 'variant' ? def.value : [];
  }

  function enumEntries(pallet: Pallet, theirs: Pallet, kind: 'calls' | 'events' | 'errors'): void {
    for (const mine of variants(ours, pallet[kind])) {
      const found = variants(reference, theirs[kind]).find((candidate) => candidate.name === mine.name);
      const name = `${pallet.name}.${mine.name} (${kind})`;
      if (found === undefined) entry(name, 'is not in the reference');
      else
        entry(
          name,
          same('index', found.index, mine.index),
          same(
            'argument names',
            found.fields.map((f) => f.name),
            mine.fields.map((f) => f.name),
          ),
          same(
            'spellings',
            found.fields.map((f) => f.typeName),
            mine.fields.map((f) => f.typeName),
          ),
          ...found.fields.map((field, at) => {
            const difference = compareTypes(field.type, mine.fields[at]?.type ?? -1);
            return difference && `${field.name ?? at}: ${difference}`;
          }),
        );
    }
    // The enum as a whole: path, parameters, and completeness of events and errors.
    if (pallet[kind] !== undefined)
      entry(`${pallet.name} ${kind}`, optionalType(theirs[kind]?.type, pallet[kind].type));
  }

  function storageEntry(name: string, theirs: StorageEntry | undefined, mine: StorageEntry): void {
    if (theirs === undefined) {
      entry(name, 'is not in the reference');
      return;
    }
    const checks = [
      same('modifier', theirs.modifier, mine.modifier),
      same('default', theirs.fallback, mine.fallback),
      same('shape', theirs.type.tag, mine.type.tag),
    ];
    if (theirs.type.tag === 'plain' && mine.type.tag === 'plain')
      checks.push(compareTypes(theirs.type.value, mine.type.value));
    if (theirs.type.tag === 'map' && mine.type.tag === 'map') {
      const [a, b] = [theirs.type.value, mine.type.value];
      checks.push(same('hashers', a.hashers, b.hashers), compareTypes(a.key, b.key), compareTypes(a.value, b.value));
    }
    entry(name, ...checks);
  }

  function palletEntries(pallet: Pallet): void {
    const theirs = reference.pallets.find((candidate) => candidate.name === pallet.name);
    if (theirs === undefined) {
      entry(`pallet ${pallet.name}`, 'is not in the reference');
      return;
    }
    entry(
      `pallet ${pallet.name}`,
      same('index', theirs.index, pallet.index),
      pallet.storage && same('prefix', theirs.storage?.prefix, pallet.storage.prefix),
    );
    for (const kind of ['calls', 'events', 'errors'] as const) enumEntries(pallet, theirs, kind);
    for (const item of pallet.storage?.items ?? []) {
      storageEntry(
        `${pallet.name}.${item.name} (storage)`,
        theirs.storage?.items.find((s) => s.name === item.name),
        item,
      );
    }
    for (const constant of pallet.constants) {
      const found = theirs.constants.find((candidate) => candidate.name === constant.name);
      // The version lists the runtime APIs, of which we have fewer; a test of its own compares it.
      const ownValue = pallet.name === 'System' && constant.name === 'Version';
      entry(
        `${pallet.name}.${constant.name} (constant)`,
        optionalType(found?.type, constant.type),
        ownValue ? undefined : same('value', found?.value, constant.value),
      );
    }
    for (const { name, type } of pallet.associatedTypes) {
      const found = theirs.associatedTypes.find((candidate) => candidate.name === name);
      entry(`${pallet.name}.${name} (associated type)`, optionalType(found?.type, type));
    }
  }

  function apiEntries(): void {
    for (const api of ours.apis) {
      const theirs = reference.apis.find((candidate) => candidate.name === api.name);
      const version = (of: object | undefined): unknown => (of && 'version' in of ? of.version : undefined);
      entry(`api ${api.name}`, version(api) === undefined ? undefined : same('version', version(theirs), version(api)));
      for (const method of api.methods) {
        const found = theirs?.methods.find((candidate) => candidate.name === method.name);
        entry(
          `${api.name}.${method.name}`,
          same(
            'inputs',
            found?.inputs.map((input) => input.name),
            method.inputs.map((input) => input.name),
          ),
          ...method.inputs.map((input, at) => optionalType(found?.inputs[at]?.type, input.type)),
          optionalType(found?.output, method.output),
        );
      }
    }
  }

  function extrinsicEntries(): void {
    const listed = (of: UnifiedMetadata) => Object.values(of.extrinsic.extensions);
    const names = (of: UnifiedMetadata) => listed(of).map((extension) => extension.identifier);
    entry('order of the signed extensions', same('order', names(reference), names(ours)));
    for (const [at, extension] of listed(ours).entries()) {
      const theirs = listed(reference)[at];
      entry(
        `extension ${extension.identifier}`,
        optionalType(theirs?.type, extension.type),
        optionalType(theirs?.additionalSigned, extension.additionalSigned),
      );
    }
    for (const part of ['address', 'call', 'signature'] as const) {
      const id = (of: UnifiedMetadata) =>
        part in of.extrinsic ? (of.extrinsic as Record<typeof part, number>)[part] : undefined;
      if (id(ours) !== undefined) entry(`extrinsic ${part}`, optionalType(id(reference), id(ours)));
    }
    if ('outerEnums' in ours && 'outerEnums' in reference) {
      for (const part of ['call', 'event', 'error'] as const) {
        entry(`outer ${part}`, optionalType(reference.outerEnums[part], ours.outerEnums[part]));
      }
    }
  }

  for (const pallet of ours.pallets) palletEntries(pallet);
  apiEntries();
  extrinsicEntries();
  return { identical, differences };
}
