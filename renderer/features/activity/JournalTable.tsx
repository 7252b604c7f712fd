import type { AssetAmount, JournalEntry, Moved } from '../../../shared/contract/index.ts';
import { MOVED_WORDS } from '../../copy/index.ts';
import { blockText, momentText } from '../../lib/time-text.ts';
import { Amount, type AmountUnit, TAO } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Table } from '../../ui/Table.tsx';
import { StateBadge } from './StateBadge.tsx';

export interface JournalTableProps {
  readonly entries: readonly JournalEntry[];
  /** What it was for, as a sentence. */
  readonly textOf: (entry: JournalEntry) => string;
  readonly onOpen: (entry: JournalEntry) => void;
}

/** Everything that was signed here, newest first. */
export function JournalTable({ entries, textOf, onOpen }: JournalTableProps) {
  return (
    <Card flush>
      <Table
        caption="Transactions"
        rows={entries}
        keyOf={({ txId }) => txId}
        empty={<p className="text-muted">Nothing matches these filters.</p>}
        columns={[
          {
            id: 'what',
            header: 'Transaction',
            rowHeader: true,
            cell: (entry) => (
              <>
                <span className="block max-w-md font-medium">{textOf(entry)}</span>
                {entry.moved.map((moved, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two parts of a batch may be alike, and their place tells them apart
                  <MovedLine key={at} of={moved} />
                ))}
              </>
            ),
          },
          { id: 'state', header: 'State', cell: (entry) => <StateBadge entry={entry} /> },
          {
            id: 'time',
            header: 'Signed',
            cell: ({ createdAtMs }) => <span className="figures whitespace-nowrap">{momentText(createdAtMs)}</span>,
          },
          {
            id: 'block',
            header: 'Block',
            figures: true,
            cell: ({ block }) =>
              block === undefined ? <span className="text-muted">none yet</span> : blockText(block.blockNumber),
          },
          {
            id: 'fee',
            header: 'Fee paid',
            figures: true,
            cell: (entry) => <FeePaid entry={entry} />,
          },
          {
            id: 'open',
            header: 'Details',
            headerHidden: true,
            cell: (entry) => (
              <Button
                size="sm"
                className="ml-auto flex"
                onClick={() => onOpen(entry)}
                aria-label={`Details of: ${textOf(entry)}`}
              >
                Details
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** What changed hands, in its own currency. */
function MovedLine({ of: { way, asset, amount } }: { of: Moved }) {
  return (
    <span className="block text-muted">
      {MOVED_WORDS[way]} <Amount value={amount} unit={unitOf(asset)} approximate={way === 'worth'} />
    </span>
  );
}

function unitOf(asset: AssetAmount['asset']): AmountUnit {
  return asset.kind === 'tao' ? TAO : { kind: 'alpha', symbol: asset.symbol, netuid: asset.netuid };
}

/** In what paid it. */
function FeePaid({ entry: { fee, feeInAlpha } }: { entry: JournalEntry }) {
  if (feeInAlpha !== undefined) return <Amount value={feeInAlpha.amount} unit={unitOf(feeInAlpha.asset)} />;
  return fee === undefined ? <span className="text-muted">none yet</span> : <Amount value={fee} unit={TAO} />;
}
