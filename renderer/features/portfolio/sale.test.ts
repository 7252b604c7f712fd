import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { anyRao, anySubnetExits, NO_TOTALS } from './portfolio.test-support.ts';
import { gapOf, saleOf } from './sale.ts';

describe('gapOf', () => {
  it('weighs a loss from 2 % and from 5 %, and never a gain', () => {
    expect(gapOf(10_000n, 9_801n).weight).toBe('none');
    expect(gapOf(10_000n, 9_800n).weight).toBe('notable');
    expect(gapOf(10_000n, 9_500n).weight).toBe('strong');
    expect(gapOf(10_000n, 11_000n)).toEqual({ lost: -1000n, of: 10_000n, weight: 'none' });
    expect(gapOf(0n, 0n).weight).toBe('none');
  });

  it('loses exactly what is missing from the worth at spot price', () => {
    fc.assert(
      fc.property(anyRao, anyRao, (spot, exit) => {
        expect(exit + gapOf(spot, exit).lost).toBe(spot);
      }),
    );
  });
});

describe('saleOf', () => {
  it('adds free and reserved TAO to what the stake pays, to the rao, and puts the gap on the stake alone', () => {
    fc.assert(
      fc.property(anyRao, anyRao, anyRao, anyRao, anySubnetExits, (free, reserved, stakedSpot, stakedExit, exits) => {
        const sale = saleOf({ ...NO_TOTALS, free, reserved, stakedSpot, stakedExit }, exits);
        expect(sale.pays).toBe(free + reserved + stakedExit);
        expect(sale.gap.lost).toBe(stakedSpot - stakedExit);
      }),
    );
  });

  it('names the subnets that cannot be sold and those nobody asked about, and the oldest simulation', () => {
    const alpha = toAlphaRao(5n);
    const sale = saleOf({ ...NO_TOTALS, exitComplete: false }, [
      { netuid: toNetuid(0), alpha, exit: { is: 'unknown' } },
      { netuid: toNetuid(1), alpha, exit: { is: 'pays', tao: toRao(1n), blockNumber: 9 } },
      { netuid: toNetuid(2), alpha, exit: { is: 'cannot', blockNumber: 7 } },
      { netuid: toNetuid(3), alpha, exit: { is: 'unknown' } },
    ]);
    expect(sale).toMatchObject({ complete: false, cannot: [2], unknown: [3], oldestBlock: 7 });
  });
});
