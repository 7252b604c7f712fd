import { ed25519PairFromSeed, ed25519Sign, ed25519Verify } from '@polkadot/util-crypto/ed25519';
import { sr25519PairFromSeed, sr25519Sign, sr25519Verify } from '@polkadot/util-crypto/sr25519';
import { AppError } from '../../../shared/errors/index.ts';
import type { CryptoType } from '../account-record.ts';

/** First byte of a MultiSignature (sp_runtime): which curve the 64 bytes after it belong to. */
export const SIGNATURE_TYPE: Record<CryptoType, number> = { ed25519: 0, sr25519: 1 };

export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

export function sr25519Pair(seed: Uint8Array): KeyPair {
  return sr25519PairFromSeed(seed);
}

/** Signs bytes as they are; 64 bytes without the type byte. */
export function signBytes(type: CryptoType, { publicKey, secretKey }: KeyPair, message: Uint8Array): Uint8Array {
  return type === 'sr25519'
    ? sr25519Sign(message, { publicKey, secretKey })
    : ed25519Sign(message, { publicKey, secretKey }, true);
}

export function verifyBytes(
  type: CryptoType,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return type === 'sr25519'
    ? sr25519Verify(message, signature, publicKey)
    : ed25519Verify(message, signature, publicKey, true);
}

/** Whether a secret key really controls a claimed public key: it signs, the claim verifies. */
export function isPairConsistent(type: CryptoType, pair: KeyPair): boolean {
  if (type === 'ed25519') {
    const derived = ed25519PairFromSeed(pair.secretKey.subarray(0, 32), true);
    return Buffer.compare(derived.publicKey, pair.publicKey) === 0;
  }
  try {
    const message = new Uint8Array(32).fill(7);
    return verifyBytes(type, pair.publicKey, message, signBytes(type, pair, message));
  } catch {
    return false; // not a point on the curve, or not a scalar
  }
}

/** Reads 64 hex digits, with or without 0x in front. @throws AppError keys.seed_invalid */
export function parseSeed(text: string): Uint8Array {
  const trimmed = text.trim();
  const [, digits] = /^(?:0x)?([0-9a-fA-F]{64})$/u.exec(trimmed) ?? [];
  if (digits === undefined) throw new AppError('keys.seed_invalid');
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}
