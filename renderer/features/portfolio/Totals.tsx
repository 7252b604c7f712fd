import type { ReactNode } from 'react';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Card } from '../../ui/Card.tsx';
import { Sparkline } from '../../ui/Sparkline.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { changeOver, DAY, pointsWithin, type ValuePoint } from './change.ts';
import { SaleFigure } from './SaleFigure.tsx';
import { saleOf } from './sale.ts';
import type { Scope } from './scope.ts';

export interface TotalsProps {
  readonly scope: Scope;
  readonly blockNumber: number;
  /** Samples of this scope's value with the present one as the last. */
  readonly points: readonly ValuePoint[];
  /** Whether the runtime can simulate a sale; undefined while not known. */
  readonly quotes: boolean | undefined;
  /** Buttons: what can be done with it. */
  readonly actions: ReactNode;
}

const WEEK = 7 * DAY;
/** As many points as the small drawing can tell apart. */
const SPARKS = 60;

function sparks(points: readonly ValuePoint[]): readonly bigint[] {
  const every = Math.max(1, Math.ceil(points.length / SPARKS));
  return points.filter((_, index) => (points.length - 1 - index) % every === 0).map(({ total }) => total);
}

/** The figure people come for, what it is made of, how it moved, and what it would really pay. */
export function Totals({ scope, blockNumber, points, quotes, actions }: TotalsProps) {
  const { totals, frozen } = scope;
  const [day, week] = [changeOver(points, DAY), changeOver(points, WEEK)];
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5">
        <div>
          <h2 className="text-sm text-muted">Total</h2>
          <p className="mt-1 text-3xl font-semibold tracking-tight">
            <Amount value={totals.total} unit={TAO} />
          </p>
          <p className="mt-1 text-sm text-muted">
            Free TAO, and stake valued at spot price before fees and price impact.
          </p>
          {day === undefined && week === undefined ? null : (
            <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
              {day === undefined ? null : <ChangeLine span="24 h" change={day} />}
              {week === undefined ? null : <ChangeLine span="7 d" change={week} />}
            </p>
          )}
        </div>
        <div className="flex flex-col items-end gap-5">
          <div className="flex flex-wrap justify-end gap-3">{actions}</div>
          <Sparkline values={sparks(pointsWithin(points, WEEK))} className="h-11 w-42 text-accent" />
        </div>
      </div>
      <dl className="mt-6 flex flex-wrap gap-x-12 gap-y-4 border-t border-line pt-5">
        <Part label="Free" value={totals.free} />
        <Part label="Staked, at spot price" value={totals.stakedSpot} />
        {totals.reserved === 0n ? null : <Part label="Reserved" value={totals.reserved} />}
        {frozen === 0n ? null : <Part label="Frozen (part of free)" value={frozen} />}
        {(totals.claimable ?? 0n) === 0n ? null : (
          <Part label="Root dividends to claim (in no total)" value={totals.claimable ?? 0n} approximate />
        )}
      </dl>
      {totals.stakedSpot === 0n && scope.positions.length === 0 ? null : (
        <div className="mt-5 border-t border-line pt-5">
          <SaleFigure sale={saleOf(totals, scope.exits)} blockNumber={blockNumber} quotes={quotes} />
        </div>
      )}
    </Card>
  );
}

function Part({ label, value, approximate = false }: { label: string; value: bigint; approximate?: boolean }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-0.5 text-lg font-semibold">
        <Amount value={value} unit={TAO} approximate={approximate} />
      </dd>
    </div>
  );
}
