import { startAndWait } from '../lib/child.ts';
import { FERDIE, withNetwork } from '../lib/network.ts';
import { builtScript, withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';

interface Times {
  readonly longest: number;
  readonly busiest: number;
  readonly total: number;
}
interface Held extends Times {
  /** The same thread while it only waited for as long. */
  readonly idle: Times;
}
interface Stalls {
  readonly positions: number;
  readonly subnets: number;
  readonly earned: Held;
  readonly epochs: Held;
}

/** Two large readings, in a process of their own so that the practice network does not hold the measured thread. */
export function measureStalls(): Promise<Row[]> {
  return withNetwork(
    ({ url }) =>
      withTempDir(async (dir) => {
        const isResult = (text: string): boolean => text.startsWith('{');
        const { line, child } = await startAndWait(builtScript('chain/soma-stalls.mjs'), [url, FERDIE, dir], isResult);
        child.kill('SIGKILL');
        const { positions, subnets, earned, epochs } = JSON.parse(line) as Stalls;
        return [
          ...rowsOf(`what ${positions} positions earned since a day`, earned),
          ...rowsOf(`epochs of ${subnets} subnets`, epochs),
        ];
      }),
    { scenario: 'mainnet', manual: true },
  );
}

function rowsOf(what: string, { longest, busiest, total, idle }: Held): Row[] {
  const name = 'a thread that only waits';
  return [
    {
      name: `${what}: most processor time in one turn`,
      value: busiest,
      unit: 'ms',
      baseline: { name, value: idle.busiest },
      target: '<= 30 ms',
    },
    { name: `${what}: longest turn by the clock`, value: longest, unit: 'ms', baseline: { name, value: idle.longest } },
    { name: `${what}: time`, value: total, unit: 'ms' },
  ];
}
