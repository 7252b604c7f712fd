import type { Netuid } from '../../../shared/units/index.ts';
import { shareText } from '../../lib/share-text.ts';
import { blockText } from '../../lib/time-text.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import type { Sale } from './sale.ts';

export interface SaleFigureProps {
  readonly sale: Sale;
  /** Block of the portfolio. */
  readonly blockNumber: number;
  /** Whether the runtime can simulate a sale; undefined while not known. */
  readonly quotes: boolean | undefined;
}

/** More subnets than these are only counted. */
const NAMED = 5;

function subnets(netuids: readonly Netuid[]): string {
  const named = netuids.slice(0, NAMED).map((netuid) => `SN${netuid}`);
  const more = netuids.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** What everything would pay if it were sold now, and why that is less than the total. */
export function SaleFigure({ sale, blockNumber, quotes }: SaleFigureProps) {
  const { pays, complete, cannot, oldestBlock } = sale;
  return (
    <div>
      <h3 className="text-sm text-muted">If you sold everything now</h3>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2.5 text-lg font-semibold">
        {complete ? null : <span className="font-normal text-muted">at least</span>}
        <Amount value={pays} unit={TAO} />
        {complete ? null : <Badge tone="attention">Not known in full{quotes === false ? '' : ' yet'}</Badge>}
      </p>
      <div className="mt-1 max-w-prose text-sm text-muted">
        {complete ? <Gap gap={sale.gap} /> : <Missing unknown={sale.unknown} quotes={quotes} />}
        {cannot.length === 0 ? null : (
          <p>
            Cannot be sold now and {cannot.length === 1 ? 'counts' : 'count'} as nothing: {subnets(cannot)}.
          </p>
        )}
        {oldestBlock !== undefined && oldestBlock < blockNumber ? (
          <p>Simulated at block {blockText(oldestBlock)} or later.</p>
        ) : null}
      </div>
    </div>
  );
}

function Gap({ gap }: Pick<Sale, 'gap'>) {
  if (gap.lost <= 0n) return <p>Nothing is lost against the spot price.</p>;
  const share = shareText(gap.lost, gap.of);
  return (
    <p>
      <Amount value={gap.lost} unit={TAO} className="text-ink" />
      {share === undefined ? null : ` (${share} of the stake)`} less than at spot price: swap fees, and the price impact
      of the sale itself. Positions on one subnet share a pool, so each is sold at what the one before it left.
    </p>
  );
}

function Missing({ unknown, quotes }: Pick<Sale, 'unknown'> & Pick<SaleFigureProps, 'quotes'>) {
  if (quotes === false)
    return <p>This runtime cannot simulate a sale. Only free TAO, reserved TAO and root stake are counted.</p>;
  return (
    <p>
      Still being asked of the chain{unknown.length === 0 ? '' : `: ${subnets(unknown)}`}. What is missing counts as
      nothing until then.
    </p>
  );
}
