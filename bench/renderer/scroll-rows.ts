import type { Row } from '../lib/row.ts';
import { median } from '../lib/stats.ts';
import type { Scroll } from './scroll-frame.ts';
import type { ScrollWork } from './scroll-trace.ts';

const MIB = 1024 ** 2;
const PLAIN = 'plain table of as many rows';

/** Scrolls of one frame, the second with a trace. */
export interface Scrolls {
  readonly scrolls: readonly Scroll[];
  readonly work: readonly ScrollWork[];
}

interface Measured {
  readonly still: Scrolls;
  readonly moving: Scrolls;
  readonly plain: Scrolls;
  /** Bytes after the scrolls. */
  readonly heap: { readonly soma: number; readonly plain: number };
}

const frames = ({ scrolls }: Scrolls, field: keyof Scroll): number => median(scrolls.map((scroll) => scroll[field]));
const work = (each: Scrolls, field: keyof ScrollWork): number => median(each.work.map((one) => one[field]));

const PARTS: readonly (readonly [field: keyof ScrollWork, what: string])[] = [
  ['script', 'script'],
  ['style', 'style'],
  ['layout', 'layout'],
  ['paint', 'painting'],
  ['raster', 'raster beside the main thread'],
];

export function scrollRows(positions: number, { still, moving, plain, heap }: Measured): Row[] {
  const scroll = `scroll of ${positions} positions`;
  const against = (value: number, other: number): Pick<Row, 'value' | 'baseline' | 'ratio'> => ({
    value,
    baseline: { name: PLAIN, value: other },
    ...(other > 0 ? { ratio: value / other } : {}),
  });
  const series = (what: string, mine: Scrolls): Row[] => [
    {
      name: `${what}: frames`,
      unit: 'frames/s',
      ...against(frames(mine, 'framesPerSecond'), frames(plain, 'framesPerSecond')),
      target: '60',
    },
    {
      name: `${what}: tasks of 50 ms or more by the clock`,
      unit: 'tasks',
      ...against(frames(mine, 'longTasks'), frames(plain, 'longTasks')),
      target: 'none',
    },
    {
      name: `${what}: longest task, processor time`,
      unit: 'ms',
      ...against(work(mine, 'longest'), work(plain, 'longest')),
      target: '<= 50',
    },
    {
      name: `${what}: main thread per frame, processor time`,
      unit: 'ms',
      ...against(work(mine, 'perFrame'), work(plain, 'perFrame')),
      target: '<= 16',
    },
  ];
  return [
    ...series(`${scroll}, no new block`, still),
    ...PARTS.map(
      ([field, what]): Row => ({
        name: `${scroll}, no new block: ${what} per frame`,
        unit: 'ms',
        ...against(work(still, field), work(plain, field)),
      }),
    ),
    ...series(`${scroll}, a block each second`, moving),
    {
      name: `JavaScript heap of the window after the scrolls`,
      unit: 'MiB',
      ...against(heap.soma / MIB, heap.plain / MIB),
    },
  ];
}
