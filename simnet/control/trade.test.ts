import { beforeAll, describe, expect, it } from 'vitest';
import { bookErrors } from '../runtime/books.ts';
import { initRuntime } from '../runtime/index.ts';
import { priceOf } from '../runtime/pool/reserves.ts';
import { composeNode } from './compose.ts';
import { trade } from './trade.ts';

const TAO = 1_000_000_000n;

describe('a trade that somebody else makes', () => {
  beforeAll(initRuntime);
  const open = async () => (await composeNode({ scenario: 'demo', clock: 'chain', runtime: { emission: false } })).node;

  it('raises the price by a purchase and lowers it by a sale, a block each, and keeps the books', async () => {
    const node = await open();
    const prices = [priceOf(node.chain.best.state, 1)];
    for (const side of ['buy', 'sell'] as const) {
      const block = trade(node, { netuid: 1, side, amount: 2_000n * TAO });
      expect(block.number).toBe(prices.length);
      prices.push(priceOf(block.state, 1));
      expect(bookErrors(block.state)).toEqual([]);
    }
    const [before = 0n, bought = 0n, sold = 0n] = prices;
    expect(bought).toBeGreaterThan((before * 109n) / 100n);
    expect(sold).toBeLessThan(bought);
    expect(priceOf(node.chain.best.state, 2)).toBe(priceOf(node.chain.genesis.state, 2));
  });

  it('makes no block when it cannot happen', async () => {
    const node = await open();
    for (const wish of [
      { netuid: 0, side: 'buy', amount: TAO },
      { netuid: 99, side: 'sell', amount: TAO },
      { netuid: 1, side: 'buy', amount: 1n },
    ] as const)
      expect(() => trade(node, wish)).toThrow();
    expect(node.chain.best.number).toBe(0);
  });
});
