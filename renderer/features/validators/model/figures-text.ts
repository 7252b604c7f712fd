import { GROUP_SPACE } from '../../../lib/amount-parts.ts';

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, GROUP_SPACE);

/** A yearly rate in parts per million as a percentage with one decimal, never rounded up: `12.4 %`. */
export function rateText(ppm: number): string {
  const tenths = Math.floor(ppm / 1000);
  if (tenths === 0) return ppm === 0 ? '0 %' : '<0.1 %';
  return `${grouped(String(Math.floor(tenths / 10)))}.${tenths % 10} %`;
}

/** A share of `whole` as a percentage with two decimals, never rounded up: `33.33 %`. */
export function shareText(part: bigint, whole: bigint): string {
  const hundredths = (part * 10_000n) / whole;
  if (hundredths === 0n) return part === 0n ? '0 %' : '<0.01 %';
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')} %`;
}

/** Share of a subnet's dividends, u16 over 65535. */
export const dividendsText = (dividends: number): string => shareText(BigInt(dividends), 65_535n);

/** Share of a stake that is lent, u64 over 2^64 - 1. */
export const proportionText = (proportion: bigint): string => shareText(proportion, (1n << 64n) - 1n);

/** `1 234` */
export const countText = (count: number): string => grouped(String(count));

/** `3 blocks ago`, `this block`. */
export function blocksAgoText(blocks: number): string {
  if (blocks === 0) return 'this block';
  return blocks === 1 ? '1 block ago' : `${countText(blocks)} blocks ago`;
}
