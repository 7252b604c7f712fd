import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expNegative, FRACTION_BITS, negativeLn, ONE, powUp } from './fixed.ts';
import { comparePrice, inject, isWithin, maxInput, type Pool, type Side, spotPrice, swap, WEIGHT_ONE } from './pool.ts';

const RATE = 33;
const reserve = fc.bigInt({ min: 1_000_000_000n, max: 10n ** 16n });
const pools: fc.Arbitrary<Pool> = fc.record({
  tao: reserve,
  alpha: reserve,
  quote: fc.bigInt({ min: WEIGHT_ONE / 20n, max: (WEIGHT_ONE * 19n) / 20n }),
});
const sides = fc.constantFrom<Side>('tao', 'alpha');
const amounts = fc.bigInt({ min: 2_000_000n, max: 10n ** 15n });

function inputReserve(pool: Pool, side: Side): bigint {
  return side === 'tao' ? pool.tao : pool.alpha;
}

/** q ln(tao) + (1-q) ln(alpha), the logarithm of the pool's invariant, in fixed point times 1e18. */
function logInvariant(pool: Pool): bigint {
  const unit = 1n << 70n;
  const ln = (value: bigint) => -negativeLn((value << FRACTION_BITS) / unit);
  return pool.quote * ln(pool.tao) + (WEIGHT_ONE - pool.quote) * ln(pool.alpha);
}

describe('fixed-point power', () => {
  it('agrees with floating point where that is exact enough', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 19, noNaN: true }),
        (base, exponent) => {
          const scale = 2 ** 52;
          const top = BigInt(Math.round(exponent * scale));
          const got = Number(powUp(BigInt(Math.round(base * scale)), BigInt(scale), top, BigInt(scale))) / Number(ONE);
          expect(Math.abs(got - base ** exponent)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it('undoes a logarithm to far beyond 64 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: ONE / 1001n, max: ONE }), (x) => {
        const back = expNegative(negativeLn(x));
        const error = back > x ? back - x : x - back;
        expect(error < 1n << 30n).toBe(true);
      }),
    );
  });

  it('never lies below the true square', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 10n ** 15n }), (part, more) => {
        const whole = part + more;
        fc.pre(part * 1001n >= whole);
        expect(powUp(part, whole, 2n, 1n) * whole * whole >= (part * part) << FRACTION_BITS).toBe(true);
      }),
    );
  });
});

describe('a weighted pool', () => {
  it('never pays out more than it holds and never lets its invariant fall', () => {
    fc.assert(
      fc.property(pools, sides, amounts, (pool, side, amount) => {
        const outcome = swap(pool, side, amount, RATE);
        if (!outcome.ok) return;
        expect(outcome.out).toBeLessThan(side === 'tao' ? pool.alpha : pool.tao);
        expect(outcome.paidIn + outcome.fee).toBe(amount);
        expect(logInvariant(outcome.after) + (WEIGHT_ONE << 30n) >= logInvariant(pool)).toBe(true);
      }),
    );
  });

  it('charges a fee against the trader: at least 33/65535 of the input', () => {
    fc.assert(
      fc.property(pools, sides, amounts, (pool, side, amount) => {
        const outcome = swap(pool, side, amount, RATE);
        if (outcome.ok) expect(outcome.fee * 65_535n).toBeGreaterThanOrEqual(amount * 33n);
      }),
    );
  });

  it('never gives two trades more than one', () => {
    fc.assert(
      fc.property(pools, sides, amounts, amounts, (pool, side, first, second) => {
        const whole = swap(pool, side, first + second, RATE);
        const one = swap(pool, side, first, RATE);
        if (!whole.ok || !one.ok) return;
        const two = swap(one.after, side, second, RATE);
        if (two.ok) expect(one.out + two.out).toBeLessThanOrEqual(whole.out + 1n);
      }),
    );
  });

  it('never returns more than was paid for a round trip', () => {
    fc.assert(
      fc.property(pools, sides, amounts, (pool, side, amount) => {
        const there = swap(pool, side, amount, RATE);
        if (!there.ok) return;
        const back = swap(there.after, side === 'tao' ? 'alpha' : 'tao', there.out, RATE);
        if (back.ok) expect(back.out).toBeLessThan(amount);
      }),
    );
  });

  it('caps the input so that the price stays within the limit, and one unit more would not', () => {
    fc.assert(
      fc.property(pools, sides, amounts, fc.integer({ min: 1, max: 300 }), (pool, side, amount, tolerance) => {
        const spot = spotPrice(pool);
        fc.pre(spot > 1_000n);
        const limit = (spot * BigInt(side === 'tao' ? 1000 + tolerance : 1000 - tolerance)) / 1000n;
        const most = maxInput(pool, side, amount, limit, RATE);
        expect(most).toBeDefined();
        if (most === undefined) return;
        const done = swap(pool, side, most, RATE);
        if (done.ok) expect(isWithin(done.after, side, limit)).toBe(true);
        if (most === amount || most >= inputReserve(pool, side) * 1000n) return;
        const more = swap(pool, side, most + 1n, RATE);
        if (more.ok) expect(isWithin(more.after, side, limit)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a limit that the price has already passed', () => {
    const pool = { tao: 10n ** 12n, alpha: 10n ** 12n, quote: WEIGHT_ONE / 2n };
    expect(maxInput(pool, 'tao', 10n ** 9n, 999_999_999n, RATE)).toBeUndefined();
    expect(maxInput(pool, 'alpha', 10n ** 9n, 1_000_000_001n, RATE)).toBeUndefined();
  });

  it('keeps its price to one part in 10^15 when liquidity is injected', () => {
    fc.assert(
      fc.property(
        pools,
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        (pool, tao, alpha) => {
          const before = { ...pool };
          const after = inject(pool, tao, alpha);
          const price = ({ tao: t, alpha: a, quote: q }: Pool) => ((WEIGHT_ONE - q) * t * 10n ** 30n) / (q * a);
          const [p, n] = [price(before), price(after)];
          expect((p > n ? p - n : n - p) * 10n ** 15n <= p).toBe(true);
        },
      ),
    );
  });

  it('knows which side of a limit the exact price lies on', () => {
    const pool = { tao: 3n, alpha: 2n, quote: WEIGHT_ONE / 2n };
    expect(comparePrice(pool, 1_500_000_000n)).toBe(0);
    expect(comparePrice(pool, 1_500_000_001n)).toBe(-1);
    expect(comparePrice(pool, 1_499_999_999n)).toBe(1);
  });
});
