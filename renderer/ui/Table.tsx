import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';

export interface Column<Row> {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right, tabular. */
  readonly figures?: boolean;
  /** This cell names the row for screen readers. One column has it. */
  readonly rowHeader?: boolean;
  /** Header is for screen readers only (a column of buttons). */
  readonly headerHidden?: boolean;
  readonly width?: string;
  /** Present when the column can be sorted by; called when its header is pressed. */
  readonly onSort?: () => void;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

export interface TableProps<Row> {
  /** What the table is, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** In place of rows when there are none. */
  readonly empty?: ReactNode;
}

/** Rows and columns, as such. Wide ones scroll inside their own frame, never the page; it is positioned, so that hidden texts stay in it. */
export function Table<Row>({ caption, columns, rows, keyOf, empty }: TableProps<Row>) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-line transition-colors last:border-b-0 hover:bg-hover/60">
              {columns.map((column) => {
                const content = column.cell(row);
                const className = cx(
                  'px-3 py-2.5 align-middle first:pl-5 last:pr-5',
                  column.figures === true && 'figures text-right',
                );
                return column.rowHeader === true ? (
                  <th key={column.id} scope="row" className={cx(className, 'font-normal')}>
                    {content}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined ? (
            <tr>
              <td colSpan={columns.length} className="px-5 py-6">
                {empty}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const text = column.headerHidden === true ? <span className="sr-only">{column.header}</span> : column.header;
  return (
    <th
      scope="col"
      aria-sort={column.sorted}
      className={cx(
        'px-3 py-2 font-medium whitespace-nowrap first:pl-5 last:pr-5',
        column.figures === true && 'text-right',
        column.width,
      )}
    >
      {column.onSort === undefined ? (
        text
      ) : (
        <button
          type="button"
          onClick={column.onSort}
          className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
        >
          {text}
          {column.sorted === undefined ? null : (
            <Icon icon={column.sorted === 'ascending' ? ArrowUp : ArrowDown} size={13} />
          )}
        </button>
      )}
    </th>
  );
}
