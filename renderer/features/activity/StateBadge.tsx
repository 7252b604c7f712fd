import { CircleCheck, CircleHelp, CircleX, Clock, Hourglass, type LucideIcon, PenLine, Send } from 'lucide-react';
import type { JournalEntry, TxState } from '../../../shared/contract/index.ts';
import { STATE_COPY, type StateTone } from '../../copy/index.ts';
import { cx } from '../../lib/cx.ts';
import { Icon } from '../../ui/Icon.tsx';

const ICONS: Readonly<Record<TxState, LucideIcon>> = {
  signed: PenLine,
  sent: Send,
  in_block: Hourglass,
  finalized: CircleCheck,
  failed: CircleX,
  expired: Clock,
  unknown: CircleHelp,
};
const LOOK: Readonly<Record<StateTone, string>> = {
  waiting: 'bg-accent-soft text-accent',
  success: 'bg-success-soft text-success',
  danger: 'bg-danger-soft text-danger',
  attention: 'bg-attention-soft text-attention',
};

/** The state in a word and a drawing. */
export function StateBadge({ entry: { state, final } }: { entry: JournalEntry }) {
  const { label, tone } = STATE_COPY[state];
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap',
        LOOK[tone],
      )}
    >
      <Icon icon={ICONS[state]} size={13} />
      {label}
      {state === 'failed' && !final ? ' (not final)' : null}
    </span>
  );
}
