import { useEffect, useRef } from 'react';
import { cx } from '../lib/cx.ts';
import type { ComboboxOption } from './combobox-matches.ts';

export interface ComboboxListProps {
  readonly id: string;
  readonly open: boolean;
  readonly options: readonly ComboboxOption[];
  readonly more: number;
  /** Index of the option the keys are at. */
  readonly active: number;
  readonly value: string;
  readonly onActive: (index: number) => void;
  readonly onTake: (option: ComboboxOption) => void;
}

/** What a combobox found. It opens in the flow of the form, so that nothing cuts it off. */
export function ComboboxList({ id, open, options, more, active, value, onActive, onTake }: ComboboxListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);
  return (
    <div hidden={!open} className="mt-1 rounded-control border border-line-strong/60 bg-raised">
      <div id={id} ref={list} role="listbox" aria-label="Matches" className="max-h-64 overflow-y-auto p-1">
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, which points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === value}
            // the press must not take the focus, or the list would close before the click
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(option)}
            onPointerMove={() => onActive(index)}
            className={cx('cursor-pointer rounded-control px-2.5 py-1.5', index === active && 'bg-accent-soft')}
          >
            <span className={cx('block truncate', option.value === value && 'font-semibold')}>{option.label}</span>
            {option.note === undefined ? null : (
              <span className="figures block truncate text-xs text-muted">{option.note}</span>
            )}
          </div>
        ))}
      </div>
      {options.length === 0 ? <p className="px-3 pb-2.5 text-sm text-muted">Nothing matches.</p> : null}
      {more > 0 ? (
        <p className="border-t border-line px-3 py-2 text-xs text-muted">{`${more} more: type to find them.`}</p>
      ) : null}
    </div>
  );
}
