import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './Field.tsx';

export type DateFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'onChange'> & {
    /** `2026-11-23`, or empty. */
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

/** A day. The system's own box and calendar, so that every keyboard and screen reader knows it. */
export function DateField({ label, hint, error, value, onChange, className, ...rest }: DateFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          type="date"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={cx(CONTROL, 'figures h-10', className)}
        />
      )}
    </Field>
  );
}
