import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';
import type { Column } from './table-column.ts';

export interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  /** Of a head that stays over the rows while they scroll. */
  readonly over?: boolean;
}

/** The head of a column; a button where the column can be sorted by. */
export function HeaderCell<Row>({ column, over }: HeaderCellProps<Row>) {
  const text = column.headerHidden === true ? <span className="sr-only">{column.header}</span> : column.header;
  return (
    <th
      scope="col"
      aria-sort={column.sorted}
      className={cx(
        'py-2 font-medium whitespace-nowrap first:pl-5 last:pr-5',
        over === true ? 'border-b border-line bg-surface' : 'px-3',
        column.figures === true && 'text-right',
        column.width,
        column.className,
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
