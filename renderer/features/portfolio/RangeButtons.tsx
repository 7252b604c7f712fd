import { cx } from '../../lib/cx.ts';
import { DAY } from './change.ts';

export const RANGES = [
  { id: '24h', label: '24 h', words: 'Last 24 hours', spanMs: DAY },
  { id: '7d', label: '7 d', words: 'Last 7 days', spanMs: 7 * DAY },
  { id: '30d', label: '30 d', words: 'Last 30 days', spanMs: 30 * DAY },
  { id: 'all', label: 'All', words: 'All samples', spanMs: undefined },
] as const;
export type Range = (typeof RANGES)[number];

export interface RangeButtonsProps {
  readonly value: Range;
  readonly onChange: (range: Range) => void;
}

/** How far back a chart goes. */
export function RangeButtons({ value, onChange }: RangeButtonsProps) {
  return (
    <fieldset className="inline-flex rounded-control border border-line-strong/60 p-0.5">
      <legend className="sr-only">How far back</legend>
      {RANGES.map((range) => (
        <button
          key={range.id}
          type="button"
          aria-pressed={range.id === value.id}
          title={range.words}
          onClick={() => onChange(range)}
          className={cx(
            'h-7 rounded-[5px] px-2.5 text-sm font-medium transition-colors',
            range.id === value.id ? 'bg-accent-soft text-accent' : 'text-muted hover:text-ink',
          )}
        >
          {range.label}
        </button>
      ))}
    </fieldset>
  );
}
