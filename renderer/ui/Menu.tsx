import type { LucideIcon } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { cx } from '../lib/cx.ts';
import { Floating } from './Floating.tsx';
import { Icon } from './Icon.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Shows a mark: this one is in force. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** A button. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

/** Commands behind one button. Not modal: a modal one would write styles into the page, which the CSP forbids. */
export function Menu({ trigger, label, items, align = 'end' }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef<MenuItem>(undefined);
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger ref={button} asChild>
        {trigger}
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            // The command runs once the focus is back on the button: a dialog it opens then returns it there.
            const item = chosen.current;
            chosen.current = undefined;
            if (item === undefined) return;
            event.preventDefault();
            button.current?.focus();
            item.onSelect();
          }}
          className="z-40 rounded-card"
        >
          <Floating className="max-h-96 min-w-48 overflow-y-auto p-1.5">
            {items.map((item) => (
              <Primitive.Item
                key={item.id}
                disabled={item.disabled}
                onSelect={() => {
                  chosen.current = item;
                }}
                aria-current={item.checked === true ? 'true' : undefined}
                className={cx(
                  'flex items-center gap-2.5 rounded-control px-2.5 py-2 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover',
                  item.danger === true && 'text-danger',
                  item.checked === true && 'bg-accent-soft',
                )}
              >
                {item.icon === undefined ? null : <Icon icon={item.icon} />}
                {item.label}
              </Primitive.Item>
            ))}
          </Floating>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
