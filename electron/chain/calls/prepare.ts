import { Blake2256 } from '@polkadot-api/substrate-bindings';
import { AppError } from '../../../shared/errors/index.ts';
import { type Coldkey, type Rao, ZERO_RAO } from '../../../shared/units/index.ts';
import type { Runtime } from '../metadata/runtime.ts';
import type { BlockRef, UnsignedExtrinsic } from '../port.ts';
import { toHex } from '../scale/hex.ts';
import { eraFrom, lastBlockOf, periodFor } from './era.ts';
import { buildPayload, readPayload } from './payload.ts';

export interface PrepareRequest {
  readonly signer: Coldkey;
  readonly callBytes: Uint8Array;
  readonly nonce: number;
  readonly periodBlocks: number;
  readonly tip?: Rao;
}

/** Finality may lag this many blocks before a signature is born at the best block instead. */
const lagAllowed = (period: number): number => Math.max(2, Math.floor(period / 4));

/**
 * The bytes to sign, always mortal. Born at the finalized head, which no fork can take away, unless finality lags so
 * far that little life would be left.
 * @throws AppError chain.unknown_extension, tx.review_mismatch when the call bytes are not exactly one call
 */
export function prepareExtrinsic(
  runtime: Runtime,
  heads: { readonly best: BlockRef; readonly finalized: BlockRef },
  mode: 0 | 1,
  request: PrepareRequest,
): UnsignedExtrinsic {
  const { identity, codec, constants } = runtime;
  const period = Math.min(periodFor(request.periodBlocks), floorPowerOfTwo(constants.blockHashCount));
  const lag = heads.best.blockNumber - heads.finalized.blockNumber;
  const birth = lag <= lagAllowed(period) ? heads.finalized : heads.best;
  const tip = request.tip ?? ZERO_RAO;
  const payload = buildPayload(codec, {
    callBytes: request.callBytes,
    era: eraFrom(birth.blockNumber, period),
    nonce: request.nonce,
    tip,
    runtime: identity,
    birthHash: birth.blockHash,
    ...(mode === 1 ? { metadataHash: runtime.digest() } : {}),
  });
  if (readPayload(codec, payload).callEnd !== request.callBytes.length) {
    throw new AppError('tx.review_mismatch', { reason: 'call length' });
  }
  return {
    signer: request.signer,
    callBytes: request.callBytes,
    payload,
    payloadHash: toHex(Blake2256(payload)),
    nonce: request.nonce,
    tip,
    runtime: identity,
    metadataHashMode: mode,
    birth,
    deathBlock: lastBlockOf(birth.blockNumber, period),
  };
}

function floorPowerOfTwo(value: number): number {
  return 2 ** Math.floor(Math.log2(Math.max(4, value)));
}
