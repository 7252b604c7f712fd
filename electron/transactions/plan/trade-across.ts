import { isRoot, type Netuid, type Ppm, type RaoPerAlpha, toAlphaRao } from '../../../shared/units/index.ts';
import type { ChainClient } from '../../chain/port.ts';
import { impactAcross } from '../rules/impact.ts';
import { acrossLimit, leastAcross } from '../rules/limit-price.ts';
import { simulate } from './simulate.ts';
import { noTrade, type Trade, type TradeTerms, tradeBuy, tradeSale } from './trade.ts';

/** A trade through two pools: `sale` on the origin, `buy` on the destination with what it fetched. */
export interface TradeAcross {
  readonly sale: Trade;
  readonly buy: Trade;
  readonly receive: bigint;
  readonly receiveAtLeast: bigint;
  /** Destination alpha for one origin alpha, times 1e9; absent where no call takes one. */
  readonly limitPrice?: RaoPerAlpha;
  readonly impact?: Ppm;
  readonly executes: boolean;
}

export interface AcrossTerms {
  readonly from: Netuid;
  readonly to: Netuid;
  /** Alpha of the origin. */
  readonly amount: bigint;
  readonly tolerance: Ppm;
  readonly prices: { readonly from: RaoPerAlpha; readonly to: RaoPerAlpha };
  /** What earlier trades of the same transaction put into each pool. */
  readonly priors: { readonly from: bigint; readonly to: bigint };
  /** Whether the call that will be sent takes a limit. */
  readonly limited: boolean;
}

/** @throws AppError chain.* */
export async function tradeAcross(chain: ChainClient, terms: AcrossTerms): Promise<TradeAcross> {
  const { from, to, amount, tolerance, prices, priors } = terms;
  const sale = await tradeSale(chain, { netuid: from, amount, tolerance, price: prices.from, prior: priors.from });
  if (!sale.executes) return notExecuting(sale, prices.to);
  const buying = { netuid: to, amount: sale.receive, tolerance, price: prices.to, prior: priors.to };
  const buy = await (paysNoFee(from, to) ? buyWithoutFee(chain, buying) : tradeBuy(chain, buying));
  if (!buy.executes) return notExecuting(sale, prices.to);
  const limitPrice = terms.limited ? acrossLimit(sale.final, buy.final, tolerance) : undefined;
  if (terms.limited && limitPrice === undefined) return notExecuting(sale, prices.to);
  // Root has no pool and takes no fee: there the fee of the only trade, the buy, comes off what leaves.
  const sold = isRoot(from) ? buy.paid : sale.paid;
  const least = limitPrice === undefined ? 0n : leastAcross(sold, limitPrice, prices.to);
  // Without a simulation the limit is all that is promised.
  const receive = chain.capabilities().quotes || !terms.limited ? buy.receive : least;
  return {
    sale,
    buy,
    receive,
    receiveAtLeast: least < receive ? least : receive,
    ...(limitPrice === undefined ? {} : { limitPrice }),
    impact: impactAcross(toAlphaRao(amount), toAlphaRao(buy.receive), prices.from, prices.to),
    executes: receive > 0n,
  };
}

function notExecuting(sale: Trade, price: RaoPerAlpha): TradeAcross {
  return { sale, buy: noTrade(price, false), receive: 0n, receiveAtLeast: 0n, executes: false };
}

/** The chain charges one fee: in the origin's pool, or in the destination's when the origin is root and has none. */
const paysNoFee = (from: Netuid, to: Netuid): boolean => !isRoot(from) && !isRoot(to);

/**
 * The simulation of a buy always charges the fee, this buy does not pay it. So the input is raised until what goes into the
 * pool is what the sale fetched, or a unit less: what is shown never exceeds what execution gives.
 */
async function buyWithoutFee(chain: ChainClient, terms: TradeTerms): Promise<Trade> {
  if (!chain.capabilities().quotes) return tradeBuy(chain, terms);
  const { netuid, amount: proceeds } = terms;
  const { fee } = await simulate(chain, 'buy', netuid, proceeds);
  let input = raisedBy(proceeds, fee);
  let bought = await tradeBuy(chain, { ...terms, amount: input });
  if (bought.paid > proceeds) {
    input -= bought.paid - proceeds + 1n;
    bought = await tradeBuy(chain, { ...terms, amount: input });
  }
  if (!bought.executes || bought.paid > proceeds) return noTrade(terms.price, false);
  const { swapFee: _notPaid, impact: _withFee, ...rest } = bought;
  return { ...rest, weight: input };
}

const FEE_ONE = 65_535n;
/** Fee rates are parts of 65535 and the fee rounds up, so the rate is read off it rounded down. */
function raisedBy(proceeds: bigint, fee: bigint): bigint {
  const rate = (fee * FEE_ONE) / proceeds;
  return rate >= FEE_ONE ? proceeds : (proceeds * FEE_ONE) / (FEE_ONE - rate);
}
