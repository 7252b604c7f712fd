import type { ApiPromise } from '@polkadot/api';
import type { ApiOptions } from '@polkadot/api/types';
import { AppError } from '../../../shared/errors/index.ts';
import { type CallEncoder, callEncoder } from '../calls/encoder.ts';
import type { ChainClock } from '../clock.ts';
import type { RawCall } from '../connection/handshake.ts';
import type { ChainConstants, RuntimeIdentity } from '../port.ts';
import { RuntimeCodec } from '../scale/codec.ts';
import { openApi } from './api-promise.ts';
import type { MetadataKey } from './cache.ts';
import type { Capabilities } from './capabilities.ts';
import { readConstants } from './constants.ts';
import { metadataDigest } from './digest.ts';
import { probeCapabilities } from './probe.ts';

export type ProviderMaker = (known: ReadonlyMap<string, unknown>) => NonNullable<ApiOptions['provider']>;

/** Long enough for the first portfolio on a slow endpoint. */
const ENCODER_DELAY_MS = 1_500;

/** One runtime as the client knows it. A new spec version gives a new object; nothing in it ever changes. */
export interface Runtime {
  readonly identity: RuntimeIdentity;
  readonly key: MetadataKey;
  readonly codec: RuntimeCodec;
  readonly capabilities: Capabilities;
  readonly constants: ChainConstants;
  /**
   * Built when first asked for, or once the first reads are done: they do not need it, and building it holds the
   * thread for a few hundred milliseconds. @throws AppError chain.metadata_invalid
   */
  encoder(): Promise<CallEncoder>;
  /** The encoder once it is there. */
  encoderNow(): CallEncoder | undefined;
  /** Computed once, on the first signature. @throws AppError chain.metadata_invalid when it cannot be */
  digest(): Uint8Array;
  close(): Promise<void>;
}

export async function buildRuntime(
  identity: RuntimeIdentity,
  key: MetadataKey,
  metadata: Uint8Array,
  call: RawCall,
  toProvider: ProviderMaker,
  clock: ChainClock,
): Promise<Runtime> {
  const codec = readMetadata(metadata);
  const constants = await readConstants(codec, call);
  let encoderNow: CallEncoder | undefined;
  let digest: Uint8Array | undefined;
  let api: Promise<ApiPromise> | undefined;
  const encoder = async (): Promise<CallEncoder> => {
    cancelStart();
    api ??= openApi(identity, codec, metadata, toProvider);
    encoderNow ??= callEncoder(await api, codec);
    return encoderNow;
  };
  const cancelStart = clock.after(ENCODER_DELAY_MS, () => {
    encoder().catch(() => undefined); // met by whoever asks for it
  });
  return {
    identity,
    key,
    codec,
    capabilities: probeCapabilities(codec),
    constants,
    encoder,
    encoderNow: () => encoderNow,
    digest: () => {
      digest ??= computeDigest(metadata);
      return digest;
    },
    close: async () => {
      cancelStart();
      await api?.then((opened) => opened.disconnect()).catch(() => undefined);
    },
  };
}

function readMetadata(metadata: Uint8Array): RuntimeCodec {
  try {
    return new RuntimeCodec(metadata);
  } catch (cause) {
    throw new AppError('chain.metadata_invalid', {}, { cause });
  }
}

function computeDigest(metadata: Uint8Array): Uint8Array {
  try {
    return metadataDigest(metadata);
  } catch (cause) {
    throw new AppError('chain.metadata_invalid', {}, { cause });
  }
}
