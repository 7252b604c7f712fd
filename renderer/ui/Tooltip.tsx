import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TooltipProps {
  readonly text: ReactNode;
  /** One focusable element, or text made focusable by the caller. */
  readonly children: ReactNode;
}

/** A short explanation on hover and on focus. Nothing stands only here. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={350}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            sideOffset={6}
            collisionPadding={8}
            className="appear z-50 max-w-xs rounded-control bg-ink px-2.5 py-1.5 text-xs text-page shadow-panel"
          >
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
