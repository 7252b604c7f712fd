import { createHash } from 'node:crypto';
import { Bytes, type CodecType, Struct, str, Tuple, u32, u64, Vector } from '@polkadot-api/substrate-bindings';
import type { KeptBlock, ResumedChain } from '../node/resume.ts';
import { bareHex, bytesOf, concatBytes, utf8 } from '../runtime/hex.ts';

/** What the practice network keeps between two runs. The first four fields say which chain it is. */
export interface Saved extends ResumedChain {
  readonly scenario: string;
  readonly seed: string;
  readonly specVersion: number;
  /** 0x hex. */
  readonly genesisHash: string;
  /** Milliseconds since 1970. */
  readonly genesisMs: bigint;
}

/** Thrown for a file of another version of this format. */
export class OtherFormat extends Error {
  override readonly name = 'OtherFormat';
}

const MARK = utf8('soma simnet ');
/** Goes up when the layout below changes. */
const FORMAT = utf8('0001');
const DIGEST_BYTES = 32;
const PAYLOAD_AT = MARK.length + FORMAT.length + DIGEST_BYTES;

const entries = Vector(Tuple(Bytes(), Bytes()));
const hash = Bytes(32);
const blockCodec = Struct({
  parentHash: hash,
  number: u32,
  stateRoot: hash,
  extrinsicsRoot: hash,
  digest: Vector(Bytes()),
  extrinsics: Vector(Bytes()),
  inherentCount: u32,
  timestampMs: u64,
  remnant: entries,
});
const savedCodec = Struct({
  scenario: str,
  seed: str,
  specVersion: u32,
  genesisHash: hash,
  genesisMs: u64,
  blocks: Vector(blockCodec),
  state: entries,
});

type Entries = CodecType<typeof entries>;

function toEntries(values: ReadonlyMap<string, Uint8Array>): Entries {
  return [...values].map(([key, value]) => [bytesOf(key), value]);
}

function fromEntries(pairs: Entries): Map<string, Uint8Array> {
  return new Map(pairs.map(([key, value]) => [bareHex(key), value]));
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The file's bytes: mark, format, SHA-256 of the rest, the rest in SCALE. */
export function encodeSaved(saved: Saved): Uint8Array {
  const payload = savedCodec.enc({
    ...saved,
    genesisHash: bytesOf(saved.genesisHash),
    blocks: saved.blocks.map(({ header, extrinsics, remnant, ...rest }) => ({
      ...rest,
      ...header,
      digest: [...header.digest],
      extrinsics: [...extrinsics],
      remnant: toEntries(remnant),
    })),
    state: toEntries(saved.state),
  });
  return concatBytes([MARK, FORMAT, sha256(payload), payload]);
}

/** @throws OtherFormat for another version of the format, Error for anything that is not whole */
export function decodeSaved(file: Uint8Array): Saved {
  if (file.length < PAYLOAD_AT || !isSame(file.subarray(0, MARK.length), MARK)) throw new Error('not such a file');
  const digestAt = MARK.length + FORMAT.length;
  if (!isSame(file.subarray(MARK.length, digestAt), FORMAT)) throw new OtherFormat('another version of the format');
  const payload = new Uint8Array(file.subarray(PAYLOAD_AT)); // the decoder reads from the start of the buffer below
  if (!isSame(file.subarray(digestAt, PAYLOAD_AT), sha256(payload))) throw new Error('the checksum differs');
  const { blocks, state, genesisHash, ...rest } = savedCodec.dec(payload);
  return {
    ...rest,
    genesisHash: `0x${bareHex(genesisHash)}`,
    blocks: blocks.map(
      ({ parentHash, number, stateRoot, extrinsicsRoot, digest, remnant, ...block }): KeptBlock => ({
        ...block,
        header: { parentHash, number, stateRoot, extrinsicsRoot, digest },
        remnant: fromEntries(remnant),
      }),
    ),
    state: fromEntries(state),
  };
}
