import { AppError } from '../../../shared/errors/index.ts';
import { toRao } from '../../../shared/units/index.ts';
import type { DecodedPayload, RuntimeIdentity } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';
import { fromHex, toHex } from '../scale/hex.ts';
import { ScaleError, ScaleReader } from '../scale/reader.ts';
import { compactBytes, concatBytes, u32Bytes } from '../scale/writer.ts';
import { type Era, encodeEra, readEra } from './era.ts';
import { type ExtensionPlan, planExtensions } from './extensions.ts';

export interface PayloadParts {
  readonly callBytes: Uint8Array;
  readonly era: Era;
  readonly nonce: number;
  /** Rao. */
  readonly tip: bigint;
  readonly runtime: RuntimeIdentity;
  readonly birthHash: string;
  /** Present for CheckMetadataHash mode 1. */
  readonly metadataHash?: Uint8Array;
}

/** The signing payload: call, extra, implicit data. @throws AppError chain.unknown_extension */
export function buildPayload(codec: RuntimeCodec, parts: PayloadParts): Uint8Array {
  const plan = planExtensions(codec);
  return concatBytes(
    parts.callBytes,
    ...plan.map((one) => extraBytes(one, parts)),
    ...plan.map((one) => implicitBytes(one, parts)),
  );
}

function extraBytes({ extra }: ExtensionPlan, parts: PayloadParts): Uint8Array {
  if (extra === undefined) return new Uint8Array();
  switch (extra) {
    case 'era':
      return encodeEra(parts.era);
    case 'nonce':
      return compactBytes(BigInt(parts.nonce));
    case 'tip':
      return compactBytes(parts.tip);
    case 'mode':
      return Uint8Array.of(parts.metadataHash === undefined ? 0 : 1);
  }
}

function implicitBytes({ implicit }: ExtensionPlan, { runtime, birthHash, metadataHash }: PayloadParts): Uint8Array {
  if (implicit === undefined) return new Uint8Array();
  switch (implicit) {
    case 'spec':
      return u32Bytes(runtime.specVersion);
    case 'tx':
      return u32Bytes(runtime.transactionVersion);
    case 'genesis':
      return fromHex(runtime.genesisHash);
    case 'birth':
      return fromHex(birthHash);
    case 'metadataHash':
      return metadataHash === undefined ? Uint8Array.of(0) : concatBytes(Uint8Array.of(1), metadataHash);
  }
}

/** A payload taken apart, with where its call and its extra end. */
export interface ReadPayload {
  readonly decoded: DecodedPayload;
  readonly callEnd: number;
  readonly extraEnd: number;
}

interface Found {
  era?: Era | 'immortal';
  nonce?: number;
  tip?: bigint;
  mode?: 0 | 1;
  spec?: number;
  tx?: number;
  genesis?: string;
  birth?: string;
  metadataHash?: string;
}

/**
 * Reads a payload back from its bytes alone.
 * @throws AppError tx.review_mismatch when a byte is left over, missing or not canonical; chain.unknown_extension
 */
export function readPayload(codec: RuntimeCodec, payload: Uint8Array): ReadPayload {
  const plan = planExtensions(codec);
  try {
    const reader = new ScaleReader(payload);
    const call = codec.readCall(reader);
    const callEnd = reader.offset;
    const found: Found = {};
    for (const one of plan) readExtra(one, reader, found);
    const extraEnd = reader.offset;
    for (const one of plan) readImplicit(one, reader, found);
    reader.end();
    return { decoded: { call, ...complete(found) }, callEnd, extraEnd };
  } catch (cause) {
    if (cause instanceof ScaleError) throw new AppError('tx.review_mismatch', { reason: 'bytes' }, { cause });
    throw cause;
  }
}

function readExtra({ extra }: ExtensionPlan, reader: ScaleReader, found: Found): void {
  if (extra === 'era') found.era = readEra(reader);
  else if (extra === 'nonce') found.nonce = narrow(reader.compact(), 32);
  else if (extra === 'tip') found.tip = wide(reader.compact(), 64);
  else if (extra === 'mode') found.mode = reader.bool() ? 1 : 0;
}

function readImplicit({ implicit }: ExtensionPlan, reader: ScaleReader, found: Found): void {
  if (implicit === 'spec') found.spec = reader.u32();
  else if (implicit === 'tx') found.tx = reader.u32();
  else if (implicit === 'genesis') found.genesis = toHex(reader.raw(32));
  else if (implicit === 'birth') found.birth = toHex(reader.raw(32));
  else if (implicit === 'metadataHash' && reader.bool()) found.metadataHash = toHex(reader.raw(32));
}

function complete(found: Found): Omit<DecodedPayload, 'call'> {
  const { era, nonce, tip, spec, tx, genesis, birth, mode = 0, metadataHash } = found;
  if (era === undefined || nonce === undefined || tip === undefined || spec === undefined || tx === undefined) {
    throw new ScaleError('the payload lacks a part');
  }
  if (genesis === undefined || birth === undefined) throw new ScaleError('the payload lacks a part');
  if ((mode === 1) !== (metadataHash !== undefined)) throw new ScaleError('the metadata hash contradicts its mode');
  return {
    era,
    nonce,
    tip: toRao(tip),
    specVersion: spec,
    transactionVersion: tx,
    genesisHash: genesis,
    birthHash: birth,
    metadataHashMode: mode,
    ...(metadataHash === undefined ? {} : { metadataHash }),
  };
}

function wide(value: bigint, bits: number): bigint {
  if (value >= 1n << BigInt(bits)) throw new ScaleError('a number is too large');
  return value;
}

function narrow(value: bigint, bits: number): number {
  return Number(wide(value, bits));
}
