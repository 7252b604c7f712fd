import type { Account, Portfolio } from '../../../shared/contract/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { useFreshness } from '../../stores/freshness.ts';
import { StaleBadge } from '../../ui/StaleBadge.tsx';

/** Whose figures these are, and at which block they are true. */
export function PortfolioNote({
  portfolio,
  account,
}: {
  portfolio: Portfolio | undefined;
  account: Account | undefined;
}) {
  const freshness = useFreshness();
  const whose = account === undefined ? 'All accounts' : account.label;
  if (portfolio === undefined) return freshness === 'offline' ? 'Waiting for an endpoint to answer.' : whose;
  const { blockNumber } = portfolio.block;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {whose}
      {freshness === 'fresh' ? (
        <span className="figures text-sm">· as of block {blockText(blockNumber)}</span>
      ) : (
        <StaleBadge blockNumber={blockNumber} />
      )}
    </span>
  );
}
