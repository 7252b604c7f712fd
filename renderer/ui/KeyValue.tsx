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
        <div key={row.id} className="py-2.5 first:pt-0 last:pb-0">
          <div className={row.wide === true ? undefined : 'flex items-baseline justify-between gap-4'}>
            <dt className="shrink-0 text-sm text-muted">{row.label}</dt>
            <dd
              className={cx(
                'figures min-w-0',
                row.wide === true ? 'mt-1' : 'text-right',
                row.strong === true && 'text-lg font-semibold',
              )}
            >
              {row.value}
            </dd>
          </div>
          {row.note === undefined ? null : <dd className="mt-0.5 text-sm text-muted">{row.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
