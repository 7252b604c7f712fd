import type { AssetAmount } from '../../../shared/contract/index.ts';
import {
  isRoot,
  MAX_U64,
  type Netuid,
  type Ppm,
  RAO_PER_TAO,
  type RaoPerAlpha,
  spotValue,
  toAlphaRao,
  toPpm,
  toRao,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';
import type { ChainClient } from '../../chain/port.ts';
import { impactOfBuy, impactOfSale } from '../rules/impact.ts';
import {
  buyLimit,
  buyStep,
  finalBuyPrice,
  finalSalePrice,
  leastBought,
  leastFetched,
  saleLimit,
  saleStep,
} from '../rules/limit-price.ts';
import { grossUp, type Side, type Swapped, simulate } from './simulate.ts';

/** What a trade would do now, by the runtime's own simulation. */
export interface Trade {
  /** What arrives: alpha for a buy, rao for a sale. */
  readonly receive: bigint;
  /** What arrives at worst while the chain keeps to `limitPrice`; 0 where there is no limit. */
  readonly receiveAtLeast: bigint;
  readonly price: RaoPerAlpha;
  readonly limitPrice?: RaoPerAlpha;
  readonly impact?: Ppm;
  /** In what goes in: rao for a buy, alpha for a sale. */
  readonly swapFee?: bigint;
  /** What goes into the pool net of the fee. */
  readonly paid: bigint;
  /** Price after the trade, rounded to the person's side; spot where nothing can be simulated. */
  readonly final: RaoPerAlpha;
  /** Input to simulate later trades of the same transaction on top of. */
  readonly weight: bigint;
  /** False when the swap would fail, or would pay nothing for something. */
  readonly executes: boolean;
}

export interface TradeTerms {
  readonly netuid: Netuid;
  /** Rao for a buy, alpha for a sale. */
  readonly amount: bigint;
  readonly tolerance: Ppm;
  readonly price: RaoPerAlpha;
  /** What earlier trades of the same transaction put into this pool on this side. */
  readonly prior?: bigint;
}

/** On root stake is TAO: one to one, no pool, no fee. The chain asks for a limit of exactly 1 TAO per alpha there. */
export const ONE_TO_ONE = toRaoPerAlpha(RAO_PER_TAO);

export function tradeAsset(netuid: Netuid, symbol: string): AssetAmount['asset'] {
  return isRoot(netuid) ? { kind: 'tao' } : { kind: 'alpha', netuid, symbol };
}

/** A trade of nothing, or one that is not asked for because something else stands in its way. */
export function noTrade(price: RaoPerAlpha, executes: boolean): Trade {
  return { receive: 0n, receiveAtLeast: 0n, price, paid: 0n, final: price, weight: 0n, executes };
}

const withLimit = (chain: ChainClient, limitPrice: RaoPerAlpha): { limitPrice?: RaoPerAlpha } =>
  chain.capabilities().limitStaking ? { limitPrice } : {};

function onRoot(chain: ChainClient, amount: bigint): Trade {
  return {
    receive: amount,
    receiveAtLeast: amount,
    price: ONE_TO_ONE,
    impact: toPpm(0),
    paid: amount,
    final: ONE_TO_ONE,
    weight: 0n,
    executes: true,
    ...withLimit(chain, ONE_TO_ONE),
  };
}

/** What differs between the two directions: units, rounding and limits. */
const SIDES = {
  buy: {
    step: (amount: bigint) => buyStep(toRao(amount)),
    average: ({ paid, out }: Swapped) => (paid * RAO_PER_TAO + out - 1n) / out,
    final: finalBuyPrice,
    limit: buyLimit,
    least: leastBought,
    atSpot: (amount: bigint, price: RaoPerAlpha) => (amount * RAO_PER_TAO) / price,
    impact: (amount: bigint, got: bigint, price: RaoPerAlpha) => impactOfBuy(toRao(amount), toAlphaRao(got), price),
  },
  sell: {
    step: (amount: bigint, price: RaoPerAlpha) => saleStep(toAlphaRao(amount), price),
    average: ({ paid, out }: Swapped) => (out * RAO_PER_TAO) / paid,
    final: finalSalePrice,
    limit: saleLimit,
    least: leastFetched,
    atSpot: (amount: bigint, price: RaoPerAlpha) => spotValue(toAlphaRao(amount), price),
    impact: (amount: bigint, got: bigint, price: RaoPerAlpha) => impactOfSale(toAlphaRao(amount), toRao(got), price),
  },
} as const;

/**
 * A runtime without simulation (specs 218 and 240). With limit calls the limit is spot and tolerance, and what it
 * guarantees is all we promise to receive. Without them nothing can be promised: spot is shown, the minimum is nothing,
 * and the quote warns that there is no price limit.
 */
function unsimulated(chain: ChainClient, side: Side, { price, amount, tolerance }: TradeTerms): Trade {
  if (price === 0n) return noTrade(price, false);
  const { atSpot, limit, least } = SIDES[side];
  const common = { price, paid: amount, final: price, weight: amount, executes: true };
  if (!chain.capabilities().limitStaking) {
    const receive = atSpot(amount, price);
    // Such a runtime takes the money for nothing without a complaint; we do not.
    return receive === 0n ? noTrade(price, false) : { ...common, receive, receiveAtLeast: 0n };
  }
  const limitPrice = limit(price, tolerance);
  const receive = least(amount, limitPrice);
  return receive === 0n ? noTrade(price, false) : { ...common, receive, receiveAtLeast: receive, limitPrice };
}

/** The step must not leave u64. */
const upTo = (amount: bigint): bigint => (amount < MAX_U64 ? amount : MAX_U64);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What came on top. Outputs round down, so the difference of two may be a unit more than the trade by itself. */
function onTop(before: Swapped, after: Swapped): Swapped {
  const slack = before.out > 0n ? 1n : 0n;
  return { paid: after.paid - before.paid, out: after.out - before.out - slack, fee: after.fee - before.fee };
}

async function trade(chain: ChainClient, side: Side, terms: TradeTerms): Promise<Trade> {
  const { netuid, amount, price, tolerance, prior = 0n } = terms;
  if (isRoot(netuid)) return onRoot(chain, amount);
  if (!chain.capabilities().quotes) return unsimulated(chain, side, terms);
  const { step, average, final: finalOf, limit, least, impact } = SIDES[side];
  const stepIn = step(amount, price);
  // Fees round up, and two together less than each: a unit less goes in, so that not more is shown to go into the pool.
  const total = prior + amount - (prior > 0n ? 1n : 0n);
  const [before, after, beyond] = await Promise.all([
    simulate(chain, side, netuid, prior),
    simulate(chain, side, netuid, upTo(total)),
    simulate(chain, side, netuid, upTo(total + stepIn)),
  ]);
  const done = onTop(before, after);
  if (done.paid <= 0n || done.out <= 0n) return noTrade(price, false);
  const final = finalOf({ stepIn, stepOut: beyond.out - after.out }, average(done));
  if (final === undefined) return noTrade(price, false);
  const limitPrice = limit(final, tolerance);
  return {
    receive: done.out,
    receiveAtLeast: smaller(least(done.paid, limitPrice), done.out),
    price,
    ...withLimit(chain, limitPrice),
    impact: impact(amount, done.out, price),
    swapFee: done.fee,
    paid: done.paid,
    final,
    weight: grossUp(amount, done.fee),
    executes: true,
  };
}

/** A buy of alpha for `terms.amount` rao. */
export function tradeBuy(chain: ChainClient, terms: TradeTerms): Promise<Trade> {
  return trade(chain, 'buy', terms);
}

/** A sale of `terms.amount` alpha. */
export function tradeSale(chain: ChainClient, terms: TradeTerms): Promise<Trade> {
  return trade(chain, 'sell', terms);
}
