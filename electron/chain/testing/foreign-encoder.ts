import { Metadata, TypeRegistry } from '@polkadot/types';
import { toHex } from '../scale/hex.ts';
import { readSnapshot, type SnapshotSpec } from './snapshots.ts';

/** Encodes as the runtime of a release would, by a library that our decoder shares nothing with. */
export interface ForeignEncoder {
  /** A runtime API's reply. */
  readonly api: (api: string, method: string, value: unknown) => Uint8Array;
  /** A stored value of SubtensorModule, 0x hex. */
  readonly stored: (item: string, value: unknown) => string;
}

const made = new Map<SnapshotSpec, ForeignEncoder>();

export function foreignEncoder(spec: SnapshotSpec): ForeignEncoder {
  const encoder = made.get(spec) ?? makeEncoder(spec);
  made.set(spec, encoder);
  return encoder;
}

function makeEncoder(spec: SnapshotSpec): ForeignEncoder {
  const registry = new TypeRegistry();
  const metadata = new Metadata(registry, readSnapshot(spec));
  registry.setMetadata(metadata);
  const { apis, pallets } = metadata.asLatest;
  const encode = (type: Parameters<typeof registry.createLookupType>[0], value: unknown): Uint8Array =>
    registry.createType(registry.createLookupType(type), value).toU8a();
  return {
    api: (api, method, value) => {
      const methods = [...([...apis].find(({ name }) => name.eq(api))?.methods ?? [])];
      const found = methods.find(({ name }) => name.eq(method));
      if (found === undefined) throw new Error(`spec ${spec} has no ${api}.${method}`);
      return encode(found.output, value);
    },
    stored: (item, value) => {
      const storage = [...pallets].find(({ name }) => name.eq('SubtensorModule'))?.storage.unwrap();
      const found = [...(storage?.items ?? [])].find(({ name }) => name.eq(item));
      if (found === undefined) throw new Error(`spec ${spec} has no ${item}`);
      return toHex(encode(found.type.isMap ? found.type.asMap.value : found.type.asPlain, value));
    },
  };
}
