import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { exactAmount } from '../lib/amount-parts.ts';
import { blockText, momentText } from '../lib/time-text.ts';
import { type AmountUnit, unitText } from './Amount.tsx';
import { AmountsHidden } from './amount-visibility.ts';
import { ChartReadout } from './ChartReadout.tsx';
import { type ChartLine, type ChartPoint, type ColourOf, makePlot, plotData } from './value-plot.ts';

export interface ValueChartProps {
  /** What is drawn, for screen readers. */
  readonly label: string;
  /** Keep the same array: another one draws the chart anew. One or two. */
  readonly lines: readonly ChartLine[];
  /** Oldest first; two at least. */
  readonly points: readonly ChartPoint[];
  readonly unit: AmountUnit;
}

const HEIGHT = 240;
const PAGE = 10;

/** Where each key takes the crosshair among `count` points. */
function keyTarget(key: string, index: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - PAGE,
    PageUp: index + PAGE,
    Home: 0,
    End: count - 1,
  };
  const target = moves[key];
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}

/**
 * Values over time on a canvas, with a crosshair that the pointer and the arrow keys move; the exact values of its point
 * stand above. For screen readers it is a slider through the points. A table of the same points belongs beside it.
 */
export function ValueChart({ label, lines, points, unit }: ValueChartProps) {
  const hidden = useContext(AmountsHidden);
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const latest = useRef(points);
  const [pointed, setPointed] = useState<number>();
  const sign = unitText(unit);
  const last = points.length - 1;
  const index = pointed === undefined ? last : Math.min(pointed, last);
  const point = points[index];

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const colourOf: ColourOf = (role) => {
      const probe = element.querySelector(`[data-role="${role}"]`);
      return probe === null ? 'currentColor' : getComputedStyle(probe).color;
    };
    const made = makePlot(
      {
        host: element,
        width: element.clientWidth,
        height: HEIGHT,
        lines,
        unit: sign,
        hidden,
        colourOf,
        onPoint: setPointed,
      },
      plotData(latest.current, lines.length),
    );
    plot.current = made;
    const size = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }));
    size.observe(element);
    const redraw = (): void => made.redraw(false);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', redraw);
    return () => {
      size.disconnect();
      theme.disconnect();
      system.removeEventListener('change', redraw);
      made.destroy();
    };
  }, [lines, sign, hidden]);

  useEffect(() => {
    latest.current = points;
    plot.current?.setData(plotData(points, lines.length));
  }, [points, lines]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event.key, index, points.length);
    const time = target === undefined ? undefined : points[target]?.timeMs;
    if (time === undefined) return;
    event.preventDefault();
    const left = plot.current?.valToPos(time / 1000, 'x') ?? 0;
    plot.current?.setCursor({ left, top: HEIGHT / 2 });
    setPointed(target);
  };

  return (
    <div>
      <ChartReadout point={point} lines={lines} unit={unit} />
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={index}
        aria-valuetext={point === undefined ? undefined : spokenPoint(point, lines, sign, hidden)}
        onKeyDown={onKeyDown}
        className="rounded-control"
      >
        <div ref={host} aria-hidden="true" className="min-h-60 overflow-hidden">
          <span data-role="first" className="hidden text-accent" />
          <span data-role="second" className="hidden text-muted" />
          <span data-role="text" className="hidden text-muted" />
          <span data-role="grid" className="hidden text-line" />
        </div>
      </div>
    </div>
  );
}

/** The point in words, with every figure exact. */
function spokenPoint(point: ChartPoint, lines: readonly ChartLine[], sign: string, hidden: boolean): string {
  const figures = lines.map(({ label }, line) => {
    const value = point.values[line];
    if (value === undefined) return `${label} not known`;
    return hidden ? `${label} hidden` : `${label} ${exactAmount(value)} ${sign}`;
  });
  return `${momentText(point.timeMs)}, block ${blockText(point.blockNumber)}: ${figures.join(', ')}`;
}
