import type { Obstacle } from '../../../../shared/contract/index.ts';
import { ROOT_NETUID, ZERO_RAO } from '../../../../shared/units/index.ts';
import type { BasketRecord } from '../../../chain/delegation-port.ts';
import { hotkeyObstacles } from '../../rules/guards.ts';
import { obstacle, TAO } from '../../rules/obstacles.ts';
import { addObstacles } from '../../rules/stake.ts';
import type { IntentOf, Planner } from '../planner.ts';
import { heldBy } from '../position.ts';
import { holdWarnings, validatorWarnings, warning } from '../warnings.ts';
import { planSetting, readPayer } from './setting.ts';

/** Takes what a validator's root basket owes: sold for TAO, which joins the root stake with it. */
export const planBasketClaim: Planner<IntentOf<'basket.claim'>> = async ({ coldkey, hotkey }, context) => {
  const { chain } = context;
  const [payer, baskets, positions] = await Promise.all([
    readPayer(context, { coldkey, hotkey }),
    chain.getBaskets([{ coldkey, hotkey }]),
    chain.getStakePositions([coldkey]),
  ]);
  const basket = baskets.value.find((row) => row.coldkey === coldkey && row.hotkey === hotkey);
  const amount = basket?.owed ?? ZERO_RAO;
  const before = heldBy(positions.value, coldkey, hotkey, ROOT_NETUID);
  return planSetting(payer, {
    call: { pallet: 'SubtensorModule', call: 'claim_root_with_hotkey', args: { hotkey } },
    price: { receive: { asset: TAO, amount } },
    obstacles: [...hotkeyObstacles(payer.guards), ...tooLittle(basket)],
    warnings: holdWarnings(payer.guards, 'all', context),
    changes: [{ address: coldkey, subject: 'stake_position', hotkey, asset: TAO, before, delta: amount, exact: false }],
  });
};

/** Below the threshold the chain would take the fee and do nothing. */
function tooLittle(basket: BasketRecord | undefined): Obstacle[] {
  if (basket === undefined || basket.owed === 0n) return [obstacle('tx.nothing_to_claim')];
  const { owed, threshold } = basket;
  return owed < threshold ? [obstacle('tx.nothing_to_claim', { threshold: threshold.toString() })] : [];
}

/** Buys shares of a validator's root basket. What they are worth afterwards no interface tells beforehand. */
export const planBasketBuy: Planner<IntentOf<'basket.buy'>> = async ({ coldkey, hotkey, amount }, context) => {
  const payer = await readPayer(context, { coldkey, hotkey });
  const { minStake } = context.chain.constants();
  const { free } = payer.account;
  return planSetting(payer, {
    call: { pallet: 'SubtensorModule', call: 'stake_into_basket', args: { hotkey, amount_staked: amount } },
    price: { pay: { asset: TAO, amount } },
    obstacles: (purse) => [
      ...hotkeyObstacles(payer.guards),
      ...addObstacles({ ...purse, amount, swapFee: ZERO_RAO, minStake }),
    ],
    // The call buys from several pools at whatever price they have by then.
    warnings: [...validatorWarnings(hotkey, ROOT_NETUID, context), warning('no_price_limit')],
    changes: [
      { address: coldkey, subject: 'free_balance', asset: TAO, before: free, delta: 0n - amount, exact: false },
    ],
  });
};
