import uPlot from 'uplot';
import { TAO_DECIMALS } from '../../shared/units/index.ts';
import { timeTicks, valueTicks } from '../lib/chart-ticks.ts';

/** A moment of the chart. */
export interface ChartPoint {
  readonly timeMs: number;
  readonly blockNumber: number;
  /** One for each line, base units with nine decimals; absent where the line has a hole. */
  readonly values: readonly (bigint | undefined)[];
}

export interface ChartLine {
  readonly label: string;
  /** Drawn in dashes, so that two lines differ by more than colour. */
  readonly dashed?: boolean;
}

/** Colours as they are now: a canvas knows no tokens, so each drawing asks again. */
export type ColourOf = (role: 'first' | 'second' | 'text' | 'grid') => string;

export interface PlotOptions {
  readonly host: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ChartLine[];
  /** Sign of the unit, beside every value of the axis. */
  readonly unit: string;
  /** No figures on the value axis. */
  readonly hidden: boolean;
  readonly colourOf: ColourOf;
  readonly onPoint: (index: number | undefined) => void;
}

/** Height on screen: the one place where an amount becomes a floating-point number. Nothing is read back from it. */
function heightOf(value: bigint | undefined): number | null {
  return value === undefined ? null : Number(value) / 10 ** TAO_DECIMALS;
}

export function plotData(points: readonly ChartPoint[], lines: number): uPlot.AlignedData {
  const times = points.map(({ timeMs }) => timeMs / 1000);
  const heights = Array.from({ length: lines }, (_, line) => points.map(({ values }) => heightOf(values[line])));
  return [times, ...heights];
}

/** Axes, lines and crosshair on a canvas inside `host`. The caller destroys it. */
export function makePlot(options: PlotOptions, data: uPlot.AlignedData): uPlot {
  const { host, width, height, lines, unit, hidden, colourOf, onPoint } = options;
  const font = `13px ${getComputedStyle(host).fontFamily}`;
  const axis: uPlot.Axis = {
    font,
    stroke: () => colourOf('text'),
    grid: { stroke: () => colourOf('grid'), width: 1 },
    ticks: { show: false },
  };
  return new uPlot(
    {
      width,
      height,
      padding: [12, 12, 0, 4],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
      scales: { x: { time: true }, y: { range: { min: { pad: 0.1, hard: 0, mode: 1 }, max: { pad: 0.1, mode: 1 } } } },
      axes: [
        { ...axis, size: 34, space: 72, values: (_plot, splits, _axis, _space, apart) => timeTicks(splits, apart) },
        {
          ...axis,
          size: hidden ? 12 : 84,
          values: (_plot, splits, _axis, _space, apart) =>
            hidden ? [] : valueTicks(splits, apart).map((value) => `${value} ${unit}`),
        },
      ],
      series: [
        {},
        ...lines.map(({ dashed }, index) => ({
          stroke: () => colourOf(index === 0 ? 'first' : 'second'),
          width: 2,
          points: { show: false },
          ...(dashed === true ? { dash: [6, 5] } : {}),
        })),
      ],
      hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)] },
    },
    data,
    host,
  );
}
