import type { ClaimPart, Quote } from '../../../../shared/contract/index.ts';
import { subnetText } from '../../../copy/index.ts';
import { blockText } from '../../../lib/time-text.ts';
import type { KeyValueRow } from '../../../ui/KeyValue.tsx';
import { Money } from './Money.tsx';

const BECOMES: Readonly<Record<ClaimPart['becomes'], string>> = {
  kept: 'kept as stake with the same validators',
  sold: 'sold, and added to your root stake',
  left: 'stays owed: the pool cannot buy it now',
};

/** What a claim would pay on each subnet, as an estimate: dividends and prices go on until it executes. */
export function claimRows({ claims = [], block }: Pick<Quote, 'claims' | 'block'>): KeyValueRow[] {
  return claims.map(({ netuid, owed, becomes, receive }) => ({
    id: `claim-${netuid}`,
    label: `Estimate for ${subnetText(netuid)}`,
    value:
      receive === undefined ? (
        becomes === 'left' ? (
          'nothing now'
        ) : (
          'this runtime cannot simulate it'
        )
      ) : (
        <>
          <span className="text-muted">about </span>
          <Money of={receive} />
        </>
      ),
    note: (
      <>
        <Money of={owed} /> owed at block {blockText(block.blockNumber)}, {BECOMES[becomes]}.
      </>
    ),
  }));
}
