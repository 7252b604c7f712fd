import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export interface KeyValueRow {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Sits under the row in small type. */
  readonly note?: ReactNode;
  /** Full width under its label, for addresses and calls. */
  readonly wide?: boolean;
  /** The one that matters most. */
  readonly strong?: boolean;
}

/** Labelled facts, figures at the right, hairlines between. */
export function KeyValue({ rows }: { rows: readonly KeyValueRow[] }) {
  return (
    <dl className="divide-y divide-line">
      {rows.map((row) => (
        <div key={row.id} className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 py-2.5 first:pt-0 last:pb-0">
          <dt className={cx('text-sm text-muted', row.wide === true && 'col-span-2')}>{row.label}</dt>
          <dd
            className={cx(
              'figures min-w-0',
              row.wide === true ? 'col-span-2 mt-1' : 'text-right',
              row.strong === true && 'text-lg font-semibold',
            )}
          >
            {row.value}
          </dd>
          {row.note === undefined ? null : <dd className="col-span-2 mt-0.5 text-sm text-muted">{row.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
