import { isRoot, toRao } from '../../../../shared/units/index.ts';
import type { CallSpec } from '../../../chain/port.ts';
import { placeObstacles } from '../../rules/guards.ts';
import { TAO } from '../../rules/obstacles.ts';
import { addObstacles, toleranceObstacles } from '../../rules/stake.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { IntentOf } from '../planner.ts';
import { priceOfTrade } from '../priced.ts';
import { noTrade, tradeBuy } from '../trade.ts';
import { holdWarnings, tradeWarnings, validatorWarnings } from '../warnings.ts';
import { freeChange, givenTo } from './leaving.ts';

type Add = IntentOf<'stake.add'>;

/** `add_stake_limit` where the runtime has it: the only form that bounds the price. */
function addCall({ hotkey, netuid, amount, allowPartial }: Add, limitPrice: bigint | undefined): CallSpec {
  const args = { hotkey, netuid: BigInt(netuid), amount_staked: amount };
  return limitPrice === undefined
    ? { pallet: 'SubtensorModule', call: 'add_stake', args }
    : {
        pallet: 'SubtensorModule',
        call: 'add_stake_limit',
        args: { ...args, limit_price: limitPrice, allow_partial: allowPartial },
      };
}

/** TAO into a position with a validator on a subnet. */
export async function draftAdd(step: Add, desk: Desk): Promise<Draft> {
  const { coldkey, hotkey, netuid, amount, tolerance, allowPartial } = step;
  const { scene } = desk;
  const { chain, context } = scene;
  const guards = await scene.guardsOf(hotkey, netuid);
  const isPool = !isRoot(netuid);
  const price = scene.priceOf(netuid);
  const conflicts = desk.conflicts({ netuid, side: 'buy' });
  const canAsk = amount > 0n && guards.subnetExists && conflicts.length === 0;
  const trade = canAsk
    ? await tradeBuy(chain, { netuid, amount, tolerance, price, prior: desk.prior(netuid) })
    : noTrade(price, true);
  const asset = await scene.assetOf(netuid);
  return {
    calls: [addCall(step, trade.limitPrice)],
    price: priceOfTrade(trade, { asset: TAO, amount }, asset),
    legs: [],
    obstacles: [...placeObstacles(guards, netuid), ...conflicts, ...(isPool ? toleranceObstacles(tolerance) : [])],
    funds: (purse) =>
      addObstacles({
        ...purse,
        amount,
        swapFee: toRao(trade.swapFee ?? 0n),
        minStake: chain.constants().minStake,
      }),
    executes: trade.executes,
    warnings: [
      ...tradeWarnings(trade.impact, { isPool, limited: trade.limitPrice !== undefined, partial: allowPartial }),
      ...(isPool ? [] : holdWarnings(guards, 'all', context)),
      ...validatorWarnings(hotkey, netuid, context),
    ],
    changes: [
      freeChange(desk, 0n - amount, !(isPool && allowPartial)),
      await givenTo(
        desk,
        { coldkey, hotkey, netuid },
        { delta: trade.receive, sure: allowPartial ? 0n : trade.receiveAtLeast, exact: !isPool },
      ),
    ],
    pools: [{ netuid, side: 'buy', weight: trade.weight }],
  };
}
