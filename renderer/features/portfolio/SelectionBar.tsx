import { MAX_BATCH } from '../../../shared/constants/batch.ts';
import type { StakePosition } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { BatchWish } from './selection.ts';

export interface SelectionBarProps {
  readonly selected: readonly StakePosition[];
  readonly wish: BatchWish;
  /** Whether the runtime can do several operations or none; undefined while not known. */
  readonly atomicBatch: boolean | undefined;
  readonly onUnstake: () => void;
  readonly onClear: () => void;
}

const REASONS = {
  nothing: undefined,
  several_accounts: 'These belong to several accounts, and one account signs a batch. Select positions of one account.',
  too_many: `One batch holds at most ${MAX_BATCH} positions. Select fewer.`,
} as const;

/** What can be done with the selected positions together, or why it cannot. */
export function SelectionBar({ selected, wish, atomicBatch, onUnstake, onClear }: SelectionBarProps) {
  const reason = atomicBatch === false ? 'This runtime has no batch that does all or nothing.' : wishReason(wish);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-accent-soft px-5 py-3 text-sm">
      <p role="status" className="mr-auto">
        <span className="font-semibold">
          {selected.length} {selected.length === 1 ? 'position' : 'positions'} selected.
        </span>{' '}
        {reason}
      </p>
      <Button size="sm" look="quiet" onClick={onClear}>
        Clear
      </Button>
      <Button size="sm" look="primary" disabled={!wish.ok || atomicBatch !== true} onClick={onUnstake}>
        Unstake selected
      </Button>
    </div>
  );
}

function wishReason(wish: BatchWish): string | undefined {
  return wish.ok ? undefined : REASONS[wish.because];
}
