import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';

export interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stays visible at the foot while the body scrolls. */
  readonly footer?: ReactNode;
  /** Under the title: the stepper of a transaction. */
  readonly head?: ReactNode;
}

/** Details or a transaction beside the page, under the top bar: the network's name stays in sight. The page stays usable; Escape closes; the focus goes in and comes back. */
export function SidePanel({ title, onClose, children, footer, head }: SidePanelProps) {
  const ref = useRef<HTMLElement>(null);
  const titleId = useId();
  const close = useEffectEvent(onClose);

  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      const inDialog = document.querySelector('dialog[open], [data-radix-popper-content-wrapper]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !inDialog) close();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <section
      ref={ref}
      tabIndex={-1}
      data-side-panel
      aria-labelledby={titleId}
      className="slide-in fixed top-(--bar) right-0 bottom-0 z-10 flex w-(--panel) max-w-full max-[46rem]:z-30 max-[46rem]:w-full flex-col border-l border-line bg-raised shadow-panel outline-none"
    >
      <header className="shrink-0 border-b border-line px-6 pt-4 pb-4">
        <div className="flex items-center justify-between gap-4">
          <h2 id={titleId} className="text-lg font-semibold">
            {title}
          </h2>
          <IconButton icon={X} label="Close panel" onClick={onClose} className="-mr-2" />
        </div>
        {head}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">{children}</div>
      {footer === undefined ? null : <footer className="shrink-0 border-t border-line px-6 py-4">{footer}</footer>}
    </section>
  );
}
