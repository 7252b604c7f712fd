import { blockText, momentText } from '../lib/time-text.ts';
import { Amount, type AmountUnit } from './Amount.tsx';
import type { ChartLine, ChartPoint } from './value-plot.ts';

export interface ChartReadoutProps {
  readonly point: ChartPoint | undefined;
  readonly lines: readonly ChartLine[];
  readonly unit: AmountUnit;
}

/** The exact values of the point under the crosshair; of the last one while there is none. */
export function ChartReadout({ point, lines, unit }: ChartReadoutProps) {
  if (point === undefined) return null;
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
      {lines.map(({ label, dashed }, line) => {
        const value = point.values[line];
        return (
          <span key={label} className="inline-flex items-center gap-2">
            <svg
              aria-hidden="true"
              viewBox="0 0 20 4"
              className={line === 0 ? 'w-5 shrink-0 text-accent' : 'w-5 shrink-0 text-muted'}
            >
              <path
                d="M0 2h20"
                stroke="currentColor"
                strokeWidth="2"
                strokeDasharray={dashed === true ? '5 2.5' : undefined}
              />
            </svg>
            <span className="text-muted">{label}</span>
            {value === undefined ? (
              <span className="text-muted">not known</span>
            ) : (
              <Amount value={value} unit={unit} full className="font-semibold" />
            )}
          </span>
        );
      })}
      <span className="figures ml-auto text-muted">
        {momentText(point.timeMs)} · block {blockText(point.blockNumber)}
      </span>
    </div>
  );
}
