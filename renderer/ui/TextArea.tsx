import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './Field.tsx';

export type TextAreaProps = FieldTexts & Omit<ComponentProps<'textarea'>, 'id'> & { readonly mono?: boolean };

/** Several lines of text. Nothing is remembered, corrected or capitalised by the browser. */
export function TextArea({ label, hint, error, mono, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          rows={4}
          {...rest}
          {...wiring}
          className={cx(CONTROL, 'min-h-24 resize-y py-2', mono === true && 'font-mono text-sm', className)}
        />
      )}
    </Field>
  );
}
