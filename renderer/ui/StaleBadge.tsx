import { GROUP_SPACE } from '../lib/amount-parts.ts';
import { Badge } from './Badge.tsx';

/** Block heights in groups of three. */
function grouped(blockNumber: number): string {
  return String(blockNumber).replace(/\B(?=(?:\d{3})+$)/gu, GROUP_SPACE);
}

/** These figures are not current, and since when. */
export function StaleBadge({ blockNumber }: { blockNumber: number | undefined }) {
  return (
    <Badge tone="attention">
      {blockNumber === undefined ? 'Not current' : `Not current: as of block ${grouped(blockNumber)}`}
    </Badge>
  );
}
