import { Link } from '@tanstack/react-router';
import { LockKeyhole, Search } from 'lucide-react';
import { cx } from '../lib/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Mark } from '../ui/Mark.tsx';
import { lockNow } from './lock-now.ts';
import { PAGES } from './pages-list.ts';

const ITEM = 'flex w-full items-center gap-3 rounded-control px-3 py-2 text-left transition-colors';
const AT_REST = 'text-muted hover:bg-hover hover:text-ink';

/** The pages, and the lock at the foot. */
export function Rail({ onPalette }: { onPalette: () => void }) {
  return (
    <nav
      aria-label="Pages"
      className="fixed inset-y-0 left-0 z-20 flex w-(--rail) flex-col gap-1 overflow-y-auto border-r border-line bg-page px-3 pt-4 pb-3"
    >
      <div className="mb-4 flex items-center gap-2.5 px-2.5">
        <Mark />
        <span className="text-lg font-semibold tracking-tight">Soma</span>
      </div>
      {PAGES.map((page) => (
        <Link
          key={page.to}
          to={page.to}
          className={ITEM}
          activeProps={{ className: 'bg-accent-soft font-semibold text-accent' }}
          inactiveProps={{ className: AT_REST }}
        >
          <Icon icon={page.icon} size={18} />
          {page.label}
        </Link>
      ))}
      <div className="mt-auto flex flex-col gap-1 border-t border-line pt-3">
        <button type="button" onClick={onPalette} className={cx(ITEM, AT_REST)}>
          <Icon icon={Search} size={18} />
          <span className="flex-1">Go to…</span>
          <Kbd>Ctrl K</Kbd>
        </button>
        <button type="button" onClick={lockNow} className={cx(ITEM, AT_REST)}>
          <Icon icon={LockKeyhole} size={18} />
          Lock
        </button>
      </div>
    </nav>
  );
}
