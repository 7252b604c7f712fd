import type { RuntimeCodec } from '../scale/codec.ts';
import { compactBytes } from '../scale/writer.ts';
import { planExtensions } from './extensions.ts';

/** Version byte, MultiAddress::Id, and a 64-byte signature with its variant. */
const ENVELOPE_BYTES = 1 + 33 + 65;
/** Era, a nonce below 2^30, a tip of zero, and the metadata hash mode. */
const EXTRA_BYTES = { era: 2, nonce: 4, tip: 1, mode: 1 } as const;

/** Bytes the signed extrinsic will take, a little above the truth where a number's width is not known yet. */
export function extrinsicLength(codec: RuntimeCodec, callLength: number): number {
  const extra = planExtensions(codec).reduce((sum, { extra: kind }) => sum + (kind ? EXTRA_BYTES[kind] : 0), 0);
  const body = ENVELOPE_BYTES + extra + callLength;
  return body + compactBytes(BigInt(body)).length;
}
