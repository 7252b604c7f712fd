import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Balance, Portfolio, StakePosition } from '../../../shared/contract/index.ts';
import { scopeOf } from './scope.ts';

const amount = fc.bigInt({ min: 0n, max: 21_000_000_000_000_000n });
const owner = fc.constantFrom('a', 'b', 'c');
const anyPortfolio = fc
  .record({
    balances: fc.array(
      fc.record({ address: owner, free: amount, reserved: amount, frozen: amount, transferable: amount }),
    ),
    positions: fc.array(fc.record({ coldkey: owner, netuid: fc.nat(128), alpha: amount, spotValue: amount })),
  })
  .map(({ balances, positions }) => ({
    balances: balances as unknown as Balance[],
    positions: positions as unknown as StakePosition[],
  })) as fc.Arbitrary<Portfolio>;

describe('scopeOf', () => {
  it('adds the accounts up to the whole, to the rao', () => {
    fc.assert(
      fc.property(anyPortfolio, (portfolio) => {
        const parts = ['a', 'b', 'c'].map((address) => scopeOf(portfolio, new Set([address])));
        const whole = scopeOf(portfolio, undefined);
        for (const key of ['free', 'reserved', 'frozen', 'staked', 'total'] as const)
          expect(parts.reduce((total, part) => total + part[key], 0n)).toBe(whole[key]);
        expect(whole.total).toBe(whole.free + whole.reserved + whole.staked);
      }),
    );
  });

  it('puts the largest position first and leaves the portfolio as it was', () => {
    fc.assert(
      fc.property(anyPortfolio, (portfolio) => {
        const before = [...portfolio.positions];
        const values = scopeOf(portfolio, undefined).positions.map(({ spotValue }) => spotValue);
        expect(values.every((value, index) => index === 0 || value <= (values[index - 1] ?? 0n))).toBe(true);
        expect(portfolio.positions).toEqual(before);
      }),
    );
  });
});
