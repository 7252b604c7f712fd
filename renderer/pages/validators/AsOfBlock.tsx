import { blockText } from '../../lib/time-text.ts';
import { useFreshness } from '../../stores/freshness.ts';
import { StaleBadge } from '../../ui/StaleBadge.tsx';

/** The block the figures are true at, and whether that is still now. */
export function AsOfBlock({ blockNumber }: { blockNumber: number | undefined }) {
  const fresh = useFreshness() === 'fresh';
  if (blockNumber === undefined) return null;
  if (!fresh) return <StaleBadge blockNumber={blockNumber} />;
  return <span className="figures text-sm">· as of block {blockText(blockNumber)}</span>;
}
