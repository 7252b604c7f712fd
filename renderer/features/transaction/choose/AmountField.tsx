import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';

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
    <div className="flex flex-col gap-2">
      <TextField
        label={label}
        figures
        inputMode="decimal"
        maxLength={64}
        placeholder="0"
        suffix={unit}
        className={unit.length > 4 ? 'pr-28' : 'pr-10'}
        value={value}
        error={missing && !touched ? undefined : problem}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => setTouched(true)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        {shortcuts.map((shortcut) => (
          <Button key={shortcut.label} size="sm" aria-pressed={shortcut.pressed} onClick={shortcut.onPress}>
            {shortcut.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
