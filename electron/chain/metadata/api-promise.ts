import type { ApiPromise } from '@polkadot/api';
import type { ApiOptions } from '@polkadot/api/types';
import { AppError } from '../../../shared/errors/index.ts';
import type { RuntimeIdentity } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';
import { toHex } from '../scale/hex.ts';

/** Extensions @polkadot/api knows by itself; the others must be declared empty, which `assertSignable` has proved. */
const NO_FIELDS = { extrinsic: {}, payload: {} };

/**
 * An ApiPromise for one runtime, from metadata at hand: no request is made. It is used to encode; decoding is ours.
 * @throws AppError chain.metadata_invalid
 */
export async function openApi(
  runtime: RuntimeIdentity,
  codec: RuntimeCodec,
  metadata: Uint8Array,
  toProvider: (known: ReadonlyMap<string, unknown>) => NonNullable<ApiOptions['provider']>,
): Promise<ApiPromise> {
  const { genesisHash, specName, specVersion, transactionVersion } = runtime;
  const known = new Map<string, unknown>([
    ['chain_getBlockHash', genesisHash],
    [
      'state_getRuntimeVersion',
      {
        specName,
        implName: specName,
        specVersion,
        implVersion: 0,
        authoringVersion: 0,
        transactionVersion,
        stateVersion: 1,
        apis: [],
      },
    ],
    ['system_chain', 'Bittensor'],
    ['system_properties', { ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' }],
    ['rpc_methods', { methods: [] }],
  ]);
  const empty = codec.extensions().filter((one) => codec.types.isZeroSized(one.extraType));
  const { ApiPromise: Api } = await import('@polkadot/api'); // half a second of loading that the first reads need not pay
  const api = new Api({
    provider: toProvider(known),
    metadata: { [`${genesisHash}-${specVersion}`]: toHex(metadata) as `0x${string}` },
    signedExtensions: Object.fromEntries(
      empty.filter((one) => codec.types.isZeroSized(one.implicitType)).map((one) => [one.name, NO_FIELDS]),
    ),
    noInitWarn: true,
    throwOnConnect: false,
  });
  try {
    return await api.isReadyOrError;
  } catch (cause) {
    throw new AppError('chain.metadata_invalid', {}, { cause });
  }
}
