import { getLookupFn } from '@polkadot-api/metadata-builders';
import { type Codec, Tuple } from '@polkadot-api/substrate-bindings';
import { type Codecs, codecsOf } from './codecs.ts';
import type { Edition } from './metadata-source.ts';

/** A call as the dynamic codec shows it: pallet, function, arguments by name. */
export interface RuntimeCall {
  readonly type: string;
  readonly value: { readonly type: string; readonly value: unknown };
}

export interface ApiShape {
  readonly args: Codec<unknown[]>;
  readonly value: Codec<unknown>;
}

export interface EventRecord {
  readonly phase:
    | { readonly type: 'ApplyExtrinsic'; readonly value: number }
    | { readonly type: 'Finalization' | 'Initialization'; readonly value?: undefined };
  readonly event: { readonly type: string; readonly value: { readonly type: string; readonly value: unknown } };
  readonly topics: readonly string[];
}

/** What editions of the runtime differ in: their calls, events, runtime APIs and constants. */
export interface RuntimeInterface {
  readonly edition: Edition;
  readonly callCodec: Codec<RuntimeCall>;
  readonly eventRecordCodec: Codec<EventRecord>;
  /** Undefined when the metadata does not describe the method. */
  apiShape(api: string, method: string): ApiShape | undefined;
  /** @throws Error when the constant is not described. */
  constant(pallet: string, name: string): unknown;
}

const built = new Map<Edition, RuntimeInterface>();

/** By edition, built at first use. */
export function interfaceOf(edition: Edition): RuntimeInterface {
  const known = built.get(edition) ?? build(edition);
  built.set(edition, known);
  return known;
}

function eventRecordType(metadata: Codecs['metadata'], lookup: Codecs['lookup']): number {
  const storage = metadata.pallets.find(({ name }) => name === 'System')?.storage;
  const entry = storage?.items.find(({ name }) => name === 'Events');
  const type = entry?.type.tag === 'plain' ? lookup(entry.type.value) : undefined;
  if (type?.type !== 'sequence') throw new Error('simnet runtime: System.Events is not described');
  return type.value.id;
}

function build(edition: Edition): RuntimeInterface {
  const { metadata, lookup, build: codecOf } = codecsOf(edition);
  const callType = getLookupFn(metadata).call;
  if (callType === null) throw new Error('simnet runtime: metadata lacks the call type');
  const shapes = new Map<string, ApiShape>();
  return {
    edition,
    callCodec: codecOf(callType) as Codec<RuntimeCall>,
    eventRecordCodec: codecOf(eventRecordType(metadata, lookup)) as Codec<EventRecord>,
    apiShape(api, method) {
      const name = `${api}_${method}`;
      const known = shapes.get(name);
      if (known !== undefined) return known;
      const { methods } = metadata.apis.find((one) => one.name === api) ?? { methods: [] };
      const found = methods.find((one) => one.name === method);
      if (found === undefined) return undefined;
      const shape = {
        args: Tuple(...found.inputs.map(({ type }) => codecOf(type))) as Codec<unknown[]>,
        value: codecOf(found.output),
      };
      shapes.set(name, shape);
      return shape;
    },
    constant(pallet, name) {
      const constants = metadata.pallets.find((one) => one.name === pallet)?.constants;
      const found = constants?.find((one) => one.name === name);
      if (found === undefined) throw new Error(`simnet runtime: constant ${pallet}.${name} is not described`);
      return codecOf(found.type).dec(found.value);
    },
  };
}
