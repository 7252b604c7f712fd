import type { ReactNode } from 'react';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Card } from '../../ui/Card.tsx';
import type { Scope } from './scope.ts';

export interface TotalsProps {
  readonly scope: Scope;
  /** Buttons: what can be done with it. */
  readonly actions: ReactNode;
}

/** The figure people come for, and what it is made of. */
export function Totals({ scope, actions }: TotalsProps) {
  const { total, free, staked, reserved, frozen } = scope;
  return (
    <Card>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div>
          <h2 className="text-sm text-muted">Total</h2>
          <p className="mt-1 text-3xl font-semibold tracking-tight">
            <Amount value={total} unit={TAO} />
          </p>
          <p className="mt-1 text-sm text-muted">
            Free TAO, and stake valued at spot price before fees and price impact.
          </p>
        </div>
        <div className="flex flex-wrap gap-3">{actions}</div>
      </div>
      <dl className="mt-6 flex flex-wrap gap-x-12 gap-y-4 border-t border-line pt-5">
        <Part label="Free" value={free} />
        <Part label="Staked, at spot price" value={staked} />
        {reserved === 0n ? null : <Part label="Reserved" value={reserved} />}
        {frozen === 0n ? null : <Part label="Frozen (part of free)" value={frozen} />}
      </dl>
    </Card>
  );
}

function Part({ label, value }: { label: string; value: bigint }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-0.5 text-lg font-semibold">
        <Amount value={value} unit={TAO} />
      </dd>
    </div>
  );
}
