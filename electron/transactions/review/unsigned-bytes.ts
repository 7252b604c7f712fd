import { blake2AsHex } from '@polkadot/util-crypto/blake2';
import { AppError } from '../../../shared/errors/index.ts';
import type { SignedExtrinsic, UnsignedExtrinsic } from '../../chain/port.ts';

const startsWith = (bytes: Uint8Array, part: Uint8Array): boolean => part.every((byte, at) => bytes[at] === byte);

function endsWith(bytes: Uint8Array, part: Uint8Array): boolean {
  return part.length <= bytes.length && startsWith(bytes.subarray(bytes.length - part.length), part);
}

/** The hash an approval names must be the payload's own, and the payload must begin with the call that was priced. @throws AppError tx.review_mismatch */
export function assertPayload(unsigned: UnsignedExtrinsic, callBytes: Uint8Array): void {
  if (blake2AsHex(unsigned.payload) !== unsigned.payloadHash) {
    throw new AppError('tx.review_mismatch', { field: 'payloadHash' });
  }
  if (callBytes.length === 0 || !startsWith(unsigned.payload, callBytes)) {
    throw new AppError('tx.review_mismatch', { field: 'call' });
  }
}

/** What is about to be sent must carry the reviewed call and have the hash it will be looked for by. @throws AppError tx.review_mismatch */
export function assertAssembled(signed: SignedExtrinsic, unsigned: UnsignedExtrinsic): void {
  if (!endsWith(signed.bytes, unsigned.callBytes)) throw new AppError('tx.review_mismatch', { field: 'extrinsic' });
  if (blake2AsHex(signed.bytes) !== signed.hash) throw new AppError('tx.review_mismatch', { field: 'hash' });
}
