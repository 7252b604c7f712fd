import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alphaOf,
  fromSafeFloat,
  fromU64F64,
  type SharePool,
  sharesFor,
  sharesGivenUp,
  toSafeFloat,
} from './share-math.ts';

type Step = readonly [who: number, kind: 'add' | 'take' | 'reward', amount: bigint];

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(
    fc.nat(4),
    fc.constantFrom('add' as const, 'take' as const, 'reward' as const),
    fc.bigInt({ min: 1n, max: 10n ** 15n }),
  ),
  { maxLength: 40 },
);

/** Plays the steps; returns the pool and everyone's shares. */
function play(list: readonly Step[], check: (pool: SharePool, shares: readonly bigint[]) => void): void {
  let pool: SharePool = { shares: 0n, alpha: 0n };
  const shares = [0n, 0n, 0n, 0n, 0n];
  for (const [who, kind, amount] of list) {
    const own = shares[who] ?? 0n;
    if (kind === 'add') {
      const issued = sharesFor(pool, amount);
      shares[who] = own + issued;
      pool = { shares: pool.shares + issued, alpha: pool.alpha + amount };
    } else if (kind === 'reward') {
      if (pool.shares > 0n) pool = { ...pool, alpha: pool.alpha + amount };
    } else {
      const held = alphaOf(pool, own);
      const taken = amount < held ? amount : held;
      if (taken === 0n) continue;
      const given = sharesGivenUp(pool, own, taken);
      shares[who] = own - given;
      pool = { shares: pool.shares - given, alpha: pool.alpha - taken };
    }
    check(pool, shares);
  }
}

describe('share pools', () => {
  it('create no alpha: positions never sum to more than the pool', () => {
    fc.assert(
      fc.property(steps, (list) => {
        play(list, (pool, shares) => {
          expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(pool.shares);
          const held = shares.reduce((sum, share) => sum + alphaOf(pool, share), 0n);
          expect(held).toBeLessThanOrEqual(pool.alpha);
          expect(pool.alpha).toBeGreaterThanOrEqual(0n);
        });
      }),
    );
  });

  it('give a newcomer what was put in, to the last rao', () => {
    fc.assert(
      fc.property(steps, fc.bigInt({ min: 1n, max: 10n ** 15n }), (list, amount) => {
        let pool: SharePool = { shares: 0n, alpha: 0n };
        play(list, (next) => {
          pool = next;
        });
        const issued = sharesFor(pool, amount);
        const after = { shares: pool.shares + issued, alpha: pool.alpha + amount };
        const value = alphaOf(after, issued);
        expect(value).toBeLessThanOrEqual(amount);
        // Only a pool whose shares have become very dear (more than 10^5 alpha each) may round by a rao.
        if (pool.alpha * 10n ** 6n < pool.shares) expect(value).toBe(amount);
      }),
    );
  });

  it('survive their storage form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 32n }), (shares) => {
        expect(fromSafeFloat(toSafeFloat(shares))).toBe(shares);
      }),
    );
    expect(fromU64F64(3n << 64n)).toBe(3n * 10n ** 12n);
    expect(fromSafeFloat({ mantissa: 5n, exponent: -13n })).toBe(0n);
    expect(fromSafeFloat({ mantissa: 7n, exponent: 2n })).toBe(700n * 10n ** 12n);
  });
});
