import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Where it belongs: `Go to`, `Account`. */
  readonly group: string;
  /** Further words it is found by. */
  readonly keywords?: string;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
}

function matches(command: Command, query: string): boolean {
  const haystack = `${command.group} ${command.label} ${command.keywords ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}

/** Labels that begin with what was typed come before those that only contain it, and keywords last. */
function rank({ label }: Command, query: string): number {
  const at = label.toLowerCase().indexOf(query.toLowerCase());
  return at === 0 ? 0 : at > 0 ? 1 : 2;
}

/** Every page and command by name, from the keyboard. */
export function CommandPalette({ open, onClose, commands }: CommandPaletteProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Go to a page or run a command" titleHidden width="md">
      <PaletteBody onClose={onClose} commands={commands} />
    </Dialog>
  );
}

function PaletteBody({ onClose, commands }: Omit<CommandPaletteProps, 'open'>) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = commands.filter((command) => matches(command, query)).sort((a, b) => rank(a, query) - rank(b, query));
  const active = found[Math.min(at, found.length - 1)];

  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(active);
    }
  };
  return (
    <div className="-m-6">
      <div className="flex items-center gap-3 border-b border-line px-5">
        <Icon icon={Search} size={18} className="text-muted" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type into it
          autoFocus
          role="combobox"
          aria-label="Search pages and commands"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Search pages and commands"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-13 w-full bg-transparent text-base outline-none placeholder:text-faint"
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Pages and commands" className="max-h-80 overflow-y-auto p-2">
        {found.map((command) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, which points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === active}
            onClick={() => run(command)}
            onPointerMove={() => setAt(found.indexOf(command))}
            className={cx(
              'flex cursor-pointer items-center justify-between gap-4 rounded-control px-3 py-2',
              command === active && 'bg-accent-soft',
            )}
          >
            <span>{command.label}</span>
            <span className="text-xs text-muted">{command.group}</span>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="px-5 pb-5 text-sm text-muted">Nothing has that name.</p> : null}
    </div>
  );
}
