import { replaceEqualDeep } from '@tanstack/react-query';

/**
 * The new rows, with the very objects of the old ones where nothing in them changed: what is drawn from an unchanged row
 * need not be drawn again. Rows are matched by key, wherever they stand.
 */
export function keepRows<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  return after.map((row) => {
    const old = known.get(keyOf(row));
    return old === undefined ? row : replaceEqualDeep(old, row);
  });
}

/** `keepRows` that remembers the rows it gave last. */
export function rowKeeper<Row>(keyOf: (row: Row) => string): (after: readonly Row[]) => readonly Row[] {
  let last: readonly Row[] = [];
  return (after) => {
    last = keepRows(last, after, keyOf);
    return last;
  };
}
