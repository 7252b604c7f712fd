import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RAO_PER_TAO as TAO, toNetuid, toPpm, toRaoPerAlpha } from '../../../shared/units/index.ts';
import { FakeChain } from '../testing/fake-chain.test-support.ts';
import {
  anyPool,
  anyShare,
  anyTolerance,
  buyIn,
  priceIn,
  type Reserves,
  ratioHolds,
  sellIn,
} from '../testing/markets.test-support.ts';
import { tradeAcross } from './trade-across.ts';

const ROOT = toNetuid(0);
const FROM = toNetuid(1);
const TO = toNetuid(2);
const ONE = toRaoPerAlpha(TAO);

function world(from: Reserves, to: Reserves): FakeChain {
  const chain = new FakeChain();
  chain.pools.set(FROM, { ...from });
  chain.pools.set(TO, { ...to });
  return chain;
}

const LEAST = 2_000_001n;
const noPriors = { from: 0n, to: 0n };
const pools = fc.record({ from: anyPool, to: anyPool, share: anyShare, tolerance: anyTolerance });

describe('a trade through two pools', () => {
  test('passes its own limit in unmoved pools, and pays what is shown or a shade more', async () => {
    await fc.assert(
      fc.asyncProperty(pools, async ({ from, to, share, tolerance }) => {
        const amount = (from.alpha * share) / 1_000_000n;
        const sold = amount === 0n ? { out: 0n, after: from } : sellIn(from, amount);
        fc.pre(sold.out >= LEAST);
        const prices = { from: priceIn(from), to: priceIn(to) };
        const trade = await tradeAcross(world(from, to), {
          from: FROM,
          to: TO,
          amount,
          tolerance,
          prices,
          priors: noPriors,
          limited: true,
        });
        fc.pre(trade.executes);
        const bought = buyIn(to, sold.out, false);
        expect(ratioHolds(sold.after, bought.after, trade.limitPrice ?? 0n)).toBe(true);
        expect(trade.receive <= bought.out).toBe(true);
        // Two rao less than the proceeds go into the simulated pool at most.
        expect(trade.receive >= buyIn(to, sold.out - 2n, false).out).toBe(true);
        expect(trade.receiveAtLeast <= trade.receive).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('never brings less than its minimum while the chain keeps to the limit, however the pools moved', async () => {
    const moved = fc.record({ from: anyPool, to: anyPool });
    await fc.assert(
      fc.asyncProperty(pools, moved, anyShare, async ({ from, to, share, tolerance }, later, blend) => {
        const amount = (from.alpha * share) / 1_000_000n;
        fc.pre(amount > 0n && sellIn(from, amount).out >= LEAST);
        const prices = { from: priceIn(from), to: priceIn(to) };
        const terms = { from: FROM, to: TO, amount, tolerance, prices, priors: noPriors, limited: true };
        const trade = await tradeAcross(world(from, to), terms);
        // Not anything at all: most of such pools would be refused and prove nothing.
        const mix = (a: bigint, b: bigint): bigint => (a * (20_000_000n - blend) + b * blend) / 20_000_000n;
        const near = (a: Reserves, b: Reserves): Reserves => ({ tao: mix(a.tao, b.tao), alpha: mix(a.alpha, b.alpha) });
        const sold = sellIn(near(from, later.from), amount);
        const bought = buyIn(near(to, later.to), sold.out, false);
        fc.pre(trade.executes && ratioHolds(sold.after, bought.after, trade.limitPrice ?? 0n));
        expect(bought.out >= trade.receiveAtLeast).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('that begins on root pays the fee of the pool it enters, one for one before it', async () => {
    await fc.assert(
      fc.asyncProperty(pools, async ({ to, share, tolerance }) => {
        const amount = (to.tao * share) / 1_000_000n;
        fc.pre(amount >= LEAST);
        const prices = { from: ONE, to: priceIn(to) };
        const trade = await tradeAcross(world(to, to), {
          from: ROOT,
          to: TO,
          amount,
          tolerance,
          prices,
          priors: noPriors,
          limited: true,
        });
        const bought = buyIn(to, amount, true);
        expect(trade.receive).toBe(bought.out);
        expect(ratioHolds({ tao: 1n, alpha: 1n }, bought.after, trade.limitPrice ?? 0n)).toBe(true);
        expect(trade.receiveAtLeast <= trade.receive).toBe(true);
      }),
    );
  });

  test('that ends on root pays what the sale fetches', async () => {
    await fc.assert(
      fc.asyncProperty(pools, async ({ from, share, tolerance }) => {
        const amount = (from.alpha * share) / 1_000_000n;
        fc.pre(amount > 0n && sellIn(from, amount).out >= LEAST);
        const prices = { from: priceIn(from), to: ONE };
        const trade = await tradeAcross(world(from, from), {
          from: FROM,
          to: ROOT,
          amount,
          tolerance,
          prices,
          priors: noPriors,
          limited: true,
        });
        const sold = sellIn(from, amount);
        expect(trade.receive).toBe(sold.out);
        expect(ratioHolds(sold.after, { tao: 1n, alpha: 1n }, trade.limitPrice ?? 0n)).toBe(true);
      }),
    );
  });

  test('is not let looser than its tolerance, the steps of both probes and their fees', async () => {
    const from = { tao: 1000n * TAO, alpha: 10_000n * TAO };
    const to = { tao: 500n * TAO, alpha: 2000n * TAO };
    const amount = 200n * TAO;
    const prices = { from: priceIn(from), to: priceIn(to) };
    const tolerance = toPpm(5000);
    const { limitPrice = 0n } = await tradeAcross(world(from, to), {
      from: FROM,
      to: TO,
      amount,
      tolerance,
      prices,
      priors: noPriors,
      limited: true,
    });
    const sold = sellIn(from, amount);
    const bought = buyIn(to, sold.out, false);
    const final = (sold.after.tao * bought.after.alpha * TAO) / (sold.after.alpha * bought.after.tao);
    expect(limitPrice * 1000n >= (final * 995n * 998n) / 1000n).toBe(true);
  });

  test('through a runtime without simulation promises only what the limit guarantees', async () => {
    const chain = new FakeChain();
    chain.capabilitiesNow.quotes = false;
    const terms = { from: FROM, to: TO, amount: 100n * TAO, priors: noPriors, limited: true };
    const prices = { from: toRaoPerAlpha(100_000_000n), to: toRaoPerAlpha(250_000_000n) };
    const trade = await tradeAcross(chain, { ...terms, tolerance: toPpm(10_000), prices });
    expect(trade.limitPrice).toBe(396_000_000n);
    expect(trade.receive).toBe(trade.receiveAtLeast);
    expect(trade.receive > (396n * TAO) / 10n - 20n && trade.receive <= (396n * TAO) / 10n).toBe(true);
  });
});
