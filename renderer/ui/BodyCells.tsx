import { cx } from '../lib/cx.ts';
import type { Column } from './table-column.ts';

export interface BodyCellsProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** Classes of every cell: its padding. */
  readonly className?: string;
}

/** The cells of one row; the column that names the row is its header. */
export function BodyCells<Row>({ row, columns, className }: BodyCellsProps<Row>) {
  return columns.map((column) => {
    const classes = cx(
      'align-middle first:pl-5 last:pr-5',
      column.figures === true && 'figures text-right',
      column.className,
      className,
    );
    return column.rowHeader === true ? (
      <th key={column.id} scope="row" className={cx(classes, 'text-left font-normal')}>
        {column.cell(row)}
      </th>
    ) : (
      <td key={column.id} className={classes}>
        {column.cell(row)}
      </td>
    );
  });
}
