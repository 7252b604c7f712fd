import type { CallSpec } from '../../../chain/port.ts';
import { obstacle } from '../../rules/obstacles.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { IntentOf } from '../planner.ts';
import { draftAcross } from './across.ts';
import { leave } from './leaving.ts';

type Swap = IntentOf<'stake.swap'>;

/** `swap_stake_limit` where the runtime has it: the only form that bounds the price. */
export function swapCall(
  { hotkey, netuid, toNetuid, allowPartial }: Omit<Swap, 'kind' | 'coldkey' | 'amount' | 'all' | 'tolerance'>,
  amount: bigint,
  limitPrice: bigint | undefined,
): CallSpec {
  const netuids = { origin_netuid: BigInt(netuid), destination_netuid: BigInt(toNetuid) };
  const args = { hotkey, ...netuids, alpha_amount: amount };
  return limitPrice === undefined
    ? { pallet: 'SubtensorModule', call: 'swap_stake', args }
    : {
        pallet: 'SubtensorModule',
        call: 'swap_stake_limit',
        args: { ...args, limit_price: limitPrice, allow_partial: allowPartial },
      };
}

/** To another subnet with the same validator. */
export async function draftSwap(step: Swap, desk: Desk): Promise<Draft> {
  const { coldkey, hotkey, toNetuid, tolerance, allowPartial } = step;
  const leaving = await leave(desk, step);
  const draft = await draftAcross(desk, {
    leaving,
    to: { coldkey, hotkey, netuid: toNetuid },
    tolerance,
    allowPartial,
    limited: desk.scene.chain.capabilities().swapStakeLimit,
    calls: (amount, limitPrice) => [swapCall(step, amount, limitPrice)],
  });
  const samePlace = step.netuid === toNetuid ? [obstacle('tx.same_place')] : [];
  return { ...draft, obstacles: [...samePlace, ...draft.obstacles], takesFrom: leaving.position };
}
