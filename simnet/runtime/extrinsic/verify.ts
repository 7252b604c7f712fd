import { blake2AsU8a, ed25519Verify, secp256k1Verify } from '@polkadot/util-crypto';
import { sr25519Verify } from '@polkadot/wasm-crypto';
import { bareHex, bytesOf, concatBytes } from '../hex.ts';
import type { DecodedExtrinsic, SignedEnvelope } from './decode.ts';

/** What a signature commits to besides the extrinsic's own bytes. */
export interface Implicit {
  readonly specVersion: number;
  readonly transactionVersion: number;
  readonly genesisHash: Uint8Array;
  /** Hash of the block the era begins with; genesis for an immortal one. */
  readonly birthHash: Uint8Array;
  readonly metadataDigest: Uint8Array;
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** The signed bytes: call, extension bytes, implicit data; hashed when longer than 256 bytes. */
export function signedPayload(
  extrinsic: Pick<DecodedExtrinsic, 'callBytes'>,
  signed: Pick<SignedEnvelope, 'extra' | 'metadataHashMode'>,
  implicit: Implicit,
): Uint8Array {
  const digest =
    signed.metadataHashMode === 1 ? concatBytes([Uint8Array.of(1), implicit.metadataDigest]) : Uint8Array.of(0);
  const payload = concatBytes([
    extrinsic.callBytes,
    signed.extra,
    u32(implicit.specVersion),
    u32(implicit.transactionVersion),
    implicit.genesisHash,
    implicit.birthHash,
    digest,
  ]);
  return payload.length > 256 ? blake2AsU8a(payload, 256) : payload;
}

// The pool and the block both check: remember the last good ones. A key covers message, signature and signer.
const MAX_REMEMBERED = 4_096;
const remembered = new Set<string>();

function checkSignature(message: Uint8Array, { kind, signature }: SignedEnvelope, signer: Uint8Array): boolean {
  try {
    switch (kind) {
      case 'sr25519':
        // The wasm build: nine times as fast as the JavaScript one, and another implementation than the wallet signs with.
        return sr25519Verify(signature, message, signer);
      case 'ed25519':
        return ed25519Verify(message, signature, signer);
      case 'ecdsa':
        return secp256k1Verify(message, signature, signer, 'blake2');
    }
  } catch {
    // The libraries throw on malformed keys and signatures; for the chain that is simply not a proof.
    return false;
  }
}

/** True when the signer signed exactly these bytes for exactly this chain. Needs `initRuntime` to have finished. */
export function isSignatureGood(extrinsic: DecodedExtrinsic, signed: SignedEnvelope, implicit: Implicit): boolean {
  if (signed.signer === undefined) return false;
  const message = signedPayload(extrinsic, signed, implicit);
  const key = `${signed.kind}${signed.signer}${bareHex(blake2AsU8a(message, 128))}${bareHex(signed.signature)}`;
  if (remembered.has(key)) return true;
  if (!checkSignature(message, signed, bytesOf(signed.signer))) return false;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.add(key);
  return true;
}
