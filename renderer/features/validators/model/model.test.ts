import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasuredYield, ValidatorHere } from '../../../../shared/contract/index.ts';
import { addressOf } from '../../../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toRao, toTake } from '../../../../shared/units/index.ts';
import { blocksSinceUpdate, idleReason, isActiveHere } from './activity.ts';
import { MAX_COMPARED, outstanding, toggleMark } from './compare.ts';
import { blocksAgoText, dividendsText, proportionText, rateText, shareText } from './figures-text.ts';
import { filterValidators, mostTakeProblem, NO_FILTERS } from './filters.ts';
import { FIRST_SORTING, nextSorting, ORDERS, sortValidators, usualSorting } from './order.ts';
import { takeChange } from './take-change.ts';
import { noYieldReason } from './yield-reason.ts';

const OWNER = addressOf<Coldkey>(new Uint8Array(32).fill(9));
const keyOf = (seed: number): Hotkey => addressOf<Hotkey>(new Uint8Array(32).fill(seed));

function validator(seed: number, more: Partial<ValidatorHere> = {}): ValidatorHere {
  return {
    hotkey: keyOf(seed),
    owner: OWNER,
    hasIdentity: false,
    take: toTake(11_796),
    nominators: 0,
    stakeHere: toAlphaRao(0n),
    rootStake: toRao(0n),
    totalSpot: toRao(0n),
    registeredHere: true,
    permitHere: true,
    subnets: 1,
    ...more,
  };
}
const measured = (aprPpm: number): MeasuredYield => ({
  method: 'subnet_dividends',
  aprPpm,
  epochs: 1,
  fromBlock: 1,
  toBlock: 1,
});
const CONTEXT = { blockNumber: 10_000, favourites: new Set<string>([keyOf(2)]) };
const hotkeys = (rows: readonly ValidatorHere[]): string[] => rows.map(({ hotkey }) => hotkey);

describe('who is active here', () => {
  test.each([
    ['with permit, dividends and recent weights', { dividends: 5, lastUpdate: 5000 }, true],
    ['without a permit', { permitHere: false, dividends: 5, lastUpdate: 9999 }, false],
    ['without dividends in the last epoch', { dividends: 0, lastUpdate: 9999 }, false],
    ['whose weights are too old', { dividends: 5, lastUpdate: 4999 }, false],
    ['that never set weights', { dividends: 5, lastUpdate: 0 }, false],
    ['of whom the chain tells nothing but the permit', {}, true],
  ])('a validator %s', (_words, more, active) => {
    expect(isActiveHere(validator(1, more), CONTEXT.blockNumber)).toBe(active);
  });

  test('an update after the block of the list is no negative age', () => {
    expect(blocksSinceUpdate(validator(1, { lastUpdate: 10_005 }), 10_000)).toBe(0);
  });

  test('the reason to earn nothing is told apart', () => {
    expect(idleReason(validator(1))).toBeUndefined();
    expect(idleReason(validator(1, { permitHere: false }))).toBe('no_permit');
    expect(idleReason(validator(1, { permitHere: false, registeredHere: false }))).toBe('not_registered');
  });
});

describe('the filters', () => {
  const rows = [
    validator(1, { name: 'Alpha House', hasIdentity: true, take: toTake(0) }),
    validator(2, { name: 'al\u202epha', hasIdentity: true }),
    validator(3, { take: toTake(11_797), permitHere: false }),
  ];
  const found = (more: Partial<typeof NO_FILTERS>): string[] =>
    hotkeys(filterValidators(rows, { ...NO_FILTERS, ...more }, CONTEXT));

  test('none of them leaves the list as it is', () => {
    expect(found({})).toEqual(hotkeys(rows));
  });

  test('the search reads names as they are shown, and addresses', () => {
    expect(found({ search: ' ALPHA ' })).toEqual([keyOf(1), keyOf(2)]);
    expect(found({ search: keyOf(3).slice(4, 20) })).toEqual([keyOf(3)]);
    expect(found({ search: 'nobody' })).toEqual([]);
  });

  test('a take of at most 18 % lets 11796 of 65535 pass and 11797 not', () => {
    expect(found({ mostTake: '18' })).toEqual([keyOf(1), keyOf(2)]);
    expect(found({ mostTake: '0' })).toEqual([keyOf(1)]);
    expect(found({ mostTake: '100' })).toHaveLength(3);
  });

  test('what is no percentage filters nothing and says so', () => {
    expect(found({ mostTake: 'x' })).toHaveLength(3);
    expect(mostTakeProblem('x')).toBeDefined();
    expect(mostTakeProblem('')).toBeUndefined();
    expect(mostTakeProblem('12.5')).toBeUndefined();
  });

  test('identity, favourites and activity narrow together', () => {
    expect(found({ hasIdentity: true })).toEqual([keyOf(1), keyOf(2)]);
    expect(found({ favourites: true })).toEqual([keyOf(2)]);
    expect(found({ activeHere: true })).toEqual([keyOf(1), keyOf(2)]);
    expect(found({ activeHere: true, hasIdentity: true, favourites: true, search: 'house' })).toEqual([]);
  });
});

describe('the order', () => {
  const anyValidator = fc
    .record({
      seed: fc.integer({ min: 1, max: 200 }),
      stakeHere: fc.bigInt(0n, 5n).map(toAlphaRao),
      totalSpot: fc.bigInt(0n, 5n).map(toRao),
      take: fc.integer({ min: 0, max: 3 }).map(toTake),
      nominators: fc.integer({ min: 0, max: 3 }),
      permitHere: fc.boolean(),
      dividends: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      apr: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    })
    .map(({ seed, dividends, apr, ...more }) =>
      validator(seed, {
        ...more,
        ...(dividends === undefined ? {} : { dividends }),
        ...(apr === undefined ? {} : { yield: measured(apr) }),
      }),
    );
  const list = fc.uniqueArray(anyValidator, { selector: ({ hotkey }) => hotkey, maxLength: 20 });
  const sorting = fc.record({
    by: fc.constantFrom(...ORDERS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  });

  test('does not depend on how the list came, loses nobody, and puts those who validate here first', () => {
    fc.assert(
      fc.property(list, sorting, (rows, by) => {
        const sorted = sortValidators(rows, by);
        expect(hotkeys(sortValidators([...rows].reverse(), by))).toEqual(hotkeys(sorted));
        expect([...hotkeys(sorted)].sort()).toEqual([...hotkeys(rows)].sort());
        const permits = sorted.map(({ permitHere }) => permitHere);
        expect(permits).toEqual([...permits].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  test('puts a figure that is missing last both ways', () => {
    const rows = [validator(1), validator(2, { yield: measured(5) }), validator(3, { yield: measured(9) })];
    expect(hotkeys(sortValidators(rows, { by: 'yield', direction: 'descending' }))).toEqual([3, 2, 1].map(keyOf));
    expect(hotkeys(sortValidators(rows, { by: 'yield', direction: 'ascending' }))).toEqual([2, 3, 1].map(keyOf));
  });

  test('compares stakes beyond what a float can hold', () => {
    const rows = [
      validator(1, { stakeHere: toAlphaRao(2n ** 53n) }),
      validator(2, { stakeHere: toAlphaRao(2n ** 53n + 1n) }),
    ];
    expect(hotkeys(sortValidators(rows, FIRST_SORTING))).toEqual([keyOf(2), keyOf(1)]);
  });

  test('turns round when the same column is pressed again', () => {
    expect(nextSorting(FIRST_SORTING, 'take')).toEqual(usualSorting('take'));
    expect(nextSorting(usualSorting('take'), 'take')).toEqual({ by: 'take', direction: 'descending' });
  });
});

describe('the comparison', () => {
  test('names the lowest take and the highest yield, also when two share it', () => {
    const rows = [
      validator(1, { take: toTake(5), yield: measured(9) }),
      validator(2, { take: toTake(9), yield: measured(9) }),
      validator(3, { take: toTake(9), yield: measured(1) }),
    ];
    expect([...outstanding(rows, 'take')]).toEqual([[keyOf(1), 'Lowest']]);
    expect([...outstanding(rows, 'yield')]).toEqual([
      [keyOf(1), 'Highest'],
      [keyOf(2), 'Highest'],
    ]);
  });

  test('names nobody where all are alike or only one has the figure', () => {
    expect(outstanding([validator(1), validator(2)], 'take').size).toBe(0);
    expect(outstanding([validator(1), validator(2, { yield: measured(1) })], 'yield').size).toBe(0);
  });

  test('holds four, and a fifth does not push one out', () => {
    const four = [1, 2, 3, 4].map(keyOf);
    expect(four).toHaveLength(MAX_COMPARED);
    expect(toggleMark(four, keyOf(5))).toEqual(four);
    expect(toggleMark(four, keyOf(2))).toEqual([1, 3, 4].map(keyOf));
    expect(toggleMark([], keyOf(2))).toEqual([keyOf(2)]);
  });
});

describe('figures in words', () => {
  test('a rate is never rounded up', () => {
    expect([0, 999, 1000, 124_999, 12_345_678_900].map(rateText)).toEqual([
      '0 %',
      '<0.1 %',
      '0.1 %',
      '12.4 %',
      '1\u202f234\u202f567.8 %',
    ]);
  });

  test('a share of all is 100 %, and of nearly all less', () => {
    const all = (1n << 64n) - 1n;
    expect(proportionText(all)).toBe('100.00 %');
    expect(proportionText(all - 1n)).toBe('99.99 %');
    expect(proportionText(all / 3n)).toBe('33.33 %');
    expect(proportionText(1n)).toBe('<0.01 %');
    expect(dividendsText(0)).toBe('0 %');
    expect(shareText(1n, 4n)).toBe('25.00 %');
  });

  test('blocks become words', () => {
    expect([0, 1, 1234].map(blocksAgoText)).toEqual(['this block', '1 block ago', '1\u202f234 blocks ago']);
  });
});

describe('why there is no yield', () => {
  const can = { epochDividends: true, rootClaims: true };
  const [root, subnet] = [toNetuid(0), toNetuid(3)];
  test('has its own reason for each case', () => {
    const reasons = [
      noYieldReason(validator(1), subnet, { ...can, epochDividends: false }),
      noYieldReason(validator(1), root, { ...can, rootClaims: false }),
      noYieldReason(validator(1, { permitHere: false }), root, can),
      noYieldReason(validator(1), root, can),
      noYieldReason(validator(1, { permitHere: false, registeredHere: false }), subnet, can),
      noYieldReason(validator(1, { permitHere: false }), subnet, can),
      noYieldReason(validator(1), subnet, can),
    ];
    expect(new Set(reasons).size).toBe(reasons.length);
  });
});

describe('a change of take', () => {
  const bounds = { takeMin: toTake(0), takeMax: toTake(11_796) };
  const own = { take: toTake(5000), isDelegate: true, raisableFrom: 200 };
  test('down is always possible above the least, up only from its block and below the most', () => {
    expect(takeChange(own, bounds, 150)).toEqual({ lower: true, raise: false, waitBlocks: 50 });
    expect(takeChange(own, bounds, 200)).toEqual({ lower: true, raise: true, waitBlocks: 0 });
    expect(takeChange({ ...own, take: toTake(11_796) }, bounds, 150)).toEqual({
      lower: true,
      raise: false,
      waitBlocks: 0,
    });
    expect(takeChange({ ...own, take: toTake(0) }, bounds, 200)).toMatchObject({ lower: false, raise: true });
    expect(takeChange({ ...own, isDelegate: false }, bounds, 200)).toMatchObject({ lower: false, raise: false });
  });
});
