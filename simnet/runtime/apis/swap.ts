import { DispatchFailure } from '../dispatch-error.ts';
import { atSpot, type Side } from '../pool/pool.ts';
import { exchange, hasPool, poolOf, priceOf } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { netuids } from '../stake/subnets.ts';
import { SubtokenEnabled } from '../storage/subnet.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

const NOTHING = { tao_amount: 0n, alpha_amount: 0n, tao_fee: 0n, alpha_fee: 0n, tao_slippage: 0n, alpha_slippage: 0n };

/** What the swap would give, by the same arithmetic that executes it; all zero when it would fail. */
function simulate(state: StateReader, netuid: number, side: Side, amount: bigint): typeof NOTHING {
  if (!SubtokenEnabled.get(state, netuid) || amount === 0n) return NOTHING;
  try {
    const { paidIn, fee, out } = exchange(state, netuid, side, amount);
    const spot = hasPool(state, netuid) ? atSpot(poolOf(state, netuid), side, amount) : amount;
    const slippage = spot > out ? spot - out : 0n;
    return side === 'tao'
      ? { ...NOTHING, tao_amount: paidIn, alpha_amount: out, tao_fee: fee, alpha_slippage: slippage }
      : { ...NOTHING, alpha_amount: paidIn, tao_amount: out, alpha_fee: fee, tao_slippage: slippage };
  } catch (error) {
    if (error instanceof DispatchFailure) return NOTHING;
    throw error;
  }
}

export const swapApi: ApiMethods = {
  current_alpha_price: ({ state }: ApiContext, netuid: number) => priceOf(state, netuid),
  current_alpha_price_all: ({ state }: ApiContext) =>
    netuids(state).map((netuid) => ({ netuid, price: priceOf(state, netuid) })),
  sim_swap_tao_for_alpha: ({ state }: ApiContext, netuid: number, tao: bigint) => simulate(state, netuid, 'tao', tao),
  sim_swap_alpha_for_tao: ({ state }: ApiContext, netuid: number, alpha: bigint) =>
    simulate(state, netuid, 'alpha', alpha),
};
