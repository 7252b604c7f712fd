import type { Asset, AssetAmount, Quote } from '../../../shared/contract/index.ts';
import type { Priced } from './planner.ts';
import type { Trade } from './trade.ts';

/** The figures of a trade through one pool. */
export function priceOfTrade(trade: Trade, pay: AssetAmount, received: Asset): Priced {
  const { receive, receiveAtLeast, price, limitPrice, impact, swapFee } = trade;
  const limitUnit: Quote['limitUnit'] = 'tao_per_alpha';
  return {
    pay,
    receive: { asset: received, amount: receive },
    receiveAtLeast: { asset: received, amount: receiveAtLeast },
    price,
    ...(limitPrice === undefined ? {} : { limitPrice, limitUnit }),
    ...(impact === undefined ? {} : { priceImpact: impact }),
    ...(swapFee === undefined ? {} : { swapFee: { asset: pay.asset, amount: swapFee } }),
  };
}

/** The figures of what changes place and trades nowhere. */
export function priceOfPlace(moved: AssetAmount): Priced {
  return { pay: moved, receive: moved, receiveAtLeast: moved };
}
