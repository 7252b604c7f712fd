import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RAO_PER_TAO, toAlphaRao, toNetuid, toPpm, toRao, toRaoPerAlpha } from '../../../shared/units/index.ts';
import { tradeBuy, tradeSale } from '../plan/trade.ts';
import { FakeChain } from '../testing/fake-chain.test-support.ts';

const NETUID = toNetuid(1);
const TAO = RAO_PER_TAO;

/** Pools from tiny to huge, prices from 0.0001 to 10 TAO, amounts up to the pool's own size. */
const market = fc
  .record({
    tao: fc.bigInt({ min: TAO, max: 1_000_000n * TAO }),
    alphaPerTao: fc.constantFrom(1n, 3n, 10n, 97n, 10_000n),
    shareOfPool: fc.bigInt({ min: 1n, max: 1_000_000n }),
    tolerance: fc.integer({ min: 0, max: 500_000 }).map(toPpm),
  })
  .map(({ tao, alphaPerTao, shareOfPool, tolerance }) => ({
    pool: { tao, alpha: tao * alphaPerTao },
    shareOfPool,
    tolerance,
  }));

/** What a constant-product runtime holds against the limit: its exact price after the trade, the fee left in the pool. */
const priceAfterBuy = (pool: { tao: bigint; alpha: bigint }, paid: bigint, out: bigint): [bigint, bigint] => [
  (pool.tao + paid) * TAO,
  pool.alpha - out,
];

describe('the limit price', () => {
  test('of a buy lets the whole amount through an unmoved pool, and bounds what is received', async () => {
    await fc.assert(
      fc.asyncProperty(market, async ({ pool, shareOfPool, tolerance }) => {
        const chain = new FakeChain();
        chain.pools.set(NETUID, { ...pool });
        const amount = (pool.tao * shareOfPool) / 1_000_000n;
        fc.pre(amount >= 2_000_000n);
        const price = toRaoPerAlpha((pool.tao * TAO) / pool.alpha);
        const trade = await tradeBuy(chain, { netuid: NETUID, amount, tolerance, price });
        const limit = trade.limitPrice ?? 0n;
        const [top, bottom] = priceAfterBuy(pool, amount, trade.receive);
        expect(top <= limit * bottom).toBe(true);
        expect(trade.receiveAtLeast <= trade.receive).toBe(true);
        expect(trade.receiveAtLeast * limit <= amount * TAO).toBe(true);
      }),
    );
  });

  test('of a sale lets the whole amount through an unmoved pool, and bounds what is received', async () => {
    await fc.assert(
      fc.asyncProperty(market, async ({ pool, shareOfPool, tolerance }) => {
        const chain = new FakeChain();
        chain.pools.set(NETUID, { ...pool });
        const amount = (pool.alpha * shareOfPool) / 1_000_000n;
        const price = toRaoPerAlpha((pool.tao * TAO) / pool.alpha);
        fc.pre((amount * price) / TAO >= 2_000_000n);
        const trade = await tradeSale(chain, { netuid: NETUID, amount, tolerance, price });
        const limit = trade.limitPrice ?? 0n;
        expect((pool.tao - trade.receive) * TAO >= limit * (pool.alpha + amount)).toBe(true);
        expect(trade.receiveAtLeast <= trade.receive).toBe(true);
        expect(limit > 0n).toBe(true);
      }),
    );
  });

  test('is not looser than the final price, the tolerance and a thousandth', async () => {
    const chain = new FakeChain();
    chain.pools.set(NETUID, { tao: 1000n * TAO, alpha: 10_000n * TAO });
    const price = toRaoPerAlpha(100_000_000n);
    const tolerance = toPpm(5000);
    const { limitPrice, receive } = await tradeBuy(chain, { netuid: NETUID, amount: 50n * TAO, tolerance, price });
    const final = (1050n * TAO * TAO) / (10_000n * TAO - receive);
    expect(limitPrice).toBeGreaterThanOrEqual(Number(final));
    expect((limitPrice ?? 0n) * 1000n <= (final * 1006n * 1001n) / 1000n).toBe(true);
  });

  test('of the average price would refuse the very trade it was made from; this one does not', async () => {
    const chain = new FakeChain();
    chain.pools.set(NETUID, { tao: 1000n * TAO, alpha: 10_000n * TAO });
    const amount = 100n * TAO; // about 9 % impact
    const price = toRaoPerAlpha(100_000_000n);
    const trade = await tradeBuy(chain, { netuid: NETUID, amount, tolerance: toPpm(5000), price });
    const averageLimit = (((amount * TAO) / trade.receive) * 1_005_000n) / 1_000_000n;
    const [top, bottom] = priceAfterBuy({ tao: 1000n * TAO, alpha: 10_000n * TAO }, amount, trade.receive);
    expect(top > averageLimit * bottom).toBe(true);
    expect(top <= (trade.limitPrice ?? 0n) * bottom).toBe(true);
  });

  test('on root is exactly one for one, with no fee, whatever the tolerance', async () => {
    const chain = new FakeChain();
    const terms = { netuid: toNetuid(0), amount: 5n * TAO, tolerance: toPpm(5000), price: toRaoPerAlpha(TAO) };
    for (const trade of [await tradeBuy(chain, terms), await tradeSale(chain, terms)]) {
      expect(trade).toEqual({
        receive: 5n * TAO,
        receiveAtLeast: 5n * TAO,
        price: TAO,
        limitPrice: TAO,
        impact: 0,
        paid: 5n * TAO,
        final: TAO,
        weight: 0n,
        executes: true,
      });
    }
  });

  test('where the runtime cannot simulate is spot and tolerance, and only what it guarantees is promised', async () => {
    const chain = new FakeChain();
    chain.capabilitiesNow.quotes = false;
    const price = toRaoPerAlpha(100_000_000n);
    const trade = await tradeBuy(chain, { netuid: NETUID, amount: TAO, tolerance: toPpm(10_000), price });
    expect(trade.limitPrice).toBe(101_000_000n);
    expect([trade.receive, trade.receiveAtLeast]).toEqual([9_900_990_099n, 9_900_990_099n]);
  });

  test('does not exist on a runtime without limits, and nothing is promised there', async () => {
    const chain = new FakeChain();
    chain.capabilitiesNow.quotes = false;
    chain.capabilitiesNow.limitStaking = false;
    const price = toRaoPerAlpha(100_000_000n);
    const trade = await tradeSale(chain, { netuid: NETUID, amount: toAlphaRao(TAO), tolerance: toPpm(5000), price });
    expect(trade.limitPrice).toBeUndefined();
    expect([trade.receive, trade.receiveAtLeast]).toEqual([toRao(TAO / 10n), 0n]);
  });

  test('is not made when the simulation says that the swap would fail', async () => {
    const trade = await tradeBuy(new FakeChain(), {
      netuid: NETUID,
      amount: TAO,
      tolerance: toPpm(5000),
      price: toRaoPerAlpha(TAO),
    });
    expect(trade.executes).toBe(false);
  });

  test('cannot let through a trade that empties the pool, or ends below a price of one rao: none is made', async () => {
    const chain = new FakeChain();
    chain.pools.set(NETUID, { tao: TAO, alpha: 1000n });
    const drained = { netuid: NETUID, amount: 100_000n * TAO, tolerance: toPpm(5000), price: toRaoPerAlpha(TAO) };
    expect((await tradeBuy(chain, drained)).executes).toBe(false);
    chain.pools.set(NETUID, { tao: TAO / 10n, alpha: 100_000n * TAO });
    const worthless = { ...drained, amount: 50_000_000n * TAO, price: toRaoPerAlpha(1000n) };
    expect((await tradeSale(chain, worthless)).executes).toBe(false);
  });

  test('does not help where something would buy nothing: such a trade is not made', async () => {
    // Seen on the real spec-218 runtime: a pool of 12 TAO and one base unit of alpha takes the TAO and pays nothing.
    const chain = new FakeChain();
    Object.assign(chain.capabilitiesNow, { quotes: false, limitStaking: false });
    const terms = { netuid: NETUID, amount: TAO, tolerance: toPpm(5000), price: toRaoPerAlpha(12n * TAO * TAO) };
    expect((await tradeBuy(chain, terms)).executes).toBe(false);
    chain.capabilitiesNow.limitStaking = true;
    expect((await tradeBuy(chain, terms)).executes).toBe(false);
  });
});
