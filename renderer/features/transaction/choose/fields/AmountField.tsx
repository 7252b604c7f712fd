import { useState } from 'react';
import { TextField } from '../../../../ui/TextField.tsx';

export interface AmountShortcut {
  readonly label: string;
  readonly onPress: () => void;
  readonly pressed?: boolean;
}

export interface AmountFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly shortcuts: readonly AmountShortcut[];
  /** Why it cannot be used. */
  readonly problem: string | undefined;
  /** The problem is only that nothing is typed yet. */
  readonly missing: boolean;
}

/** An amount as text, exactly as typed: it is read once, with integers, and never rounded. */
export function AmountField({ label, unit, value, onChange, shortcuts, problem, missing }: AmountFieldProps) {
  const [touched, setTouched] = useState(false);
  return (
    <TextField
      label={label}
      aside={
        <span className="flex gap-1.5">
          {shortcuts.map((shortcut) => (
            <button
              key={shortcut.label}
              type="button"
              aria-pressed={shortcut.pressed}
              onClick={shortcut.onPress}
              className="rounded-control border border-line-strong/60 bg-surface px-2 py-0.5 text-xs font-medium transition-colors hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            >
              {shortcut.label}
            </button>
          ))}
        </span>
      }
      figures
      inputMode="decimal"
      maxLength={64}
      placeholder="0"
      suffix={unit}
      className={unit.length > 2 ? 'pr-20!' : 'pr-8!'}
      value={value}
      error={missing && !touched ? undefined : problem}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setTouched(true)}
    />
  );
}
