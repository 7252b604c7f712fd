import { toAlphaRao, toRao, ZERO_RAO } from '../../../shared/units/index.ts';
import type { SimulatedSwap } from '../../chain/port.ts';

export interface FakePool {
  tao: bigint;
  alpha: bigint;
}

/** All zero: the swap would fail. */
export const NO_SWAP: SimulatedSwap = {
  taoAmount: ZERO_RAO,
  alphaAmount: toAlphaRao(0n),
  taoFee: ZERO_RAO,
  alphaFee: toAlphaRao(0n),
};
const feeOf = (amount: bigint): bigint => (amount * 33n + 65_534n) / 65_535n;

export function buy({ tao, alpha }: FakePool, amount: bigint): SimulatedSwap {
  const fee = feeOf(amount);
  const paid = amount - fee;
  if (paid <= 0n || amount > tao * 1000n) return NO_SWAP;
  const out = alpha - (tao * alpha + tao + paid - 1n) / (tao + paid);
  return { ...NO_SWAP, taoAmount: toRao(paid), alphaAmount: toAlphaRao(out > 0n ? out : 0n), taoFee: toRao(fee) };
}

export function sell({ tao, alpha }: FakePool, amount: bigint): SimulatedSwap {
  const { taoAmount, alphaAmount, taoFee } = buy({ tao: alpha, alpha: tao }, amount);
  return {
    taoAmount: toRao(alphaAmount),
    alphaAmount: toAlphaRao(taoAmount),
    taoFee: ZERO_RAO,
    alphaFee: toAlphaRao(taoFee),
  };
}
