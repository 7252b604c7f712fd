import { sparkPoints } from './spark-points.ts';

export interface SparklineProps {
  /** Oldest first, of one currency. Fewer than two draw nothing. */
  readonly values: readonly bigint[];
  readonly className?: string;
}

const WIDTH = 160;
const HEIGHT = 40;

/** The course of a figure at a glance, without axes: an ornament beside the figure, read out by the chart instead. */
export function Sparkline({ values, className }: SparklineProps) {
  if (values.length < 2) return null;
  const points = sparkPoints(values, WIDTH, HEIGHT);
  const [lastX, lastY] = points.at(-1) ?? [WIDTH, HEIGHT];
  return (
    <svg aria-hidden="true" viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`} className={className}>
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={lastX} cy={lastY} r="2.5" fill="currentColor" />
    </svg>
  );
}
