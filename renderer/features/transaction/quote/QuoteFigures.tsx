import type { Intent, Quote } from '../../../../shared/contract/index.ts';
import { KeyValue, type KeyValueRow } from '../../../ui/KeyValue.tsx';
import { BatchParts } from './BatchParts.tsx';
import { claimRows } from './claim-rows.tsx';
import { ExitTable } from './ExitTable.tsx';
import { Legs } from './Legs.tsx';
import { amountRows, feeRows, priceRows } from './quote-rows.tsx';
import { SkippedList } from './SkippedList.tsx';

export interface QuoteFiguresProps {
  readonly intent: Intent;
  readonly quote: Quote;
  /** Lists the operations of a batch too; the form above has them already. */
  readonly steps?: boolean;
  /** Rows that follow the fees. */
  readonly more?: readonly KeyValueRow[];
}

/** The figures of a quote: what moves and at what price, its legs or parts, and what it costs. */
export function QuoteFigures({ intent, quote, steps, more }: QuoteFiguresProps) {
  const exits = intent.kind === 'stake.exitAll';
  return (
    <>
      {exits && quote.parts.length > 0 ? <ExitTable parts={quote.parts} /> : null}
      {exits ? <SkippedList skipped={quote.skipped} /> : null}
      {steps === true && intent.kind === 'stake.batch' ? <BatchParts parts={quote.parts} /> : null}
      <KeyValue
        rows={[
          ...amountRows(intent, quote),
          ...claimRows(quote),
          ...priceRows(intent, quote),
          ...feeRows(quote),
          ...(more ?? []),
        ]}
      />
      <Legs legs={quote.legs} />
    </>
  );
}
