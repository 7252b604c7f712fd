import type { Quote, QuoteLeg } from '../../../../shared/contract/index.ts';
import { type Coldkey, type Hotkey, isRoot, type Netuid, type Ppm } from '../../../../shared/units/index.ts';
import type { CallSpec } from '../../../chain/port.ts';
import { placeObstacles } from '../../rules/guards.ts';
import { TAO } from '../../rules/obstacles.ts';
import { toleranceObstacles } from '../../rules/stake.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import { priceOfTrade } from '../priced.ts';
import { noTrade } from '../trade.ts';
import { type TradeAcross, tradeAcross } from '../trade-across.ts';
import { holdWarnings, tradeWarnings, validatorWarnings } from '../warnings.ts';
import { forfeitWarnings } from './forfeit.ts';
import { givenTo, type Leaving, leavingObstacles, lockWarnings, restWarnings, takenFrom } from './leaving.ts';

/** A move to another subnet, with the same validator or another: a sale in one pool, a buy in the other. */
export interface Crossing {
  readonly leaving: Leaving;
  readonly to: { readonly coldkey: Coldkey; readonly hotkey: Hotkey; readonly netuid: Netuid };
  readonly tolerance: Ppm;
  readonly allowPartial: boolean;
  /** Whether the calls take a limit. */
  readonly limited: boolean;
  /** The calls for this amount and limit. */
  readonly calls: (amount: bigint, limitPrice: bigint | undefined) => readonly CallSpec[];
}

export async function draftAcross(desk: Desk, crossing: Crossing): Promise<Draft> {
  const { leaving, to, tolerance, allowPartial, limited } = crossing;
  const { scene } = desk;
  const from = leaving.position.netuid;
  const { amount } = leaving;
  const isPool = !(isRoot(from) && isRoot(to.netuid));
  const guards = await scene.guardsOf(to.hotkey, to.netuid);
  const conflicts = desk.conflicts({ netuid: from, side: 'sell' }, { netuid: to.netuid, side: 'buy' });
  const asks = leaving.canAsk && guards.subnetExists && conflicts.length === 0;
  const trade = asks
    ? await tradeAcross(scene.chain, {
        from,
        to: to.netuid,
        amount,
        tolerance,
        prices: { from: leaving.price, to: scene.priceOf(to.netuid) },
        priors: { from: desk.prior(from), to: desk.prior(to.netuid) },
        limited,
      })
    : nothing(desk, from, to.netuid);
  const exact = !(allowPartial && limited);
  return {
    calls: crossing.calls(amount, trade.limitPrice),
    ...(await figures(desk, crossing, trade)),
    obstacles: [
      ...conflicts,
      ...(isPool ? toleranceObstacles(tolerance) : []),
      ...leavingObstacles(desk, leaving, {
        worth: asks && trade.executes ? trade.sale.receive : undefined,
        locks: 'hold',
        isSale: false,
      }),
      ...placeObstacles(guards, to.netuid),
    ],
    executes: trade.executes,
    warnings: [
      ...(await forfeitWarnings(desk, leaving)),
      ...lockWarnings(leaving, 'hold'),
      ...restWarnings(desk, leaving),
      ...(isRoot(to.netuid) ? holdWarnings(guards, 'all', scene.context) : []),
      ...tradeWarnings(trade.impact, { isPool, limited, partial: allowPartial }),
      ...validatorWarnings(to.hotkey, to.netuid, scene.context),
    ],
    changes: [
      takenFrom(desk, leaving, exact),
      await givenTo(desk, to, { delta: trade.receive, sure: exact ? trade.receiveAtLeast : 0n, exact: false }),
    ],
    pools: [
      { netuid: from, side: 'sell', weight: trade.sale.weight },
      { netuid: to.netuid, side: 'buy', weight: trade.buy.weight },
    ],
  };
}

const nothing = (desk: Desk, from: Netuid, to: Netuid): TradeAcross => ({
  sale: noTrade(desk.scene.priceOf(from), true),
  buy: noTrade(desk.scene.priceOf(to), true),
  receive: 0n,
  receiveAtLeast: 0n,
  executes: true,
});

/** The totals, and both pools with figures of their own. */
async function figures(
  desk: Desk,
  { leaving, to }: Crossing,
  { sale, buy, receive, receiveAtLeast, limitPrice, impact }: TradeAcross,
): Promise<Pick<Draft, 'price' | 'legs'>> {
  const asset = await desk.scene.assetOf(to.netuid);
  const pay = { asset: leaving.asset, amount: leaving.amount };
  const between = { asset: TAO, amount: sale.receive };
  const limitUnit: Quote['limitUnit'] = 'alpha_per_alpha';
  const fee = sale.swapFee === undefined ? buy.swapFee : sale.swapFee;
  const feeAsset = sale.swapFee === undefined ? TAO : leaving.asset;
  const legs: QuoteLeg[] = [
    { side: 'sell', netuid: leaving.position.netuid, ...withoutLimit(priceOfTrade(sale, pay, TAO)) },
    { side: 'buy', netuid: to.netuid, ...withoutLimit(priceOfTrade(buy, between, asset)) },
  ];
  return {
    legs,
    price: {
      pay,
      receive: { asset, amount: receive },
      receiveAtLeast: { asset, amount: receiveAtLeast },
      ...(limitPrice === undefined ? {} : { limitPrice, limitUnit }),
      ...(impact === undefined ? {} : { priceImpact: impact }),
      ...(fee === undefined ? {} : { swapFee: { asset: feeAsset, amount: fee } }),
    },
  };
}

/** One limit holds for both pools together; a leg has none of its own. */
function withoutLimit({
  receiveAtLeast: _least,
  limitPrice: _limit,
  limitUnit: _unit,
  ...rest
}: Draft['price']): Draft['price'] {
  return rest;
}
