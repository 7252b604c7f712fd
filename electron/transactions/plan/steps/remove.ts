import { isRoot } from '../../../../shared/units/index.ts';
import type { CallSpec, ChainClient } from '../../../chain/port.ts';
import { TAO } from '../../rules/obstacles.ts';
import { toleranceObstacles } from '../../rules/stake.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { IntentOf } from '../planner.ts';
import { priceOfTrade } from '../priced.ts';
import { noTrade, tradeSale } from '../trade.ts';
import { tradeWarnings } from '../warnings.ts';
import { forfeitWarnings } from './forfeit.ts';
import { freeChange, leave, leavingObstacles, lockWarnings, restWarnings, takenFrom } from './leaving.ts';

type Remove = IntentOf<'stake.remove'>;

/**
 * A whole position leaves by `remove_stake_full_limit` where the runtime has it: the chain takes what the position holds
 * when it executes, so nothing earned meanwhile stays behind. Elsewhere the amount of now is named, and a position that
 * grew keeps the growth. Nothing of it is for a partial fill, which that call does not know.
 */
function removeCall(
  chain: ChainClient,
  { hotkey, netuid, all, allowPartial }: Remove,
  amount: bigint,
  limitPrice: bigint | undefined,
): CallSpec {
  const pallet = 'SubtensorModule';
  const position = { hotkey, netuid: BigInt(netuid) };
  if (limitPrice === undefined) {
    return { pallet, call: 'remove_stake', args: { ...position, amount_unstaked: amount } };
  }
  if (all && !allowPartial && chain.capabilities().fullExitLimit) {
    return { pallet, call: 'remove_stake_full_limit', args: { ...position, limit_price: limitPrice } };
  }
  const args = { ...position, amount_unstaked: amount, limit_price: limitPrice, allow_partial: allowPartial };
  return { pallet, call: 'remove_stake_limit', args };
}

/** Alpha of a position back into TAO. */
export async function draftRemove(step: Remove, desk: Desk): Promise<Draft> {
  const { netuid, tolerance, allowPartial } = step;
  const { chain } = desk.scene;
  const leaving = await leave(desk, step);
  const { amount, asset, price, position, guards } = leaving;
  const isPool = !isRoot(netuid);
  const conflicts = desk.conflicts({ netuid, side: 'sell' });
  const trade =
    leaving.canAsk && conflicts.length === 0
      ? await tradeSale(chain, { netuid, amount, tolerance, price, prior: desk.prior(netuid) })
      : noTrade(price, true);
  return {
    calls: [removeCall(chain, step, amount, trade.limitPrice)],
    price: priceOfTrade(trade, { asset, amount }, TAO),
    legs: [],
    obstacles: [
      ...conflicts,
      ...(isPool ? toleranceObstacles(tolerance) : []),
      ...leavingObstacles(desk, leaving, {
        worth: guards.subnetExists && trade.executes && conflicts.length === 0 ? trade.receive : undefined,
        locks: 'hold',
        isSale: true,
      }),
    ],
    executes: trade.executes,
    warnings: [
      ...(await forfeitWarnings(desk, leaving)),
      ...lockWarnings(leaving, 'hold'),
      ...restWarnings(desk, leaving),
      ...tradeWarnings(trade.impact, { isPool, limited: trade.limitPrice !== undefined, partial: allowPartial }),
    ],
    changes: [freeChange(desk, trade.receive, !isPool), takenFrom(desk, leaving, !(isPool && allowPartial))],
    pools: [{ netuid, side: 'sell', weight: trade.weight }],
    takesFrom: position,
  };
}
