import type { Effect } from '../../../shared/contract/index.ts';
import { isRoot, toRao, toRaoPerAlpha, ZERO_RAO } from '../../../shared/units/index.ts';
import type { CallSpec } from '../../chain/port.ts';
import { stakeObstacles } from '../rules/guards.ts';
import { obstacle, TAO } from '../rules/obstacles.ts';
import { addObstacles, toleranceObstacles } from '../rules/stake.ts';
import { remaining, transferable } from '../rules/transferable.ts';
import type { IntentOf, Plan, Planner } from './planner.ts';
import { heldBy } from './position.ts';
import { type Trade, tradeAsset, tradeBuy } from './trade.ts';
import { accountOf } from './transfer.ts';
import { leftoverWarnings, networkWarnings, permitWarnings, tradeWarnings } from './warnings.ts';

type Add = IntentOf<'stake.add'>;

/** `add_stake_limit` where the runtime has it: the only form that bounds the price. */
export function addCall({ hotkey, netuid, amount, allowPartial }: Add, limitPrice: bigint | undefined): CallSpec {
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
export const planStakeAdd: Planner<Add> = async (intent, context): Promise<Plan> => {
  const { chain } = context;
  const { coldkey, hotkey, netuid, amount, tolerance, allowPartial } = intent;
  const [accounts, guards, positions, prices, symbol] = await Promise.all([
    chain.getAccounts([coldkey]),
    chain.getGuards({ coldkey, hotkey, netuid }),
    chain.getStakePositions([coldkey]),
    chain.getPrices(),
    context.symbolOf(netuid),
  ]);
  const price = prices.value.get(netuid) ?? toRaoPerAlpha(0n);
  const trade: Trade =
    amount === 0n || !guards.subnetExists
      ? { receive: 0n, receiveAtLeast: 0n, price, executes: true }
      : await tradeBuy(chain, { netuid, amount, tolerance, price });
  const callBytes = chain.encodeCall(addCall(intent, trade.limitPrice));
  const account = accountOf(accounts.value, coldkey);
  const fee = await chain.estimateFee(callBytes, coldkey, account.nonce);

  const { existentialDeposit, minStake } = chain.constants();
  const asset = tradeAsset(netuid, symbol);
  const spendable = transferable(account, existentialDeposit);
  const left = remaining(account.free, amount, fee);
  const isPool = !isRoot(netuid);
  const held = heldBy(positions.value, hotkey, netuid);
  const swapFee = trade.swapFee === undefined ? ZERO_RAO : toRao(trade.swapFee);
  const effects: Effect[] = [
    {
      address: coldkey,
      subject: 'free_balance',
      asset: TAO,
      before: account.free,
      after: left,
      exact: !(isPool && allowPartial),
    },
    {
      address: coldkey,
      subject: 'stake_position',
      hotkey,
      asset,
      before: held,
      after: held + trade.receive,
      exact: !isPool,
    },
  ];
  return {
    callBytes,
    effects,
    quote: {
      block: accounts.block,
      pay: { asset: TAO, amount },
      receive: { asset, amount: trade.receive },
      receiveAtLeast: { asset, amount: trade.receiveAtLeast },
      price: trade.price,
      ...(trade.limitPrice === undefined ? {} : { limitPrice: trade.limitPrice }),
      ...(trade.impact === undefined ? {} : { priceImpact: trade.impact }),
      ...(trade.swapFee === undefined ? {} : { swapFee: { asset: TAO, amount: trade.swapFee } }),
      networkFee: fee,
      obstacles: [
        ...stakeObstacles(guards, netuid),
        ...(isPool ? toleranceObstacles(tolerance) : []),
        ...addObstacles({ amount, fee, swapFee, transferable: spendable, minStake }),
        ...(trade.executes ? [] : [obstacle('tx.cannot_execute')]),
      ],
      warnings: [
        ...tradeWarnings(trade, isPool, allowPartial),
        ...leftoverWarnings(left, fee, existentialDeposit),
        ...permitWarnings(hotkey, netuid, context),
        ...networkWarnings(context),
      ],
    },
  };
};
