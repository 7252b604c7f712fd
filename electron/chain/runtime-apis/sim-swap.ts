import { type AlphaRao, type Netuid, type Rao, toAlphaRao, toRao } from '../../../shared/units/index.ts';
import type { SimulatedSwap } from '../port.ts';
import type { ReadAt } from '../queries/read-at.ts';
import { intField, needInt, recordOf } from '../scale/plain.ts';
import { concatBytes, u16Bytes, u64Bytes } from '../scale/writer.ts';
import { callTyped } from './runtime-api.ts';

const API = 'SwapRuntimeApi';

/** Buys alpha with `tao` rao, in simulation. */
export async function simulateBuy(at: ReadAt, netuid: Netuid, tao: Rao): Promise<SimulatedSwap> {
  return simulate(at, 'sim_swap_tao_for_alpha', netuid, tao, 'alpha_slippage');
}

/** Sells `alpha` of the subnet, in simulation. */
export async function simulateSell(at: ReadAt, netuid: Netuid, alpha: AlphaRao): Promise<SimulatedSwap> {
  return simulate(at, 'sim_swap_alpha_for_tao', netuid, alpha, 'tao_slippage');
}

export interface Sale {
  readonly netuid: Netuid;
  readonly alpha: AlphaRao;
}

/** Sells in simulation, each by itself and none seeing the others; every request leaves before the first reply. */
export async function simulateSells(at: ReadAt, sales: readonly Sale[]): Promise<readonly SimulatedSwap[]> {
  return Promise.all(sales.map(({ netuid, alpha }) => simulateSell(at, netuid, alpha)));
}

async function simulate(
  at: ReadAt,
  method: string,
  netuid: Netuid,
  amount: bigint,
  slippageField: string,
): Promise<SimulatedSwap> {
  const args = concatBytes(u16Bytes(netuid), u64Bytes(amount));
  const result = recordOf(await callTyped(at, API, method, args));
  return {
    taoAmount: toRao(needInt(result, 'tao_amount')),
    alphaAmount: toAlphaRao(needInt(result, 'alpha_amount')),
    taoFee: toRao(needInt(result, 'tao_fee')),
    alphaFee: toAlphaRao(needInt(result, 'alpha_fee')),
    ...(result[slippageField] === undefined ? {} : { slippage: intField(result, slippageField) }),
  };
}
