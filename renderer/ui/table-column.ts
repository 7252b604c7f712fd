import type { ReactNode } from 'react';

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
  /** Width class of the column, such as `w-40`; a virtual table lays out by these alone. */
  readonly width?: string;
  /** Classes of the head and every cell, such as `@max-4xl:hidden` for a column that narrow frames leave out. */
  readonly className?: string;
  /** Present when the column can be sorted by; called when its header is pressed. */
  readonly onSort?: () => void;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}
