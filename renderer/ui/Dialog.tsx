import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { cx } from '../lib/cx.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the close button, or a click beside it. Not called while `busy`. */
  readonly onClose: () => void;
  readonly title: string;
  readonly titleHidden?: boolean;
  readonly children: ReactNode;
  /** Buttons at the foot, the chosen one last. */
  readonly actions?: ReactNode;
  /** Work that must not be left half done. */
  readonly busy?: boolean;
  /** A click beside it does not close it: for work that would be lost. */
  readonly sticky?: boolean;
  readonly width?: 'sm' | 'md' | 'lg';
}

const FIELDS = 'input:not([type=checkbox], [type=radio], [type=file]), select, textarea:not([readonly])';
const WIDTHS = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' } as const;

/** A question that must be answered first. The platform's own modal: it keeps the focus, hides the rest, gives the focus back. */
export function Dialog({
  open,
  onClose,
  title,
  titleHidden,
  children,
  actions,
  busy,
  sticky,
  width = 'sm',
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // The platform would begin at the close button; people come to type.
      dialog.querySelector<HTMLElement>(FIELDS)?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  // One that is taken away while open is closed first, still in the page: only then does the focus go back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);

  const leave = (): void => {
    if (busy !== true) onClose();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is an extra; the keyboard has Escape and the close button
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClose={() => {
        // The browser may close it without asking (two Escapes in a row): the answer is the same.
        if (!open || ref.current?.open === true) return;
        if (busy === true) ref.current?.showModal();
        else onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && sticky !== true) leave();
      }}
      className={cx(
        'm-auto max-h-[calc(100dvh-3rem)] w-[calc(100vw-3rem)] rounded-card border border-line bg-raised p-0 text-ink shadow-panel open:appear',
        WIDTHS[width],
      )}
    >
      {open ? (
        <div className="p-6">
          <header className={titleHidden === true ? 'sr-only' : 'mb-4 flex items-start justify-between gap-4'}>
            <h2 id={titleId} className="text-lg font-semibold">
              {title}
            </h2>
            {titleHidden === true ? null : (
              <IconButton icon={X} label="Close" size="sm" disabled={busy} onClick={leave} />
            )}
          </header>
          {children}
          {actions === undefined ? null : <footer className="mt-6 flex flex-wrap justify-end gap-3">{actions}</footer>}
        </div>
      ) : null}
    </dialog>
  );
}
