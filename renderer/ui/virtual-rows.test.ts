import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spacedRows, withKept } from './virtual-rows.ts';

/** Rows of any height, and which of them are drawn. */
const anyDrawn = fc.array(fc.record({ height: fc.integer({ min: 1, max: 200 }), drawn: fc.boolean() }), {
  maxLength: 60,
});

describe('spacedRows', () => {
  it('keeps the height of the whole list whichever rows are drawn', () => {
    fc.assert(
      fc.property(anyDrawn, (list) => {
        let start = 0;
        const placed = list.map(({ height, drawn }, index) => {
          const row = { index, start, end: start + height, drawn };
          start += height;
          return row;
        });
        const shown = placed.filter(({ drawn }) => drawn);
        const { rows, gapAfter } = spacedRows(shown, start);
        const gaps = rows.reduce((sum, { gapBefore }) => sum + gapBefore, gapAfter);
        const heights = shown.reduce((sum, row) => sum + row.end - row.start, 0);
        expect(gaps + heights).toBe(start);
        expect(rows.map(({ index }) => index)).toEqual(shown.map(({ index }) => index));
      }),
    );
  });

  it('leaves all of the height empty when no row is drawn', () => {
    expect(spacedRows([], 640)).toEqual({ rows: [], gapAfter: 640 });
  });
});

describe('withKept', () => {
  it('adds a kept row in its place, once', () => {
    expect(withKept([4, 5, 6], 2)).toEqual([2, 4, 5, 6]);
    expect(withKept([4, 5, 6], 9)).toEqual([4, 5, 6, 9]);
    expect(withKept([4, 5, 6], 5)).toEqual([4, 5, 6]);
  });

  it('changes nothing when no row is kept or it left the list', () => {
    expect(withKept([1, 2], undefined)).toEqual([1, 2]);
    expect(withKept([1, 2], -1)).toEqual([1, 2]);
  });
});
