import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { FIRST_SORT, nextSort, SORT_KEYS, sortPositions } from './order.ts';
import { anyPositions, aPosition } from './portfolio.test-support.ts';
import { type PositionRow, positionRows } from './rows.ts';
import { searchRows } from './search.ts';

function rowsOf(positions: Parameters<typeof positionRows>[0]['positions']): readonly PositionRow[] {
  return positionRows({
    positions,
    locks: [],
    blockNumber: 10,
    ownerOf: () => 'Savings',
    earnedSince: undefined,
    selected: new Set(),
  });
}
const anySort = fc.record({ by: fc.constantFrom(...SORT_KEYS), down: fc.boolean() });

describe('sortPositions', () => {
  it('gives the same order whatever order the rows came in, and loses none', () => {
    fc.assert(
      fc.property(anyPositions, anySort, (positions, sort) => {
        const rows = rowsOf(positions);
        const sorted = sortPositions(rows, sort).map(({ key }) => key);
        expect(sortPositions([...rows].reverse(), sort).map(({ key }) => key)).toEqual(sorted);
        expect([...sorted].sort()).toEqual(rows.map(({ key }) => key).sort());
      }),
    );
  });

  it('compares alpha only within a subnet', () => {
    fc.assert(
      fc.property(anyPositions, fc.boolean(), (positions, down) => {
        const rows = sortPositions(rowsOf(positions), { by: 'staked', down });
        rows.forEach((row, index) => {
          const next = rows[index + 1];
          if (next === undefined || next.position.netuid !== row.position.netuid) return;
          expect(down ? row.position.alpha >= next.position.alpha : row.position.alpha <= next.position.alpha).toBe(
            true,
          );
        });
        const netuids = rows.map(({ position }) => position.netuid);
        expect(netuids).toEqual([...netuids].sort((a, b) => a - b));
      }),
    );
  });

  it('puts positions without an exit value last in either direction', () => {
    const rows = rowsOf([
      aPosition({ netuid: toNetuid(3), exit: { is: 'unknown' }, spotValue: toRao(10n ** 15n) }),
      aPosition({ netuid: toNetuid(1), exit: { is: 'pays', tao: toRao(1n), blockNumber: 1 } }),
      aPosition({ netuid: toNetuid(2), exit: { is: 'pays', tao: toRao(2n), blockNumber: 1 } }),
    ]);
    const netuids = (down: boolean) => sortPositions(rows, { by: 'exit', down }).map(({ position }) => position.netuid);
    expect(netuids(true)).toEqual([2, 1, 3]);
    expect(netuids(false)).toEqual([1, 2, 3]);
  });

  it('compares what was earned by its worth at spot price', () => {
    const earned = (alpha: bigint) => ({ alpha: toAlphaRao(alpha), fromBlock: 1, fromTimeMs: 1, exact: true });
    const rows = rowsOf([
      aPosition({ netuid: toNetuid(1), earned: earned(10n) }), // 5 rao
      aPosition({ netuid: toNetuid(0), earned: earned(7n) }), // 7 rao
    ]);
    expect(sortPositions(rows, { by: 'earned', down: true }).map(({ position }) => position.netuid)).toEqual([0, 1]);
  });
});

describe('nextSort', () => {
  it('begins figures at the largest and names at A, and turns round at the second press', () => {
    expect(nextSort(FIRST_SORT, 'exit')).toEqual({ by: 'exit', down: true });
    expect(nextSort(FIRST_SORT, 'validator')).toEqual({ by: 'validator', down: false });
    expect(nextSort(FIRST_SORT, 'spot')).toEqual({ by: 'spot', down: false });
  });
});

describe('searchRows', () => {
  const rows = rowsOf([
    aPosition({ validatorName: 'Go\u200bod Validator', netuid: toNetuid(12) }),
    aPosition({ netuid: toNetuid(0) }),
  ]);

  it.each([
    ['good', 2],
    ['GOOD sn12', 1],
    ['root', 1],
    ['savings 5DAAnrj7', 2],
    ['nowhere', 0],
    ['  ', 2],
  ])('finds %j in %d rows', (search, count) => {
    expect(searchRows(rows, search)).toHaveLength(count);
  });
});
