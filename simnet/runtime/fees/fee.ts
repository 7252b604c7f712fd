import type { CallInfo } from './weights.ts';

/** Weight of an extrinsic before its call, picoseconds (System.BlockWeights). */
export const BASE_EXTRINSIC_REF_TIME = 108_157_000n;

/** 0.0005 rao per picosecond: 2000 picoseconds a rao. Rounded to nearest, half down. */
export function weightToFee(refTime: bigint): bigint {
  return (refTime + 999n) / 2000n;
}

/** 1 rao per encoded byte. */
export function lengthToFee(length: number): bigint {
  return BigInt(length);
}

/** Inclusion fee in rao; undefined for a call that pays nothing. */
export interface InclusionFee {
  readonly base: bigint;
  readonly length: bigint;
  readonly weight: bigint;
}

export function inclusionFee(info: CallInfo, length: number): InclusionFee | undefined {
  if (!info.paysFee) return undefined;
  return { base: weightToFee(BASE_EXTRINSIC_REF_TIME), length: lengthToFee(length), weight: weightToFee(info.refTime) };
}

/** Rao to pay for inclusion, without tip. */
export function partialFee(info: CallInfo, length: number): bigint {
  const fee = inclusionFee(info, length);
  return fee === undefined ? 0n : fee.base + fee.length + fee.weight;
}
