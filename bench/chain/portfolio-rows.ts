import type { Row } from '../lib/row.ts';
import { median } from '../lib/stats.ts';

const KIB = 1024;
const MIB = KIB ** 2;

/** What reading a portfolio has cost since the script began. */
interface Cost {
  readonly ms: number;
  readonly positions: number;
  readonly requests: number;
  readonly roundTrips: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** What a script that reads by runtime calls prints. */
export interface Reader {
  /** Balance, positions, prices, locks, exits and names of subnets. `heap` in bytes after a garbage collection. */
  readonly whole: Cost & { readonly heap: number };
  readonly perBlock: {
    readonly roundTrips: number;
    readonly requests: number;
    readonly bytes: number;
    readonly busyMs: number;
  };
}

/** What the script that reads item by item prints: no exits, no names, no locks. `heap` in bytes, as above. */
export interface Item {
  readonly ms: number;
  readonly positions: number;
  readonly requests: number;
  readonly bytes: number;
  readonly heap: number;
}

/** One turn of all three. */
export interface PortfolioRun {
  readonly soma: Reader;
  readonly bare: Item;
  readonly papi: Reader;
}

type Pick = (run: PortfolioRun) => number;

const bytesOf = ({ bytesIn, bytesOut }: Cost): number => bytesIn + bytesOut;

/** One figure of Soma and the same of one or both of the others. `divisor`: base units in one `unit`. */
interface Figure {
  readonly name: string;
  readonly unit: Row['unit'];
  readonly divisor?: number;
  readonly soma: Pick;
  readonly papi: Pick;
  readonly bare?: Pick;
  readonly target?: string;
}

const COLD: readonly Figure[] = [
  {
    name: 'round trips',
    unit: 'round trips',
    soma: ({ soma }) => soma.whole.roundTrips,
    papi: ({ papi }) => papi.whole.roundTrips,
    target: '<= 6',
  },
  {
    name: 'requests',
    unit: 'requests',
    soma: ({ soma }) => soma.whole.requests,
    papi: ({ papi }) => papi.whole.requests,
    bare: ({ bare }) => bare.requests,
  },
  {
    name: 'time',
    unit: 'ms',
    soma: ({ soma }) => soma.whole.ms,
    papi: ({ papi }) => papi.whole.ms,
    bare: ({ bare }) => bare.ms,
  },
  {
    name: 'bytes',
    unit: 'KiB',
    divisor: KIB,
    soma: ({ soma }) => bytesOf(soma.whole),
    papi: ({ papi }) => bytesOf(papi.whole),
    bare: ({ bare }) => bare.bytes,
  },
  {
    name: 'heap',
    unit: 'MiB',
    divisor: MIB,
    soma: ({ soma }) => soma.whole.heap,
    papi: ({ papi }) => papi.whole.heap,
    bare: ({ bare }) => bare.heap,
  },
];

const EACH_BLOCK: readonly Figure[] = [
  {
    name: 'round trips',
    unit: 'round trips',
    soma: ({ soma }) => soma.perBlock.roundTrips,
    papi: ({ papi }) => papi.perBlock.roundTrips,
    target: '<= 2',
  },
  {
    name: 'requests',
    unit: 'requests',
    soma: ({ soma }) => soma.perBlock.requests,
    papi: ({ papi }) => papi.perBlock.requests,
  },
  {
    name: 'bytes',
    unit: 'KiB',
    divisor: KIB,
    soma: ({ soma }) => soma.perBlock.bytes,
    papi: ({ papi }) => papi.perBlock.bytes,
  },
  {
    name: 'busy main thread',
    unit: 'ms',
    soma: ({ soma }) => soma.perBlock.busyMs,
    papi: ({ papi }) => papi.perBlock.busyMs,
  },
];

/** @throws Error when they do not see the same positions. */
export function portfolioRows(runs: readonly PortfolioRun[]): Row[] {
  const counts = runs.flatMap(({ soma, bare, papi }) => [soma.whole.positions, bare.positions, papi.whole.positions]);
  const [positions] = counts;
  if (positions === undefined || new Set(counts).size > 1) throw new Error('the three do not see the same positions');
  const of = (pick: Pick): number => median(runs.map(pick));
  const row = (what: string, { name, unit, divisor = 1, soma, target }: Figure, peer: string, other: Pick): Row => ({
    name: `${what}: ${name}`,
    unit,
    value: of(soma) / divisor,
    baseline: { name: peer, value: of(other) / divisor },
    ratio: of((run) => soma(run) / other(run)),
    ...(target === undefined ? {} : { target }),
  });
  const rows = (what: string, figures: readonly Figure[]): Row[] =>
    figures.flatMap((figure) => [
      row(what, figure, 'polkadot-api', figure.papi),
      ...(figure.bare === undefined ? [] : [row(what, figure, '@polkadot/api item by item', figure.bare)]),
    ]);
  return [
    ...rows(`portfolio of ${positions} positions, cold, with every exit`, COLD),
    ...rows(`portfolio of ${positions} positions, each block`, EACH_BLOCK),
  ];
}
