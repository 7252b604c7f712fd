import { describe, expect, it } from 'vitest';
import type { Validator } from '../../../shared/contract/index.ts';
import { toNetuid } from '../../../shared/units/index.ts';
import { matches, validatorsFor } from './validators.ts';

const SN8 = toNetuid(8);
const make = (hotkey: string, alpha: bigint, permits: number[], take = 0): Validator =>
  ({
    hotkey,
    name: `Name of ${hotkey}`,
    take,
    nominators: 1,
    permits,
    totalStake: [{ netuid: SN8, alpha }],
  }) as unknown as Validator;
const keys = (list: readonly Validator[]): string[] => list.map(({ hotkey }) => hotkey);

describe('validatorsFor', () => {
  const many = [
    make('5A', 5n, []),
    make('5B', 1n, [8], 9),
    make('5C', 9_007_199_254_740_993n, [8], 12),
    make('5D', 9_007_199_254_740_992n, [8], 3),
  ];

  it('puts those with a permit first, then exactly by stake there', () => {
    expect(keys(validatorsFor(many, SN8, '', 'stake'))).toEqual(['5C', '5D', '5B', '5A']);
  });

  it('orders by take when asked', () => {
    expect(keys(validatorsFor(many, SN8, '', 'take'))).toEqual(['5D', '5B', '5C', '5A']);
  });

  it('finds by name and by key, in what is seen', () => {
    expect(keys(validatorsFor(many, SN8, 'of 5b', 'stake'))).toEqual(['5B']);
    expect(matches({ ...make('5E', 0n, []), name: 'Op\u200bentensor' }, 'opentensor')).toBe(true);
  });
});
