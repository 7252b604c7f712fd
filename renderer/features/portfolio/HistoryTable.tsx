import { useMemo } from 'react';
import { blockText, momentText } from '../../lib/time-text.ts';
import { Amount, TAO } from '../../ui/Amount.tsx';
import type { Column } from '../../ui/table-column.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import type { ValuePoint } from './change.ts';

const COLUMNS: readonly Column<ValuePoint>[] = [
  { id: 'time', header: 'Time', rowHeader: true, cell: ({ timeMs }) => momentText(timeMs) },
  { id: 'block', header: 'Block', figures: true, cell: ({ blockNumber }) => blockText(blockNumber) },
  {
    id: 'total',
    header: 'At spot price',
    figures: true,
    cell: ({ total }) => <Amount value={total} unit={TAO} full />,
  },
  {
    id: 'sold',
    header: 'If sold',
    figures: true,
    cell: ({ sold }) =>
      sold === undefined ? <span className="text-muted">not known</span> : <Amount value={sold} unit={TAO} full />,
  },
];
const keyOf = ({ blockNumber }: ValuePoint): string => String(blockNumber);

/** The points of the chart with their exact values, newest first. */
export function HistoryTable({ points }: { points: readonly ValuePoint[] }) {
  const rows = useMemo(() => [...points].reverse(), [points]);
  return (
    <VirtualTable
      caption="Value over time"
      columns={COLUMNS}
      rows={rows}
      keyOf={keyOf}
      rowHeight={37}
      frameClass="max-h-70 rounded-control border border-line"
      tableClass="min-w-150"
    />
  );
}
