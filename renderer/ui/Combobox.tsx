import { ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { ComboboxList } from './ComboboxList.tsx';
import { type ComboboxOption, matchingOptions } from './combobox-matches.ts';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface ComboboxProps extends FieldTexts {
  /** Empty while nothing is chosen. */
  readonly value: string;
  /** What the value is called when it is not among the options. */
  readonly valueLabel?: string | undefined;
  readonly options: readonly ComboboxOption[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Makes an option of a query that is none, a pasted key for one. */
  readonly optionOf?: (query: string) => ComboboxOption | undefined;
}

/** One of very many, found by typing. Arrows move, Enter takes, Escape leaves; the list opens under the field. */
export function Combobox({
  label,
  hint,
  error,
  value,
  valueLabel,
  options,
  onChange,
  placeholder,
  optionOf,
}: ComboboxProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Undefined while the list is closed. */
  const [query, setQuery] = useState<string>();
  const [at, setAt] = useState(0);
  const open = query !== undefined;
  const found = matchingOptions(options, query ?? '');
  const made = found.shown.length === 0 ? optionOf?.((query ?? '').trim()) : undefined;
  const shown = made === undefined ? found.shown : [made];
  const active = Math.min(at, shown.length - 1);
  const chosen = options.find((option) => option.value === value)?.label ?? valueLabel ?? '';

  const show = (text: string): void => {
    setQuery(text);
    setAt(
      text === ''
        ? Math.max(
            0,
            found.shown.findIndex((option) => option.value === value),
          )
        : 0,
    );
  };
  const take = (option: ComboboxOption | undefined): void => {
    if (option === undefined) return;
    setQuery(undefined);
    onChange(option.value);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) show('');
      else if (shown.length > 0) setAt((active + step + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) take(shown[active]);
      else show('');
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setQuery(undefined);
    }
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="relative">
          <input
            {...wiring}
            ref={input}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && shown.length > 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            type="text"
            maxLength={128}
            placeholder={chosen === '' ? (placeholder ?? 'Choose…') : chosen}
            value={query ?? chosen}
            onClick={() => {
              if (!open) show('');
            }}
            onChange={(event) => show(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => setQuery(undefined)}
            className={cx(CONTROL, 'h-10 truncate pr-9')}
          />
          <span className="pointer-events-none absolute top-0 right-3 flex h-10 items-center text-muted">
            <Icon icon={ChevronsUpDown} size={15} />
          </span>
          <ComboboxList
            id={listId}
            open={open}
            options={shown}
            more={made === undefined ? found.more : 0}
            active={active}
            value={value}
            onActive={setAt}
            onTake={take}
          />
        </div>
      )}
    </Field>
  );
}
