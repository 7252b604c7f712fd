import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.ts';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, in force at once. */
export function Switch({ label, hint, checked, disabled, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <span id={`${id}-label`} className="font-semibold">
          {label}
        </span>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        disabled={disabled}
        onClick={() => onChange(!checked)}
        className={cx(
          'relative mt-0.5 h-6 w-11 shrink-0 rounded-full border transition-colors disabled:opacity-50',
          checked ? 'border-transparent bg-accent-fill' : 'border-line-strong bg-sunken',
        )}
      >
        <span
          className={cx(
            'absolute top-[3px] left-[3px] size-4 rounded-full transition-transform',
            checked ? 'translate-x-5 bg-white' : 'bg-line-strong',
          )}
        />
      </button>
    </div>
  );
}
