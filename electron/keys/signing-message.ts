import { blake2AsU8a } from '@polkadot/util-crypto/blake2';

const LONGEST_PLAIN = 256;

/**
 * What Substrate signs for a payload: the bytes themselves up to 256, their BLAKE2b-256 beyond.
 * Source: sp_runtime `SignedPayload::using_encoded`.
 */
export function toSigningMessage(payload: Uint8Array): Uint8Array {
  return payload.length > LONGEST_PLAIN ? blake2AsU8a(payload, 256, null, true) : payload;
}
