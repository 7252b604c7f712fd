import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueSample } from '../../../shared/contract/index.ts';
import { toRao } from '../../../shared/units/index.ts';
import { changeOver, DAY, pointsOf, pointsWithin, type ValuePoint } from './change.ts';

const NOW = 1_700_000_000_000;
const HOUR = DAY / 24;

function point(hoursAgo: number, total: bigint): ValuePoint {
  return { timeMs: NOW - hoursAgo * HOUR, blockNumber: 1000 - hoursAgo, total, sold: undefined };
}

function sample(hoursAgo: number, parts: Partial<ValueSample> = {}): ValueSample {
  return {
    blockNumber: 1000 - hoursAgo,
    timeMs: NOW - hoursAgo * HOUR,
    free: toRao(1n),
    reserved: toRao(2n),
    stakedSpot: toRao(4n),
    ...parts,
  };
}

describe('pointsOf', () => {
  it('adds the parts of a sample and leaves an incomplete sale out', () => {
    expect(pointsOf([sample(2), sample(1, { stakedExit: toRao(3n) })], undefined)).toEqual([
      { timeMs: NOW - 2 * HOUR, blockNumber: 998, total: 7n, sold: undefined },
      { timeMs: NOW - HOUR, blockNumber: 999, total: 7n, sold: 6n },
    ]);
  });

  it('ends at the present value, but never with a block that is not after the last sample', () => {
    expect(pointsOf([sample(1)], point(0, 9n)).at(-1)?.total).toBe(9n);
    expect(pointsOf([sample(0)], point(0, 9n))).toHaveLength(1);
  });
});

describe('changeOver', () => {
  it('is the difference to the sample nearest to a day ago', () => {
    const points = [point(30, 1n), point(25, 100n), point(22, 5n), point(0, 90n)];
    expect(changeOver(points, DAY)).toEqual({
      amount: -10n,
      before: 100n,
      sinceMs: NOW - 25 * HOUR,
      sinceBlock: 975,
    });
  });

  it('is absent when no sample reaches near enough', () => {
    expect(changeOver([], DAY)).toBeUndefined();
    expect(changeOver([point(0, 5n)], DAY)).toBeUndefined();
    expect(changeOver([point(20, 1n), point(0, 5n)], DAY)).toBeUndefined();
    expect(changeOver([point(28, 1n), point(0, 5n)], DAY)).toBeUndefined();
  });

  it('never tells of a span that differs from the wished one by more than an eighth', () => {
    const anyPoints = fc
      .uniqueArray(fc.record({ hours: fc.integer({ min: 0, max: 400 }), total: fc.bigInt({ min: 0n, max: 99n }) }), {
        selector: ({ hours }) => hours,
      })
      .map((list) => list.sort((a, b) => b.hours - a.hours).map(({ hours, total }) => point(hours, total)));
    fc.assert(
      fc.property(anyPoints, fc.constantFrom(DAY, 7 * DAY), (points, span) => {
        const change = changeOver(points, span);
        const last = points.at(-1);
        if (change === undefined || last === undefined) return;
        expect(Math.abs(last.timeMs - span - change.sinceMs)).toBeLessThanOrEqual(span / 8);
        expect(change.before + change.amount).toBe(last.total);
      }),
    );
  });
});

describe('pointsWithin', () => {
  it('keeps the points of the span before the last, or all', () => {
    const points = [point(30, 1n), point(24, 2n), point(0, 3n)];
    expect(pointsWithin(points, DAY).map(({ total }) => total)).toEqual([2n, 3n]);
    expect(pointsWithin(points, undefined)).toBe(points);
  });
});
