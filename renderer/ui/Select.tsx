import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

export type SelectProps<T extends string> = FieldTexts &
  Omit<ComponentProps<'select'>, 'id' | 'value' | 'onChange' | 'children'> & {
    readonly value: T;
    readonly options: readonly SelectOption<T>[];
    readonly onChange: (value: T) => void;
  };

/** One of a few. The system's own list, so that every keyboard and screen reader knows it. */
export function Select<T extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
  className,
  ...rest
}: SelectProps<T>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="relative">
          <select
            {...rest}
            {...wiring}
            value={value}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value);
              if (chosen !== undefined) onChange(chosen.value);
            }}
            className={cx(CONTROL, 'h-10 appearance-none truncate pr-9', className)}
          >
            {options.map((option) => (
              <option
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="bg-surface text-ink"
              >
                {option.label}
              </option>
            ))}
          </select>
          <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted">
            <Icon icon={ChevronDown} />
          </span>
        </div>
      )}
    </Field>
  );
}
