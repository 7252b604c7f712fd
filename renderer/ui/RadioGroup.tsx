import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.ts';

export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioGroupProps<T extends string> {
  readonly label: string;
  /** The label is only for screen readers when a heading already says it. */
  readonly labelHidden?: boolean;
  readonly value: T | undefined;
  readonly options: readonly RadioOption<T>[];
  readonly onChange: (value: T) => void;
  /** `cards` gives each choice its own framed row; `row` puts short ones side by side. */
  readonly look?: 'list' | 'cards' | 'row';
}

/** One of a few, all of them visible. Native radios: arrow keys move, Tab leaves. */
export function RadioGroup<T extends string>({
  label,
  labelHidden,
  value,
  options,
  onChange,
  look = 'list',
}: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={labelHidden === true ? 'sr-only' : 'mb-2 text-sm font-semibold'}>{label}</legend>
      <div
        className={cx(
          'flex',
          look === 'row' ? 'flex-wrap gap-x-6 gap-y-2' : 'flex-col',
          look === 'cards' ? 'gap-2.5' : 'gap-2',
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'flex items-start gap-3',
              look === 'cards' &&
                'rounded-card border border-line bg-surface px-4 py-3.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft',
              option.disabled === true && 'opacity-60',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="mt-1 size-4 shrink-0 accent-accent-fill"
            />
            <span className="min-w-0">
              <span className={look === 'cards' ? 'font-semibold' : undefined}>{option.label}</span>
              {option.hint === undefined ? null : (
                <span className="mt-0.5 block text-sm text-muted">{option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
