import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './Field.tsx';
import { IconButton } from './IconButton.tsx';

export type PasswordFieldProps = FieldTexts & Omit<ComponentProps<'input'>, 'id' | 'type'>;

/** A secret in a box: can be looked at while it is typed, says when Caps Lock is on. */
export function PasswordField({ label, hint, error, className, onKeyUp, onKeyDown, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const noteCaps = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field label={label} hint={capsLock ? 'Caps Lock is on.' : hint} error={error}>
      {(wiring) => (
        <div className="relative">
          <input
            autoComplete="off"
            spellCheck={false}
            maxLength={1024}
            {...rest}
            {...wiring}
            type={shown ? 'text' : 'password'}
            onKeyDown={(event) => {
              noteCaps(event);
              onKeyDown?.(event);
            }}
            onKeyUp={(event) => {
              noteCaps(event);
              onKeyUp?.(event);
            }}
            className={cx(CONTROL, 'h-10 pr-11', className)}
          />
          <IconButton
            icon={shown ? EyeOff : Eye}
            label={shown ? 'Hide characters' : 'Show characters'}
            aria-pressed={shown}
            size="sm"
            className="absolute top-1.5 right-2"
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
