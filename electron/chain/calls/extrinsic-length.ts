import type { RuntimeCodec } from '../scale/codec.ts';
import { compactBytes } from '../scale/writer.ts';
import { planExtensions } from './extensions.ts';

/** Version byte, MultiAddress::Id, and a 64-byte signature with its variant. */
const ENVELOPE_BYTES = 1 + 33 + 65;
/** A nonce below 2^30, where it is not known. */
const WIDEST_NONCE = 2 ** 30 - 1;

/** Bytes the signed extrinsic will take: exact with its nonce, up to three above the truth without it. */
export function extrinsicLength(codec: RuntimeCodec, callLength: number, nonce = WIDEST_NONCE): number {
  // A mortal era, a tip of zero, and the metadata hash mode.
  const widths = { era: 2, nonce: compactBytes(BigInt(nonce)).length, tip: 1, mode: 1 } as const;
  const extra = planExtensions(codec).reduce((sum, { extra: kind }) => sum + (kind ? widths[kind] : 0), 0);
  const body = ENVELOPE_BYTES + extra + callLength;
  return body + compactBytes(BigInt(body)).length;
}
