import { blockText, dayText, momentText } from '../../lib/time-text.ts';
import { Amount } from '../../ui/Amount.tsx';
import { unitOf } from './position-text.ts';
import type { PositionRow } from './rows.ts';

/** Grown without a transaction; `at least` where the position changed while nobody looked. */
export function EarnedCell({ row: { position, earned } }: { row: PositionRow }) {
  if (earned === undefined)
    return (
      <span className="text-xs whitespace-nowrap text-muted" title="Measured from the second local sample on">
        not measured yet
      </span>
    );
  const since = `${momentText(earned.fromTimeMs)}, block ${blockText(earned.fromBlock)}`;
  return (
    <span
      title={
        earned.exact
          ? `Since ${since}`
          : `At least this since ${since}: the position changed while Soma was not looking`
      }
    >
      <span className="whitespace-nowrap">
        {earned.exact ? null : (
          <>
            <span aria-hidden="true">≥ </span>
            <span className="sr-only">at least </span>
          </>
        )}
        <Amount value={earned.alpha} unit={unitOf(position)} signed />
      </span>
      <span className="block text-xs whitespace-nowrap text-muted">since {dayText(earned.fromTimeMs)}</span>
    </span>
  );
}
