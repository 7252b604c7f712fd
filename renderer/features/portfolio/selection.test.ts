import { describe, expect, it } from 'vitest';
import { MAX_BATCH } from '../../../shared/constants/batch.ts';
import { toNetuid, toPpm } from '../../../shared/units/index.ts';
import { aPosition, BOB } from './portfolio.test-support.ts';
import { batchOf } from './selection.ts';

const TOLERANCE = toPpm(5000);

describe('batchOf', () => {
  it('sells all of each position at the given tolerance, and never a part', () => {
    const wish = batchOf([aPosition(), aPosition({ netuid: toNetuid(2) })], TOLERANCE);
    expect(wish.ok && wish.steps.map((step) => ({ ...step }))).toMatchObject([
      { kind: 'stake.remove', netuid: 1, all: true, tolerance: 5000, allowPartial: false },
      { kind: 'stake.remove', netuid: 2, all: true, tolerance: 5000, allowPartial: false },
    ]);
  });

  it('refuses nothing, positions of two accounts, and more than one batch carries', () => {
    const many = Array.from({ length: MAX_BATCH + 1 }, (_, netuid) => aPosition({ netuid: toNetuid(netuid) }));
    expect(batchOf([], TOLERANCE)).toEqual({ ok: false, because: 'nothing' });
    expect(batchOf([aPosition(), aPosition({ coldkey: BOB })], TOLERANCE)).toEqual({
      ok: false,
      because: 'several_accounts',
    });
    expect(batchOf(many, TOLERANCE)).toEqual({ ok: false, because: 'too_many' });
    expect(batchOf(many.slice(1), TOLERANCE).ok).toBe(true);
  });
});
