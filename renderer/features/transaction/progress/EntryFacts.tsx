import type { JournalEntry } from '../../../../shared/contract/index.ts';
import { blockText, momentText } from '../../../lib/time-text.ts';
import { Amount, TAO } from '../../../ui/Amount.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { KeyValue, type KeyValueRow } from '../../../ui/KeyValue.tsx';
import { Money } from '../quote/Money.tsx';
import { movedRows } from './moved-rows.tsx';

/** Time, block, fee, what arrived, hash. */
export function EntryFacts({ entry }: { entry: JournalEntry }) {
  const { block, hash, createdAtMs, expiresAtBlock, final } = entry;
  const rows: KeyValueRow[] = [...movedRows(entry), feeRow(entry)];
  if (block !== undefined)
    rows.push({
      id: 'block',
      label: final ? 'Finalized in block' : 'In block (not final)',
      value: blockText(block.blockNumber),
    });
  else rows.push({ id: 'expiry', label: 'Valid until block', value: blockText(expiresAtBlock) });
  rows.push({ id: 'time', label: 'Signed', value: momentText(createdAtMs) });
  rows.push({
    id: 'hash',
    label: 'Hash',
    wide: true,
    value: (
      <span className="flex items-start gap-1">
        <code className="min-w-0 font-mono text-xs break-all">{hash}</code>
        <CopyButton text={hash} what="hash" />
      </span>
    ),
  });
  return <KeyValue rows={rows} />;
}

/** In what paid it: where alpha did, its worth in TAO never left the account. */
function feeRow({ fee, feeInAlpha }: JournalEntry): KeyValueRow {
  if (feeInAlpha !== undefined) return { id: 'fee', label: 'Fee paid, in alpha', value: <Money of={feeInAlpha} /> };
  return {
    id: 'fee',
    label: 'Fee paid',
    value: fee === undefined ? 'none yet' : <Amount value={fee} unit={TAO} full always />,
  };
}
