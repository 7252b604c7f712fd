import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

/** What a control inside a field must carry. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldTexts {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A sentence; empty or absent when all is well. */
  readonly error?: string | undefined;
}

export interface FieldProps extends FieldTexts {
  /** Stands at the far end of the label's line. */
  readonly aside?: ReactNode;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** Label, control, hint and error, wired by id. The error is announced when it appears. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const wrong = error !== undefined && error !== '';
  const described = [hint === undefined ? '' : `${id}-hint`, wrong ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': wrong ? true : undefined,
      })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} aria-live="polite" className="text-sm text-danger empty:hidden">
        {wrong ? (
          <span className="inline-flex items-start gap-1.5">
            <Icon icon={CircleAlert} size={15} className="mt-[3px] shrink-0" />
            {error}
          </span>
        ) : null}
      </p>
    </div>
  );
}
