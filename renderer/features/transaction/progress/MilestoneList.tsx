import { Check, Circle, X } from 'lucide-react';
import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { cx } from '../../../lib/cx.ts';
import { blockText } from '../../../lib/time-text.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { type Milestone, milestones } from './milestones.ts';

const WORDS: Readonly<Record<Milestone['status'], string>> = {
  done: 'done',
  under_way: 'under way',
  ahead: 'not yet',
  failed: 'did not happen',
};

/** Signed, sent, in block, finalized: how far it has come. */
export function MilestoneList({ entry }: { entry: JournalEntry | undefined }) {
  return (
    <ol aria-label="Progress" className="flex flex-col gap-3">
      {milestones(entry).map(({ id, label, status }) => (
        <li key={id} className="flex items-center gap-3">
          <span
            className={cx(
              'inline-flex size-6 items-center justify-center rounded-full',
              status === 'done' && 'bg-success-soft text-success',
              status === 'failed' && 'bg-danger-soft text-danger',
              status === 'under_way' && 'text-accent',
              status === 'ahead' && 'text-faint',
            )}
          >
            <Mark status={status} />
          </span>
          <span className={status === 'ahead' ? 'text-muted' : 'font-medium'}>
            {label}
            <span className="sr-only">: {WORDS[status]}</span>
          </span>
          {id === 'in_block' && status === 'done' && entry?.block !== undefined ? (
            <span className="figures ml-auto text-sm text-muted">{blockText(entry.block.blockNumber)}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Mark({ status }: { status: Milestone['status'] }) {
  if (status === 'under_way') return <Spinner size={18} />;
  return (
    <Icon icon={status === 'done' ? Check : status === 'failed' ? X : Circle} size={status === 'ahead' ? 12 : 15} />
  );
}
