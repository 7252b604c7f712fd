/** A share of the whole in hundredths of a percent, towards zero. Undefined of nothing. */
export function hundredths(part: bigint, whole: bigint): bigint | undefined {
  return whole === 0n ? undefined : (part * 10_000n) / whole;
}

/** A share as a percentage with two decimals, without sign: `1.24 %`; a share too small for them is `<0.01 %`. */
export function shareText(part: bigint, whole: bigint): string | undefined {
  const share = hundredths(part < 0n ? -part : part, whole < 0n ? -whole : whole);
  if (share === undefined) return undefined;
  if (share === 0n && part !== 0n) return '<0.01 %';
  return `${share / 100n}.${(share % 100n).toString().padStart(2, '0')} %`;
}
