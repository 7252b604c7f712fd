import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparkPoints } from './spark-points.ts';

describe('sparkPoints', () => {
  it('keeps every value in the box, the least at the bottom and the most at the top', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n }), { minLength: 2 }), (values) => {
        const points = sparkPoints(values, 100, 20);
        const places = points.map(([, y]) => y);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...places)).toBeLessThanOrEqual(20);
        const most = values.reduce((a, b) => (b > a ? b : a));
        const least = values.reduce((a, b) => (b < a ? b : a));
        expect(places[values.indexOf(most)]).toBe(most === least ? 10 : 0);
        expect(places[values.indexOf(least)]).toBe(most === least ? 10 : 20);
        expect(points[0]?.[0]).toBe(0);
        expect(points.at(-1)?.[0]).toBe(100);
      }),
    );
  });
});
