import { metadata, type v14, type v15, type v16 } from '@polkadot-api/substrate-bindings';
import type { Edition } from './edition.ts';
import { type Model, runtimeModel } from './model.ts';

/** Metadata versions on offer, ascending. */
export const METADATA_VERSIONS = [14, 15, 16] as const;
export type MetadataVersion = (typeof METADATA_VERSIONS)[number];

/** The extrinsic format every snapshot of mainnet uses. */
const EXTRINSIC_VERSION = 4;
/** V16 also lists the general transactions of format 5, as mainnet does. */
const EXTRINSIC_VERSIONS = [EXTRINSIC_VERSION, 5];

/** `meta`, little endian. */
const MAGIC = 0x6174_656d;

type Value<C extends { enc: (value: never) => Uint8Array }> = Parameters<C['enc']>[0];

const current = { tag: 'NotDeprecated' as const, value: undefined };

function asV14({ lookup, pallets, extrinsic, signedExtensions, runtime }: Model): Value<typeof v14> {
  return {
    lookup,
    pallets,
    extrinsic: { type: extrinsic.type, version: EXTRINSIC_VERSION, signedExtensions },
    type: runtime,
    apis: [], // not on the wire; the codec's type asks for it
  };
}

function asV15(model: Model): Value<typeof v15> {
  const { lookup, pallets, extrinsic, signedExtensions, runtime, apis, outerEnums } = model;
  return {
    lookup,
    pallets,
    extrinsic: { version: EXTRINSIC_VERSION, ...extrinsic, signedExtensions },
    type: runtime,
    apis,
    outerEnums,
    custom: [],
  };
}

function asV16(model: Model): Value<typeof v16> {
  const { lookup, extrinsic, signedExtensions, outerEnums } = model;
  const own = (type: number | undefined) => (type === undefined ? undefined : { type, deprecationInfo: [] });
  return {
    lookup,
    pallets: model.pallets.map((pallet) => ({
      ...pallet,
      calls: own(pallet.calls),
      events: own(pallet.events),
      errors: own(pallet.errors),
      storage: pallet.storage && {
        prefix: pallet.storage.prefix,
        items: pallet.storage.items.map((item) => ({ ...item, deprecationInfo: current })),
      },
      constants: pallet.constants.map((constant) => ({ ...constant, deprecationInfo: current })),
      viewFns: [],
      deprecationInfo: current,
    })),
    extrinsic: {
      version: EXTRINSIC_VERSIONS,
      address: extrinsic.address,
      call: extrinsic.call,
      signature: extrinsic.signature,
      signedExtensionsByVersion: [[0, signedExtensions.map((_, at) => at)]],
      signedExtensions,
    },
    apis: model.apis.map((api) => ({
      ...api,
      deprecationInfo: current,
      methods: api.methods.map((method) => ({ ...method, deprecationInfo: current })),
    })),
    outerEnums,
    custom: [],
  };
}

function encodeMetadata(version: MetadataVersion, edition: Edition): Uint8Array {
  const model = runtimeModel(edition);
  switch (version) {
    case 14:
      return metadata.enc({ magicNumber: MAGIC, metadata: { tag: 'v14', value: asV14(model) } });
    case 15:
      return metadata.enc({ magicNumber: MAGIC, metadata: { tag: 'v15', value: asV15(model) } });
    case 16:
      return metadata.enc({ magicNumber: MAGIC, metadata: { tag: 'v16', value: asV16(model) } });
  }
}

const cache = new Map<string, Uint8Array>();

/** Prefixed metadata (magic and version byte) of the practice network; encoded once, do not write into it. */
export function buildMetadata(version: MetadataVersion, edition: Edition = 'mainnet'): Uint8Array {
  const key = `${edition} ${version}`;
  let bytes = cache.get(key);
  if (bytes === undefined) {
    bytes = encodeMetadata(version, edition);
    cache.set(key, bytes);
  }
  return bytes;
}
