import type { ReactNode } from 'react';
import { BodyCells } from './BodyCells.tsx';
import { HeaderCell } from './HeaderCell.tsx';
import type { Column } from './table-column.ts';

export type { Column } from './table-column.ts';

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
              <BodyCells row={row} columns={columns} className="px-3 py-2.5" />
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
