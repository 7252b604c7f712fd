import type { ValueSample } from '../../../shared/contract/index.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A value at a time, rao. */
export interface ValuePoint {
  readonly timeMs: number;
  readonly blockNumber: number;
  /** free + reserved + stake at spot price. */
  readonly total: bigint;
  /** free + reserved + stake as sold then; absent where it was not complete. */
  readonly sold: bigint | undefined;
}

export function pointOf({ timeMs, blockNumber, free, reserved, stakedSpot, stakedExit }: ValueSample): ValuePoint {
  return {
    timeMs,
    blockNumber,
    total: free + reserved + stakedSpot,
    sold: stakedExit === undefined ? undefined : free + reserved + stakedExit,
  };
}

/** Samples oldest first, and the present value as the last point unless a sample of its block or a later one is there. */
export function pointsOf(samples: readonly ValueSample[], now: ValuePoint | undefined): readonly ValuePoint[] {
  const points = samples.map(pointOf);
  const last = points.at(-1);
  if (now === undefined || (last !== undefined && (last.blockNumber >= now.blockNumber || last.timeMs >= now.timeMs)))
    return points;
  return [...points, now];
}

/** Change of the total since a sample, rao; transfers in and out are in it. */
export interface Change {
  readonly amount: bigint;
  readonly before: bigint;
  readonly sinceMs: number;
  readonly sinceBlock: number;
}

/** How far, as a part of the span, a sample may stand from its beginning and still speak for it. */
const SLACK = 8;

/**
 * What the last point differs by from the one nearest to `spanMs` before it. Undefined when no sample stands near enough:
 * a change over a week is not told from three days.
 */
export function changeOver(points: readonly ValuePoint[], spanMs: number): Change | undefined {
  const last = points.at(-1);
  if (last === undefined) return undefined;
  const wanted = last.timeMs - spanMs;
  const distance = ({ timeMs }: ValuePoint): number => Math.abs(timeMs - wanted);
  const near = points
    .filter((point) => point !== last && distance(point) <= spanMs / SLACK)
    .reduce<ValuePoint | undefined>(
      (best, point) => (best === undefined || distance(point) < distance(best) ? point : best),
      undefined,
    );
  if (near === undefined) return undefined;
  return {
    amount: last.total - near.total,
    before: near.total,
    sinceMs: near.timeMs,
    sinceBlock: near.blockNumber,
  };
}

/** The points of the last `spanMs`, all of them without it. */
export function pointsWithin(points: readonly ValuePoint[], spanMs: number | undefined): readonly ValuePoint[] {
  const last = points.at(-1);
  if (spanMs === undefined || last === undefined) return points;
  return points.filter(({ timeMs }) => timeMs >= last.timeMs - spanMs);
}
