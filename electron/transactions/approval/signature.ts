import { blake2AsU8a } from '@polkadot/util-crypto/blake2';
import { ed25519Verify } from '@polkadot/util-crypto/ed25519';
import { sr25519Verify } from '@polkadot/util-crypto/sr25519';
import { parseAddress } from '../../../shared/domain/address.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { UnsignedExtrinsic } from '../../chain/port.ts';

/** Substrate signs the payload itself up to this length, and its BLAKE2b-256 beyond. */
const LONGEST_PLAIN = 256;
const VERIFY: readonly ((message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean)[] = [
  (message, signature, publicKey) => ed25519Verify(message, signature, publicKey, true),
  (message, signature, publicKey) => sr25519Verify(message, signature, publicKey),
];

/**
 * Whatever signed, what it answered must be the account's signature over exactly the reviewed payload.
 * @throws AppError tx.signature_invalid
 */
export function assertSigned({ signer, payload }: UnsignedExtrinsic, multiSignature: Uint8Array): void {
  const parsed = parseAddress(signer);
  const verify = VERIFY[multiSignature[0] ?? -1];
  const message = payload.length > LONGEST_PLAIN ? blake2AsU8a(payload, 256, null, true) : payload;
  if (parsed.ok && verify !== undefined && multiSignature.length === 65) {
    try {
      if (verify(message, multiSignature.subarray(1), parsed.publicKey)) return;
    } catch {
      // bytes that are no curve point: as wrong as any other
    }
  }
  throw new AppError('tx.signature_invalid');
}
