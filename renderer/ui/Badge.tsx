import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Icon } from './Icon.tsx';
import { TONE_GROUND, TONE_ICON, TONE_TEXT, type Tone } from './tone.ts';

/** A word about the state of one thing. Without `tone` it is neutral and has no drawing. */
export function Badge({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap',
        tone === undefined ? 'bg-hover text-muted' : cx(TONE_GROUND[tone], TONE_TEXT[tone]),
      )}
    >
      {tone === undefined ? null : <Icon icon={TONE_ICON[tone]} size={13} />}
      {children}
    </span>
  );
}
