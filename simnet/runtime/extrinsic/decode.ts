import type { Codec } from '@polkadot-api/substrate-bindings';
import { type AccountId, hexOf } from '../hex.ts';
import type { RuntimeCall } from '../interface.ts';
import { decodeEra, type Era } from './era.ts';
import { ByteReader } from './reader.ts';

export type SignatureKind = 'ed25519' | 'sr25519' | 'ecdsa';

const SIGNATURES: readonly { readonly kind: SignatureKind; readonly length: number }[] = [
  { kind: 'ed25519', length: 64 },
  { kind: 'sr25519', length: 64 },
  { kind: 'ecdsa', length: 65 },
];

export interface SignedEnvelope {
  /** Undefined when the address is not a plain account id. */
  readonly signer: AccountId | undefined;
  readonly kind: SignatureKind;
  readonly signature: Uint8Array;
  readonly era: Era;
  readonly nonce: number;
  /** Rao on top of the fee. */
  readonly tip: bigint;
  readonly metadataHashMode: 0 | 1;
  /** Extension bytes as they stood in the extrinsic: they are signed as such. */
  readonly extra: Uint8Array;
}

export interface DecodedExtrinsic {
  readonly call: RuntimeCall;
  readonly callBytes: Uint8Array;
  readonly signed: SignedEnvelope | undefined;
  /** Bytes with the length prefix: what the length fee is charged for. */
  readonly length: number;
}

const SIGNED_V4 = 0x84;
const BARE_V4 = 0x04;
const BARE_V5 = 0x05;
const MAX_NONCE = 0xffff_ffffn;

/** Reads an extrinsic with its length prefix. @throws Error when the bytes are not one of this runtime. */
export function decodeExtrinsic(bytes: Uint8Array, callCodec: Codec<RuntimeCall>): DecodedExtrinsic {
  const outer = new ByteReader(bytes);
  const length = outer.compact();
  if (length !== BigInt(outer.left)) throw new RangeError('length prefix and length differ');
  const reader = new ByteReader(outer.rest());
  const version = reader.u8();
  if (version !== SIGNED_V4 && version !== BARE_V4 && version !== BARE_V5)
    throw new RangeError(`extrinsic version ${version}`);
  const signed = version === SIGNED_V4 ? decodeEnvelope(reader) : undefined;
  const callBytes = reader.rest();
  const call = callCodec.dec(callBytes);
  // A codec reads what it needs and ignores the rest; the chain refuses trailing bytes.
  if (callCodec.enc(call).length !== callBytes.length) throw new RangeError('bytes after the call');
  return { call, callBytes, signed, length: bytes.length };
}

function decodeSigner(reader: ByteReader): AccountId | undefined {
  switch (reader.u8()) {
    case 0:
      return hexOf(reader.take(32));
    case 1:
      reader.compact();
      return undefined;
    case 2:
      reader.take(Number(reader.compact()));
      return undefined;
    case 3:
      reader.take(32);
      return undefined;
    case 4:
      reader.take(20);
      return undefined;
    default:
      throw new RangeError('no such address');
  }
}

function decodeEnvelope(reader: ByteReader): SignedEnvelope {
  const signer = decodeSigner(reader);
  const scheme = SIGNATURES[reader.u8()];
  if (scheme === undefined) throw new RangeError('no such signature');
  const signature = reader.take(scheme.length);
  // Only these extensions put bytes into the extrinsic, in this order: mortality, nonce, tip, metadata hash mode.
  const begin = reader.at;
  const era = decodeEra(reader.u8(), () => reader.u8());
  const nonce = reader.compact();
  if (nonce > MAX_NONCE) throw new RangeError('nonce beyond u32');
  const tip = reader.compact();
  const mode = reader.u8();
  if (mode > 1) throw new RangeError('no such metadata hash mode');
  const extra = reader.since(begin);
  return {
    signer,
    kind: scheme.kind,
    signature,
    era,
    nonce: Number(nonce),
    tip,
    metadataHashMode: mode === 1 ? 1 : 0,
    extra,
  };
}
