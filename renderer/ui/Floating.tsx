import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

/**
 * The sheet of whatever opens beside a button. It moves, and the primitive around it must not: that one waits for the end
 * of an animation of its own before it goes, and an animation of 0 ms may have ended before it began to wait.
 */
export function Floating({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div className={cx('appear rounded-card border border-line bg-raised shadow-panel', className)}>{children}</div>
  );
}
