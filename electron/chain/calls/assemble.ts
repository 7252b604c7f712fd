import { Blake2256 } from '@polkadot-api/substrate-bindings';
import { parseAddress } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { SignedExtrinsic } from '../port.ts';
import type { RuntimeCodec } from '../scale/codec.ts';
import { toHex } from '../scale/hex.ts';
import { compactBytes, concatBytes } from '../scale/writer.ts';
import { readPayload } from './payload.ts';

/** Format 4, signed. */
const VERSION = 0x84;
/** MultiAddress::Id. */
const ADDRESS_ID = 0x00;
/** MultiSignature by variant: ed25519 and sr25519 are 64 bytes, ecdsa 65. */
const SIGNATURE_BYTES: readonly number[] = [65, 65, 66];

/** @throws AppError tx.signature_invalid, tx.review_mismatch, intent.address_invalid */
export function assembleExtrinsic(
  codec: RuntimeCodec,
  signer: string,
  payload: Uint8Array,
  multiSignature: Uint8Array,
): SignedExtrinsic {
  if (multiSignature.length !== SIGNATURE_BYTES[multiSignature[0] ?? -1]) throw new AppError('tx.signature_invalid');
  const address = parseAddress(signer);
  if (!address.ok) throw new AppError('intent.address_invalid');
  const { callEnd, extraEnd } = readPayload(codec, payload);
  const body = concatBytes(
    Uint8Array.of(VERSION, ADDRESS_ID),
    address.publicKey,
    multiSignature,
    payload.subarray(callEnd, extraEnd),
    payload.subarray(0, callEnd),
  );
  const bytes = concatBytes(compactBytes(BigInt(body.length)), body);
  return { bytes, hash: toHex(Blake2256(bytes)) };
}
