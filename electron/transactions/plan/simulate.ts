import { type Netuid, toAlphaRao, toRao } from '../../../shared/units/index.ts';
import type { ChainClient } from '../../chain/port.ts';

export type Side = 'buy' | 'sell';

/** A simulated swap by direction: what the pool took net of the fee, what it gave, and the fee in what went in. */
export interface Swapped {
  readonly paid: bigint;
  readonly out: bigint;
  readonly fee: bigint;
}

const NOTHING: Swapped = { paid: 0n, out: 0n, fee: 0n };

/** The runtime's own simulation of `amount` (rao for a buy, alpha for a sale). All zero when the swap would fail. */
export async function simulate(chain: ChainClient, side: Side, netuid: Netuid, amount: bigint): Promise<Swapped> {
  if (amount === 0n) return NOTHING;
  if (side === 'buy') {
    const { value } = await chain.simulateBuy(netuid, toRao(amount));
    return { paid: value.taoAmount, out: value.alphaAmount, fee: value.taoFee };
  }
  const { value } = await chain.simulateSell(netuid, toAlphaRao(amount));
  return { paid: value.alphaAmount, out: value.taoAmount, fee: value.alphaFee };
}

/**
 * The input whose part net of the fee is `amount`, rounded up. Several trades of one transaction go through one pool one after
 * another, and the fee of each stays in the pool before the next; a simulation of their sum forgets that. Simulated on top of
 * the grossed-up inputs of the earlier ones, a trade is never shown to bring more than it does.
 */
export function grossUp(amount: bigint, fee: bigint): bigint {
  if (fee === 0n || fee >= amount) return amount;
  const net = amount - fee;
  return (amount * amount + net - 1n) / net;
}
