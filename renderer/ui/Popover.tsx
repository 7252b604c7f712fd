import { Popover as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Floating } from './Floating.tsx';

export interface PopoverProps {
  /** A button. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** Details of one thing, on demand, next to it. */
export function Popover({ trigger, label, align = 'end', children }: PopoverProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={8}
          collisionPadding={12}
          className="z-40 rounded-card"
        >
          <Floating className="w-96 max-w-[calc(100vw-2rem)] p-4">{children}</Floating>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
