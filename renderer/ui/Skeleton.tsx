import { cx } from '../lib/cx.ts';

/** A bar where text or a figure will be. Give it the size of what is coming, e.g. `h-4 w-32`. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <span aria-hidden="true" className={cx('skeleton block', className)} />;
}
