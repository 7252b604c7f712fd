import { type DescribedPallet, describe, outerEnums } from './describe.ts';
import type { Edition } from './edition.ts';
import type { RuntimeApi } from './language/api.ts';
import type { StorageItem } from './language/pallet.ts';
import type { Ref, Type } from './language/type.ts';
import { createRegistry, type Registry, type TypeEntry } from './registry.ts';
import { createValueEncoder, type ValueEncoder } from './scale-values.ts';
import { MultiAddress, MultiSignature } from './types/account.ts';
import { UncheckedExtrinsic } from './types/block.ts';
import { Runtime, signedExtensions } from './types/extension.ts';
import { SignedExtra } from './types/signed-extra.ts';
import { runtimeApisOf } from './version.ts';

/*
 * The description with types replaced by registry numbers and values by bytes: what every metadata version is written
 * from. Mutable arrays because the codecs' own types ask for them.
 */

const MODIFIER = { Optional: 0, Default: 1 } as const;

function storageOf(item: StorageItem, registry: Registry, values: ValueEncoder) {
  const value = registry.idOf(item.value);
  let fallback: `0x${string}` = '0x00';
  if (item.modifier === 'Default') {
    fallback = item.fallback === undefined ? values.zero(value) : values.encode(value, item.fallback);
  }
  const [first, ...rest] = item.keys;
  const type =
    first === undefined
      ? { tag: 'plain' as const, value }
      : {
          tag: 'map' as const,
          value: {
            hashers: item.keys.map((key) => ({ tag: key.hasher, value: undefined })),
            key: registry.idOf(
              rest.length === 0 ? first.type : { kind: 'tuple', of: item.keys.map((key) => key.type) },
            ),
            value,
          },
        };
  return { name: item.name, modifier: MODIFIER[item.modifier], type, fallback, docs: [] as string[] };
}

function palletOf({ pallet, enums }: DescribedPallet, registry: Registry, values: ValueEncoder) {
  const { calls, events, errors } = enums;
  const idOf = (ref: Ref | undefined): number | undefined => ref && registry.idOf(ref.type);
  return {
    name: pallet.name,
    index: pallet.index,
    docs: [] as string[],
    storage: pallet.storage && {
      prefix: pallet.name,
      items: pallet.storage.map((item) => storageOf(item, registry, values)),
    },
    calls: idOf(calls),
    events: idOf(events),
    errors: idOf(errors),
    constants: (pallet.constants ?? []).map((constant) => {
      const type = registry.idOf(constant.type);
      return { name: constant.name, type, value: values.encode(type, constant.value), docs: [] as string[] };
    }),
    associatedTypes: (pallet.associatedTypes ?? []).map(({ name, type }) => ({
      name,
      type: registry.idOf(type),
      docs: [] as string[],
    })),
  };
}

function* mentionedTypes(pallets: readonly DescribedPallet[], apis: readonly RuntimeApi[]): Generator<Type> {
  yield* Object.values(outerEnums);
  yield* [MultiAddress, MultiSignature, UncheckedExtrinsic, SignedExtra, Runtime].map((ref) => ref.type);
  for (const extension of signedExtensions) yield* [extension.extra, extension.implicit];
  for (const { pallet } of pallets) {
    for (const item of pallet.storage ?? []) {
      yield item.value;
      for (const key of item.keys) yield key.type;
    }
    for (const constant of pallet.constants ?? []) yield constant.type;
  }
  for (const { methods } of apis) {
    for (const { inputs, output } of methods) {
      yield output;
      for (const input of inputs) yield input.type;
    }
  }
}

function buildModel(edition: Edition) {
  const { pallets, resolveOuter } = describe(edition);
  const apis = runtimeApisOf(edition);
  const registry = createRegistry(resolveOuter);
  // Values can be encoded only when every type has its number, so all types come first.
  for (const type of mentionedTypes(pallets, apis)) registry.idOf(type);
  const values = createValueEncoder(registry);
  const model = {
    pallets: pallets.map((described) => palletOf(described, registry, values)),
    apis: apis.map((api) => ({
      name: api.name,
      version: api.version,
      docs: [] as string[],
      methods: api.methods.map((method) => ({
        name: method.name,
        inputs: method.inputs.map(({ name, type }) => ({ name, type: registry.idOf(type) })),
        output: registry.idOf(method.output),
        docs: [] as string[],
      })),
    })),
    signedExtensions: signedExtensions.map(({ identifier, extra, implicit }) => ({
      identifier,
      type: registry.idOf(extra),
      additionalSigned: registry.idOf(implicit),
    })),
    extrinsic: {
      type: registry.idOf(UncheckedExtrinsic.type),
      address: registry.idOf(MultiAddress.type),
      call: registry.idOf(outerEnums.call),
      signature: registry.idOf(MultiSignature.type),
      extra: registry.idOf(SignedExtra.type),
    },
    outerEnums: {
      call: registry.idOf(outerEnums.call),
      event: registry.idOf(outerEnums.event),
      error: registry.idOf(outerEnums.error),
    },
    runtime: registry.idOf(Runtime.type),
  };
  // Storage keys of several parts add their tuples while the model is built, so the list is taken last.
  const lookup: TypeEntry[] = registry.entries();
  return { ...model, lookup };
}

export type Model = ReturnType<typeof buildModel>;

const built = new Map<Edition, Model>();

/** The described runtime, ready to encode; built once an edition. */
export function runtimeModel(edition: Edition): Model {
  const model = built.get(edition) ?? buildModel(edition);
  built.set(edition, model);
  return model;
}
