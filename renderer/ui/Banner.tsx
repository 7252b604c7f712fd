import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';
import { TONE_GROUND, TONE_ICON, TONE_TEXT, TONE_WORD, type Tone } from './tone.ts';

export interface BannerProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** Announce it when it appears: `alert` at once, `status` when convenient. */
  readonly announce?: 'alert' | 'status';
}

/** A state of the page, said in words with a drawing. */
export function Banner({ tone, title, children, actions, announce }: BannerProps) {
  return (
    <div role={announce} className={cx('flex gap-3 rounded-card px-4 py-3', TONE_GROUND[tone])}>
      <Icon icon={TONE_ICON[tone]} size={18} className={cx('mt-[3px] shrink-0', TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <span className="sr-only">{TONE_WORD[tone]}: </span>
          {title}
        </p>
        {children === undefined ? null : <div className="mt-0.5 text-sm">{children}</div>}
        {actions === undefined ? null : <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
