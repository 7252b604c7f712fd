import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './Field.tsx';

export type TextFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'id' | 'type'> & {
    readonly aside?: ReactNode;
    /** Unit or action shown inside the box at its end. */
    readonly suffix?: ReactNode;
    /** Figures: tabular, right-aligned. */
    readonly figures?: boolean;
    /** Addresses and keys. */
    readonly mono?: boolean;
  };

/** One line of text. Nothing is remembered, corrected or capitalised by the browser. */
export function TextField({ label, hint, error, aside, suffix, figures, mono, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(wiring) => (
        <div className="relative">
          <input
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            {...rest}
            {...wiring}
            type="text"
            className={cx(
              CONTROL,
              'h-10',
              figures === true && 'figures text-right text-lg',
              mono === true && 'font-mono text-sm',
              suffix !== undefined && 'pr-16',
              className,
            )}
          />
          {suffix === undefined ? null : (
            <span className="absolute inset-y-0 right-3 flex items-center text-muted">{suffix}</span>
          )}
        </div>
      )}
    </Field>
  );
}
