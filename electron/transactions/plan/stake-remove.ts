import type { Effect } from '../../../shared/contract/index.ts';
import { type AlphaRao, isRoot, spotValue, toAlphaRao, toRao, toRaoPerAlpha } from '../../../shared/units/index.ts';
import type { CallSpec, ChainClient } from '../../chain/port.ts';
import { stakeObstacles } from '../rules/guards.ts';
import { obstacle, TAO } from '../rules/obstacles.ts';
import { removeObstacles, toleranceObstacles } from '../rules/stake.ts';
import { remaining, transferable } from '../rules/transferable.ts';
import type { IntentOf, Plan, Planner } from './planner.ts';
import { heldBy } from './position.ts';
import { type Trade, tradeAsset, tradeSale } from './trade.ts';
import { accountOf } from './transfer.ts';
import { networkWarnings, tradeWarnings } from './warnings.ts';

type Remove = IntentOf<'stake.remove'>;

/**
 * A whole position leaves by `remove_stake_full_limit` where the runtime has it: the chain takes what the position holds
 * when it executes, so nothing earned meanwhile stays behind. Elsewhere the amount of now is named, and a position that
 * grew keeps the growth. Nothing of it is for a partial fill, which that call does not know.
 */
export function removeCall(
  chain: ChainClient,
  { hotkey, netuid, all, allowPartial }: Remove,
  amount: AlphaRao,
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
export const planStakeRemove: Planner<Remove> = async (intent, context): Promise<Plan> => {
  const { chain } = context;
  const { coldkey, hotkey, netuid, tolerance, allowPartial } = intent;
  const [accounts, guards, positions, prices, symbol] = await Promise.all([
    chain.getAccounts([coldkey]),
    chain.getGuards({ coldkey, hotkey, netuid }),
    chain.getStakePositions([coldkey]),
    chain.getPrices(),
    context.symbolOf(netuid),
  ]);
  const price = prices.value.get(netuid) ?? toRaoPerAlpha(0n);
  const held = heldBy(positions.value, hotkey, netuid);
  const amount = intent.all ? held : intent.amount;
  const trade: Trade =
    amount === 0n || !guards.subnetExists
      ? { receive: 0n, receiveAtLeast: 0n, price, executes: true }
      : await tradeSale(chain, { netuid, amount, tolerance, price });
  const callBytes = chain.encodeCall(removeCall(chain, intent, amount, trade.limitPrice));
  const account = accountOf(accounts.value, coldkey);
  const fee = await chain.estimateFee(callBytes, coldkey, account.nonce);

  const { existentialDeposit, minStake } = chain.constants();
  const asset = tradeAsset(netuid, symbol);
  const isPool = !isRoot(netuid);
  const rest = toAlphaRao(held > amount ? held - amount : 0n);
  const proceeds = toRao(trade.receive);
  const effects: Effect[] = [
    {
      address: coldkey,
      subject: 'free_balance',
      asset: TAO,
      before: account.free,
      after: remaining(toRao(account.free + proceeds), fee),
      exact: !isPool,
    },
    {
      address: coldkey,
      subject: 'stake_position',
      hotkey,
      asset,
      before: held,
      after: rest,
      exact: !(isPool && allowPartial),
    },
  ];
  return {
    callBytes,
    effects,
    quote: {
      block: accounts.block,
      pay: { asset, amount },
      receive: { asset: TAO, amount: trade.receive },
      receiveAtLeast: { asset: TAO, amount: trade.receiveAtLeast },
      price: trade.price,
      ...(trade.limitPrice === undefined ? {} : { limitPrice: trade.limitPrice }),
      ...(trade.impact === undefined ? {} : { priceImpact: trade.impact }),
      ...(trade.swapFee === undefined ? {} : { swapFee: { asset, amount: trade.swapFee } }),
      networkFee: fee,
      obstacles: [
        ...stakeObstacles(guards, netuid),
        ...(isPool ? toleranceObstacles(tolerance) : []),
        ...removeObstacles({
          asset,
          netuid,
          amount,
          held,
          available: guards.available,
          proceeds: guards.subnetExists && trade.executes ? proceeds : undefined,
          restValue: spotValue(rest, price),
          fee,
          transferable: transferable(account, existentialDeposit),
          minStake,
        }),
        ...(trade.executes ? [] : [obstacle('tx.cannot_execute')]),
      ],
      warnings: [...tradeWarnings(trade, isPool, allowPartial), ...networkWarnings(context)],
    },
  };
};
