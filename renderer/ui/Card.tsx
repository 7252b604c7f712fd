import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.ts';

export interface CardProps {
  readonly title?: string;
  readonly hint?: ReactNode;
  /** At the far end of the title. */
  readonly actions?: ReactNode;
  /** No inner padding: for a table that reaches the edges. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A sheet holding one thing. With a title it is a named region. */
export function Card({ title, hint, actions, flush, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={cx('min-w-0 rounded-card border border-line bg-surface shadow-card', className)}
    >
      {title === undefined ? null : (
        <header className={cx('flex items-start justify-between gap-4 px-5 pt-4', flush === true ? 'pb-3' : 'pb-1')}>
          <div className="min-w-0">
            <h2 id={id} className="font-semibold">
              {title}
            </h2>
            {hint === undefined ? null : <p className="text-sm text-muted">{hint}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className={flush === true ? undefined : cx('px-5 pb-5', title === undefined ? 'pt-5' : 'pt-3')}>
        {children}
      </div>
    </section>
  );
}
