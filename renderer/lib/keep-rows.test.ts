import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepRows } from './keep-rows.ts';

interface Row {
  readonly id: string;
  readonly value: bigint;
  readonly exit: { readonly tao: bigint };
}

const anyRow = fc.record({
  id: fc.integer({ min: 0, max: 20 }).map(String),
  value: fc.bigInt({ min: 0n, max: 3n }),
  exit: fc.record({ tao: fc.bigInt({ min: 0n, max: 3n }) }),
});
const anyRows = fc.uniqueArray(anyRow, { selector: ({ id }) => id });
const keyOf = ({ id }: Row): string => id;

describe('keepRows', () => {
  it('says exactly what the new rows say, in their order', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        expect(keepRows(before, after, keyOf)).toEqual(after);
      }),
    );
  });

  it('keeps the object of a row that did not change, wherever it moved, and of no other', () => {
    const [a, b]: [Row, Row] = [
      { id: 'a', value: 1n, exit: { tao: 5n } },
      { id: 'b', value: 2n, exit: { tao: 6n } },
    ];
    const [first, second] = keepRows(
      [a, b],
      [
        { ...b, exit: { tao: 6n } },
        { ...a, exit: { tao: 4n } },
      ],
      keyOf,
    );
    expect(first).toBe(b);
    expect(second).not.toBe(a);
  });
});
