import { expect } from 'vitest';
import { ROOT_NETUID } from '../../shared/units/index.ts';
import type { SubnetBooks } from './books.test-support.ts';
import { type Claimed, checkProceeds, isSold, type Paid } from './claims.test-support.ts';
import type { Injected } from './emission.test-support.ts';
import type { Stage } from './field.test-support.ts';
import type { Sight } from './look.test-support.ts';

const WEIGHT_ONE = 1_000_000_000_000_000_000n;
/** Swap fee in parts of 65535. */
const [FEE, FEE_ONE] = [33n, 65_535n];

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

/** Rao that left a subnet although no event tells of it: what sales of root dividends brought. */
function soldFor(was: SubnetBooks, is: SubnetBooks, minted: bigint, { moves }: Sight): bigint {
  const told = sum(moves.filter(({ netuid }) => netuid === is.netuid).map(({ tao }) => tao));
  return was.tao + minted + told - is.tao;
}

/**
 * The chain sells before anybody trades, in the pool as emission left it: for no more than the price at the beginning, and
 * for no less than the price that it leaves behind, each sale rounded down and its fee rounded up.
 */
function checkPrice(
  pool: SubnetBooks,
  quote: bigint,
  injected: Injected,
  sales: readonly Paid[],
  rao: bigint,
  context: string,
): void {
  const alpha = sum(sales.map((sale) => sale.alpha));
  const [tao, reserve] = [pool.tao + injected.tao, pool.alphaIn + injected.alphaIn];
  const count = BigInt(sales.length);
  // price = ((1 - q) / q) * tao / alpha, both sides multiplied by what it is divided by
  const most = (WEIGHT_ONE - quote) * tao * alpha;
  expect(rao * quote * reserve <= most, `${rao} rao for ${alpha}: ${context}`).toBe(true);
  const net = alpha - (alpha * FEE) / FEE_ONE - count;
  const least = (WEIGHT_ONE - quote) * (tao - rao) * net;
  expect((rao + count) * quote * (reserve + alpha) >= least, `${rao} rao for ${alpha}: ${context}`).toBe(true);
}

/**
 * Every rao that claims added to root stake came out of a pool that dividends were sold to, to the base unit; what the chain
 * sold by itself went at the price of that pool.
 */
export function checkSales(
  stage: Stage,
  before: Sight,
  after: Sight,
  { paid, settled }: Claimed,
  context: string,
): void {
  let all = 0n;
  for (const [index, is] of after.books.subnets.entries()) {
    const was = before.books.subnets[index];
    if (was === undefined) throw new Error('the same subnets before and after');
    const where = `subnet ${is.netuid}: ${context}`;
    if (is.netuid === ROOT_NETUID) {
      const arrived = sum(settled.map(({ rao }) => rao));
      expect(-soldFor(was, is, 0n, after), where).toBe(arrived);
      all -= arrived;
      continue;
    }
    const injected = after.injected[stage.subnets.indexOf(is.netuid)];
    if (injected === undefined) throw new Error('every subnet emits');
    const sales = paid.filter((one) => one.netuid === is.netuid && isSold(one));
    const rao = soldFor(was, is, injected.tao, after);
    checkProceeds(sales, rao, where);
    if (sales.every(({ byChain, alpha }) => byChain && alpha > 0n))
      checkPrice(was, is.quote, injected, sales, rao, where);
    all += rao;
  }
  expect(all, context).toBe(0n);
}
