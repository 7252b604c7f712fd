import { blake2AsU8a } from '@polkadot/util-crypto';
import { type AccountId, hexOf, utf8 } from '../runtime/hex.ts';

/** Deterministic choices: the same seed and label always give the same values, whatever else is drawn. */
export interface Random {
  /** An account nobody holds the key of. */
  account(label: string): AccountId;
  /** A whole number in [low, high]. */
  between(label: string, low: bigint, high: bigint): bigint;
  /** A whole number in [low, high], every power of two in it as likely as any other: as amounts of money lie. */
  spread(label: string, low: bigint, high: bigint): bigint;
}

const widthOf = (value: bigint): bigint => BigInt(value.toString(2).length);

export function createRandom(seed: number): Random {
  const draw = (label: string): Uint8Array => blake2AsU8a(utf8(`soma simnet ${seed} ${label}`), 256);
  const number = (label: string): bigint => BigInt(hexOf(draw(label).subarray(0, 16)));
  return {
    account: (label) => hexOf(draw(`account ${label}`)),
    between: (label, low, high) => low + (number(label) % (high - low + 1n)),
    spread: (label, low, high) => {
      const value = number(label);
      const [narrow, wide] = [widthOf(low), widthOf(high)];
      const top = 1n << (narrow + ((value >> 96n) % (wide - narrow + 1n)) - 1n);
      const [from, to] = [top > low ? top : low, 2n * top - 1n < high ? 2n * top - 1n : high];
      return from + (value % (to - from + 1n));
    },
  };
}
