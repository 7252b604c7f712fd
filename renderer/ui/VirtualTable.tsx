import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, Fragment, memo, type ReactNode, useRef, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { BodyCells } from './BodyCells.tsx';
import { HeaderCell } from './HeaderCell.tsx';
import type { Column } from './table-column.ts';
import { spacedRows, withKept } from './virtual-rows.ts';

export interface VirtualTableProps<Row> {
  /** What the table is, for screen readers; also the name of its scrolling frame. */
  readonly caption: string;
  /** Keep the same array while nothing about the columns changes: then only rows that changed are drawn again. */
  readonly columns: readonly Column<Row>[];
  /** Keep the same object for a row that did not change (`keepRows`). */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Height a row is drawn with, px; a row that needs more is measured. */
  readonly rowHeight: number;
  /** Classes of a row by what it is, such as a group's head. */
  readonly rowClass?: (row: Row) => string;
  /** Classes of the frame: its greatest height. */
  readonly frameClass?: string;
  /** Classes of the table: the width below which the frame scrolls sideways. */
  readonly tableClass?: string;
  /** In place of rows when there are none. */
  readonly empty?: ReactNode;
}

/** Rows drawn beyond the frame, so that Tab and quick scrolling find them. */
const OVERSCAN = 8;

/**
 * A table of any length in a frame of its own that scrolls; only rows in sight are in the page. The head stays at the top,
 * rows say their place for screen readers, and the row that holds the focus stays in the page wherever one scrolls.
 * Columns are laid out by their `width` classes, so that nothing moves when rows come and go. The frame is opaque, so that
 * scrolling moves what is drawn instead of drawing it again.
 */
export function VirtualTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  rowHeight,
  rowClass,
  frameClass = 'max-h-[70dvh]',
  tableClass,
  empty,
}: VirtualTableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const kept = focused === undefined ? undefined : rows.findIndex((row) => keyOf(row) === focused);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called in this render alone and never handed to a memoised child, but for measureElement, which is stable
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: OVERSCAN,
    rangeExtractor: (range) => withKept(defaultRangeExtractor(range), kept),
    useFlushSync: false,
  });
  const total = virtualizer.getTotalSize();
  const { rows: drawn, gapAfter } = spacedRows(virtualizer.getVirtualItems(), total);
  const scrolls = total > (virtualizer.scrollRect?.height ?? total);
  const keepFocused = (event: FocusEvent<HTMLElement>): void =>
    setFocused(event.target.closest<HTMLElement>('tr[data-key]')?.dataset['key']);
  return (
    <section
      ref={frame}
      aria-label={caption}
      tabIndex={scrolls ? 0 : undefined}
      className={cx('relative overflow-auto overscroll-x-contain bg-surface', frameClass)}
    >
      <table
        aria-rowcount={rows.length + 1}
        className={cx('w-full table-fixed border-separate border-spacing-0 text-left text-sm', tableClass)}
      >
        <caption className="sr-only">{caption}</caption>
        {/* one sticky head, not sticky cells: each would be a layer of its own to draw */}
        <thead className="sticky top-0 z-10">
          <tr aria-rowindex={1} className="text-xs text-muted">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} over />
            ))}
          </tr>
        </thead>
        <tbody onFocus={keepFocused} onBlur={() => setFocused(undefined)}>
          {drawn.map(({ index, gapBefore }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = keyOf(row);
            return (
              <Fragment key={key}>
                <Gap height={gapBefore} />
                <VirtualRow
                  id={key}
                  row={row}
                  index={index}
                  height={rowHeight}
                  columns={columns}
                  className={rowClass?.(row)}
                  measure={virtualizer.measureElement}
                />
              </Fragment>
            );
          })}
          <Gap height={gapAfter} />
          {rows.length === 0 && empty !== undefined ? (
            <tr>
              <td colSpan={columns.length} className="px-5 py-6">
                {empty}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

interface VirtualRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly height: number;
  readonly columns: readonly Column<Row>[];
  readonly className: string | undefined;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

/** `z-0`, here and in `Gap`: a layer for each, so that the others need not be drawn again when one comes, goes or grows. */
function PlainRow<Row>({ id, row, index, height, columns, className, measure }: VirtualRowProps<Row>) {
  return (
    <tr
      ref={measure}
      data-index={index}
      data-key={id}
      aria-rowindex={index + 2}
      style={{ height }}
      className={cx('relative z-0 hover:bg-hover/60', className)}
    >
      <BodyCells row={row} columns={columns} className="border-b border-line py-1.5" />
    </tr>
  );
}

const VirtualRow = memo(PlainRow) as typeof PlainRow;

/** The height of rows that are not in the page. One cell: spanning columns that are hidden would make room for them. */
function Gap({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a plain row takes no focus; it stands for rows that say their own place
    <tr aria-hidden="true" className="relative z-0" style={{ height }}>
      <td className="p-0" />
    </tr>
  );
}
