/** A row that is drawn: its place in the list and in the whole height, px. */
export interface PlacedRow {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A row that is drawn with the empty height before it, px: the rows that are not drawn. */
export interface SpacedRow {
  readonly index: number;
  readonly gapBefore: number;
}

/** What stands between, before and after the drawn rows, so that all of them take `total` px as if every row were drawn. */
export function spacedRows(
  placed: readonly PlacedRow[],
  total: number,
): { readonly rows: readonly SpacedRow[]; readonly gapAfter: number } {
  let reached = 0;
  const rows = placed.map(({ index, start, end }) => {
    const gapBefore = Math.max(0, start - reached);
    reached = end;
    return { index, gapBefore };
  });
  return { rows, gapAfter: Math.max(0, total - reached) };
}

/** The indexes with `kept` among them, in order: a row that holds the focus stays while it is scrolled out of sight. */
export function withKept(indexes: readonly number[], kept: number | undefined): number[] {
  if (kept === undefined || kept < 0 || indexes.includes(kept)) return [...indexes];
  return [...indexes, kept].sort((a, b) => a - b);
}
