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
import type { ChainClient, SimulatedSwap } from '../../chain/port.ts';
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
  /** False when the swap would fail, or would pay nothing for something. */
  readonly executes: boolean;
}

export interface TradeTerms {
  readonly netuid: Netuid;
  /** Rao for a buy, alpha for a sale. */
  readonly amount: bigint;
  readonly tolerance: Ppm;
  readonly price: RaoPerAlpha;
}

/** On root stake is TAO: one to one, no pool, no fee. The chain asks for a limit of exactly 1 TAO per alpha there. */
const ONE_TO_ONE = toRaoPerAlpha(RAO_PER_TAO);

export function tradeAsset(netuid: Netuid, symbol: string): AssetAmount['asset'] {
  return isRoot(netuid) ? { kind: 'tao' } : { kind: 'alpha', netuid, symbol };
}

const failed = ({ price }: TradeTerms): Trade => ({ receive: 0n, receiveAtLeast: 0n, price, executes: false });
const isZero = ({ taoAmount, alphaAmount }: SimulatedSwap): boolean => taoAmount === 0n && alphaAmount === 0n;
const withLimit = (chain: ChainClient, limitPrice: RaoPerAlpha): { limitPrice?: RaoPerAlpha } =>
  chain.capabilities().limitStaking ? { limitPrice } : {};

function onRoot(chain: ChainClient, amount: bigint): Trade {
  return {
    receive: amount,
    receiveAtLeast: amount,
    price: ONE_TO_ONE,
    impact: toPpm(0),
    executes: true,
    ...withLimit(chain, ONE_TO_ONE),
  };
}

/**
 * A runtime without simulation (specs 218 and 240). With limit calls the limit is spot and tolerance, and what it
 * guarantees is all we promise to receive. Without them nothing can be promised: spot is shown, the minimum is nothing,
 * and the quote warns that there is no price limit.
 */
function unsimulated(chain: ChainClient, terms: TradeTerms, side: 'buy' | 'sale'): Trade {
  const { price, amount, tolerance } = terms;
  if (price === 0n) return failed(terms);
  if (!chain.capabilities().limitStaking) {
    const receive = side === 'buy' ? (amount * RAO_PER_TAO) / price : spotValue(toAlphaRao(amount), price);
    // Such a runtime takes the money for nothing without a complaint; we do not.
    if (receive === 0n) return failed(terms);
    return { receive, receiveAtLeast: 0n, price, executes: true };
  }
  const limitPrice = side === 'buy' ? buyLimit(price, tolerance) : saleLimit(price, tolerance);
  const least = side === 'buy' ? leastBought(amount, limitPrice) : leastFetched(amount, limitPrice);
  if (least === 0n) return failed(terms);
  return { receive: least, receiveAtLeast: least, price, limitPrice, executes: true };
}

/** The step must not leave u64; at its end there is no step and the fallback serves. */
const upTo = (amount: bigint): bigint => (amount < MAX_U64 ? amount : MAX_U64);
const least = (bound: bigint, receive: bigint): bigint => (bound < receive ? bound : receive);

/** A buy of alpha for `terms.amount` rao. */
export async function tradeBuy(chain: ChainClient, terms: TradeTerms): Promise<Trade> {
  const { netuid, price, tolerance } = terms;
  if (isRoot(netuid)) return onRoot(chain, terms.amount);
  if (!chain.capabilities().quotes) return unsimulated(chain, terms, 'buy');
  const amount = toRao(terms.amount);
  const stepIn = buyStep(amount);
  const [{ value: swap }, { value: beyond }] = await Promise.all([
    chain.simulateBuy(netuid, amount),
    chain.simulateBuy(netuid, toRao(upTo(amount + stepIn))),
  ]);
  if (isZero(swap) || swap.alphaAmount === 0n) return failed(terms);
  const average = (swap.taoAmount * RAO_PER_TAO + swap.alphaAmount - 1n) / swap.alphaAmount;
  const final = finalBuyPrice({ stepIn, stepOut: beyond.alphaAmount - swap.alphaAmount }, average, price);
  const limitPrice = buyLimit(final, tolerance);
  return {
    receive: swap.alphaAmount,
    receiveAtLeast: least(leastBought(swap.taoAmount, limitPrice), swap.alphaAmount),
    price,
    ...withLimit(chain, limitPrice),
    impact: impactOfBuy(amount, swap.alphaAmount, price),
    swapFee: swap.taoFee,
    executes: true,
  };
}

/** A sale of `terms.amount` alpha. */
export async function tradeSale(chain: ChainClient, terms: TradeTerms): Promise<Trade> {
  const { netuid, price, tolerance } = terms;
  if (isRoot(netuid)) return onRoot(chain, terms.amount);
  if (!chain.capabilities().quotes) return unsimulated(chain, terms, 'sale');
  const amount = toAlphaRao(terms.amount);
  const stepIn = saleStep(amount, price);
  const [{ value: swap }, { value: beyond }] = await Promise.all([
    chain.simulateSell(netuid, amount),
    chain.simulateSell(netuid, toAlphaRao(upTo(amount + stepIn))),
  ]);
  if (isZero(swap) || swap.taoAmount === 0n || swap.alphaAmount === 0n) return failed(terms);
  const average = (swap.taoAmount * RAO_PER_TAO) / swap.alphaAmount;
  const final = finalSalePrice({ stepIn, stepOut: beyond.taoAmount - swap.taoAmount }, average, price);
  const limitPrice = saleLimit(final, tolerance);
  return {
    receive: swap.taoAmount,
    receiveAtLeast: least(leastFetched(swap.alphaAmount, limitPrice), swap.taoAmount),
    price,
    ...withLimit(chain, limitPrice),
    impact: impactOfSale(amount, swap.taoAmount, price),
    swapFee: swap.alphaFee,
    executes: true,
  };
}
