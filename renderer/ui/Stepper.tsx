import { Check } from 'lucide-react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';

export interface StepperProps {
  /** Names in order, e.g. Choose, Quote, Review, Approve. */
  readonly steps: readonly string[];
  /** Index of the step being done; `steps.length` when all are. */
  readonly current: number;
  readonly label?: string;
}

/** Where one is on the way. Words for all, a tick for what is done. */
export function Stepper({ steps, current, label = 'Steps' }: StepperProps) {
  return (
    <ol aria-label={label} className="mt-3 flex items-center gap-2 text-xs">
      {steps.map((step, index) => {
        const done = index < current;
        const active = index === current;
        return (
          <li key={step} aria-current={active ? 'step' : undefined} className="flex min-w-0 flex-1 flex-col gap-1.5">
            <span className={cx('h-[3px] rounded-full', done || active ? 'bg-accent' : 'bg-line')} />
            <span className={cx('flex items-center gap-1', active ? 'font-semibold text-ink' : 'text-muted')}>
              {done ? <Icon icon={Check} size={13} /> : null}
              <span className="truncate">{step}</span>
              {done ? <span className="sr-only"> (done)</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
