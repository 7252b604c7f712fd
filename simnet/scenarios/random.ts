import { blake2AsU8a } from '@polkadot/util-crypto';
import { type AccountId, hexOf, utf8 } from '../runtime/hex.ts';

/** Deterministic choices: the same seed and label always give the same values, whatever else is drawn. */
export interface Random {
  /** An account nobody holds the key of. */
  account(label: string): AccountId;
  /** A whole number in [low, high]. */
  between(label: string, low: bigint, high: bigint): bigint;
}

export function createRandom(seed: number): Random {
  const draw = (label: string): Uint8Array => blake2AsU8a(utf8(`soma simnet ${seed} ${label}`), 256);
  return {
    account: (label) => hexOf(draw(`account ${label}`)),
    between: (label, low, high) => low + (BigInt(hexOf(draw(label).subarray(0, 16))) % (high - low + 1n)),
  };
}
