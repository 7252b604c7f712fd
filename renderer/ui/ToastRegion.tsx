import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { dismissToast, type Toast, toasts } from './toasts.ts';
import { TONE_ICON, TONE_TEXT, TONE_WORD } from './tone.ts';

const SHOWN_MS = 6000;

/** Where short messages appear; announced politely, gone by themselves unless they tell of a problem. */
export function ToastRegion() {
  const items = useStore(toasts, (state) => state.items);
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      className="pointer-events-none fixed bottom-5 left-1/2 z-50 flex w-96 max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col gap-2"
    >
      {items.map((item) => (
        <ToastCard key={item.id} toast={item} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const stays = toast.tone === 'danger' || toast.tone === 'attention';
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [stays, toast.id]);
  return (
    <div className="appear pointer-events-auto flex items-start gap-3 rounded-card border border-line bg-raised py-2.5 pr-2 pl-4 shadow-panel">
      <Icon icon={TONE_ICON[toast.tone]} size={18} className={cx('mt-1 shrink-0', TONE_TEXT[toast.tone])} />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="font-medium">
          <span className="sr-only">{TONE_WORD[toast.tone]}: </span>
          {toast.title}
        </p>
        {toast.detail === undefined ? null : <p className="text-sm text-muted">{toast.detail}</p>}
      </div>
      <IconButton icon={X} label="Dismiss message" size="sm" onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
