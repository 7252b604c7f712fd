import { blockText, dayText, momentText } from '../../lib/time-text.ts';
import { Amount } from '../../ui/Amount.tsx';
import { unitOf } from './position-text.ts';
import type { PositionRow } from './rows.ts';

/** Grown without a transaction; `at least` where the position changed while nobody looked. */
export function EarnedCell({ row: { position, earned } }: { row: PositionRow }) {
  if (earned === undefined) return <span className="text-xs text-muted">No second sample yet</span>;
  const since = `${momentText(earned.fromTimeMs)}, block ${blockText(earned.fromBlock)}`;
  return (
    <span
      title={
        earned.exact
          ? `Since ${since}`
          : `At least this since ${since}: the position changed while Soma was not looking`
      }
    >
      <Amount value={earned.alpha} unit={unitOf(position)} signed />
      <span className="block text-xs text-muted">
        {earned.exact ? 'since' : 'at least, since'} {dayText(earned.fromTimeMs)}
      </span>
    </span>
  );
}
