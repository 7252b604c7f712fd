import { startAndWait } from '../lib/child.ts';
import { FERDIE, withNetwork } from '../lib/network.ts';
import { builtScript, withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { median } from '../lib/stats.ts';

const RUNS = 3;
const KIB = 1024;
const MIB = KIB ** 2;

interface Cold {
  readonly ms: number;
  readonly positions: number;
  readonly requests: number;
  readonly heap: number;
}
interface Soma {
  readonly cold: Cold & { readonly roundTrips: number; readonly bytesIn: number; readonly bytesOut: number };
  readonly perBlock: {
    readonly roundTrips: number;
    readonly requests: number;
    readonly bytes: number;
    readonly busyMs: number;
  };
}
type Bare = Cold & { readonly bytes: number };

async function run<T>(script: string, args: readonly string[]): Promise<T> {
  const { line, child } = await startAndWait(builtScript(`chain/${script}.mjs`), args, (text) => text.startsWith('{'));
  child.kill('SIGKILL');
  return JSON.parse(line) as T;
}

/** The same account read by Soma's services and by a plain script, each in a process of its own, in turn. */
export function measurePortfolio500(): Promise<Row[]> {
  return withNetwork(
    async ({ url }) => {
      const soma: Soma[] = [];
      const bare: Bare[] = [];
      for (let at = 0; at < RUNS; at += 1) {
        soma.push(await withTempDir((cacheDir) => run<Soma>('soma-portfolio', [url, FERDIE, cacheDir])));
        bare.push(await run<Bare>('bare-portfolio', [url, FERDIE]));
      }
      const [one] = soma;
      if (one === undefined || bare.some(({ positions }) => positions !== one.cold.positions))
        throw new Error('the two do not see the same positions');
      const of = (pick: (run: Soma) => number): number => median(soma.map(pick));
      const than = (pick: (run: Bare) => number): number => median(bare.map(pick));
      const name = 'bare @polkadot/api, item by item';
      const against = (a: (run: Soma) => number, b: (run: Bare) => number, unit: number) => ({
        value: of(a) / unit,
        baseline: { name, value: than(b) / unit },
        ratio: median(soma.map((run, at) => a(run) / b(bare[at] ?? (bare[0] as Bare)))),
      });
      const what = `portfolio of ${one.cold.positions} positions`;
      const bytes = ({ cold }: Soma): number => cold.bytesIn + cold.bytesOut;
      return [
        {
          name: `${what}, cold, with every exit: round trips`,
          value: of(({ cold }) => cold.roundTrips),
          unit: 'round trips',
          baseline: { name: `requests of ${name}`, value: than(({ requests }) => requests), unit: 'requests' },
          target: '<= 6',
        },
        {
          name: `${what}, cold: time`,
          unit: 'ms',
          ...against(
            ({ cold }) => cold.ms,
            ({ ms }) => ms,
            1,
          ),
        },
        { name: `${what}, cold: bytes`, unit: 'KiB', ...against(bytes, (run) => run.bytes, KIB) },
        {
          name: `${what}: heap`,
          unit: 'MiB',
          ...against(
            ({ cold }) => cold.heap,
            ({ heap }) => heap,
            MIB,
          ),
        },
        {
          name: `${what}, each block: round trips`,
          value: of(({ perBlock }) => perBlock.roundTrips),
          unit: 'round trips',
          target: '<= 2',
        },
        { name: `${what}, each block: requests`, value: of(({ perBlock }) => perBlock.requests), unit: 'requests' },
        { name: `${what}, each block: bytes`, value: of(({ perBlock }) => perBlock.bytes) / KIB, unit: 'KiB' },
        { name: `${what}, each block: busy main thread`, value: of(({ perBlock }) => perBlock.busyMs), unit: 'ms' },
      ] satisfies Row[];
    },
    { scenario: 'mainnet', blockTimeMs: 4000 },
  );
}
