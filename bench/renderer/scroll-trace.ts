import { MARKS } from './scroll-frame.ts';

/**
 * Processor time of one scroll as the browser's trace tells it, ms; waits for a processor are not in it. `perFrame` and its
 * parts are those of the page's main thread.
 */
export interface ScrollWork {
  readonly perFrame: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly paint: number;
  /** Drawing of tiles beside the main thread, per frame. */
  readonly raster: number;
  /** Of the longest single task. */
  readonly longest: number;
}

/** What to record for `workOf`. */
export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8'];

type Kind = 'task' | 'script' | 'style' | 'layout' | 'paint' | 'raster';

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['RunTask', 'task'],
  ...['FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks', 'MinorGC', 'MajorGC'].map(
    (name): [string, Kind] => [name, 'script'],
  ),
  ['UpdateLayoutTree', 'style'],
  ['Layout', 'layout'],
  ...['PrePaint', 'Paint', 'Layerize', 'Commit', 'UpdateLayer'].map((name): [string, Kind] => [name, 'paint']),
  ['RasterTask', 'raster'],
]);

/** Times in microseconds; `tdur` is processor time. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** @throws Error when the scroll is not in the trace. */
export function workOf(trace: string, frames: number): ScrollWork {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const start = traceEvents.find(({ name }) => name === MARKS.from);
  const end = traceEvents.find(({ name }) => name === MARKS.to);
  if (start === undefined || end === undefined) throw new Error('the trace does not hold the scroll');
  const during = traceEvents
    .filter(({ pid, ts, dur, name }) => pid === start.pid && dur !== undefined && KINDS.has(name) && ts >= start.ts)
    .filter(({ ts }) => ts < end.ts)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const main = during.filter(({ tid }) => tid === start.tid);
  const spent = ownTimes(main);
  const perFrame = (microseconds: number): number => microseconds / 1000 / frames;
  const tasks = main.filter(({ name }) => KINDS.get(name) === 'task').map(({ tdur = 0 }) => tdur);
  const raster = during.filter(({ name }) => KINDS.get(name) === 'raster');
  return {
    perFrame: perFrame(tasks.reduce((sum, time) => sum + time, 0)),
    script: perFrame(spent.script),
    style: perFrame(spent.style),
    layout: perFrame(spent.layout),
    paint: perFrame(spent.paint),
    raster: perFrame(raster.reduce((sum, { tdur = 0 }) => sum + tdur, 0)),
    longest: Math.max(0, ...tasks) / 1000,
  };
}

/** Microseconds by kind, each without what it holds of others. Events of one thread, in order of their start. */
function ownTimes(events: readonly TraceEvent[]): Record<Kind, number> {
  const spent: Record<Kind, number> = { task: 0, script: 0, style: 0, layout: 0, paint: 0, raster: 0 };
  const open: TraceEvent[] = [];
  for (const event of events) {
    while (open.length > 0 && endOf(open.at(-1)) <= event.ts) open.pop();
    const around = open.at(-1);
    const { tdur = 0 } = event;
    spent[KINDS.get(event.name) ?? 'task'] += tdur;
    if (around !== undefined) spent[KINDS.get(around.name) ?? 'task'] -= tdur;
    open.push(event);
  }
  return spent;
}

function endOf(event: TraceEvent | undefined): number {
  return event === undefined ? 0 : event.ts + (event.dur ?? 0);
}
