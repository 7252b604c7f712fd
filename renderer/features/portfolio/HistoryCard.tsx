import { ChartLine as ChartIcon, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AppErrorShape } from '../../../shared/errors/index.ts';
import { sentenceFor } from '../../copy/index.ts';
import { blockText } from '../../lib/time-text.ts';
import { TAO } from '../../ui/Amount.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ValueChart } from '../../ui/ValueChart.tsx';
import type { ChartLine, ChartPoint } from '../../ui/value-plot.ts';
import { pointsWithin, type ValuePoint } from './change.ts';
import { HistoryTable } from './HistoryTable.tsx';
import { RANGES, type Range, RangeButtons } from './RangeButtons.tsx';

export interface HistoryCardProps {
  /** Samples with the present value as the last; undefined until read. */
  readonly points: readonly ValuePoint[] | undefined;
  readonly error: AppErrorShape | undefined;
}

const LINES: readonly ChartLine[] = [{ label: 'At spot price' }, { label: 'If sold', dashed: true }];

/** The value over time, from what this device saw: as a chart, or as a table of the same points. */
export function HistoryCard({ points, error }: HistoryCardProps) {
  const [range, setRange] = useState<Range>(RANGES[1]);
  const [asTable, setAsTable] = useState(false);
  const shown = useMemo(() => pointsWithin(points ?? [], range.spanMs), [points, range]);
  const drawn = useMemo<readonly ChartPoint[]>(
    () => shown.map(({ timeMs, blockNumber, total, sold }) => ({ timeMs, blockNumber, values: [total, sold] })),
    [shown],
  );
  const [first, last] = [shown[0], shown.at(-1)];
  return (
    <Card
      title="Value over time"
      actions={
        <div className="flex flex-wrap justify-end gap-3">
          <RangeButtons value={range} onChange={setRange} />
          <Button size="sm" icon={asTable ? ChartIcon : Table2} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show the chart' : 'Show a table'}
          </Button>
        </div>
      }
    >
      {error === undefined ? null : <Banner tone="attention" {...bannerOf(error)} />}
      {points === undefined && error === undefined ? <Skeleton className="h-66 w-full" /> : null}
      {points === undefined ? null : first === undefined || last === undefined || shown.length < 2 ? (
        <p className="py-10 text-center text-muted">
          {points.length < 2
            ? 'Soma keeps a sample of the value about once an epoch, on this device alone. The chart begins with the second one.'
            : 'No two samples in this time. Choose a longer one.'}
        </p>
      ) : (
        <>
          {asTable ? (
            <HistoryTable points={shown} />
          ) : (
            <ValueChart label={`Value over time: ${range.words}`} lines={LINES} points={drawn} unit={TAO} />
          )}
          <p className="figures mt-2 text-xs text-muted">
            Source: local samples of this device, blocks {blockText(first.blockNumber)} to {blockText(last.blockNumber)}
            . Transfers in and out are part of the value.
          </p>
        </>
      )}
    </Card>
  );
}

function bannerOf(error: AppErrorShape): { title: string; children: string } {
  const { title, detail } = sentenceFor(error);
  return { title, children: detail };
}
