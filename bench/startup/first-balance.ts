import { startAndWait } from '../lib/child.ts';
import { ALICE, withNetwork } from '../lib/network.ts';
import { builtScript, withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { inTurn, median } from '../lib/stats.ts';

const RUNS = 7;
const MIB = 1024 ** 2;

/** Process start to first balance: our chain client on a warm cache against a bare @polkadot/api script. */
export function measureFirstBalance(): Promise<Row[]> {
  return withNetwork(({ url }) =>
    withTempDir(async (cacheDir) => {
      const rss = { soma: [] as number[], bare: [] as number[] };
      const timed = (who: 'soma' | 'bare') => async (): Promise<number> => {
        const script = builtScript(`startup/${who}-first-balance.mjs`);
        const { line, elapsedMs, child } = await startAndWait(script, [url, ALICE, cacheDir]);
        child.kill('SIGKILL');
        rss[who].push((JSON.parse(line) as { rss: number }).rss / MIB);
        return elapsedMs;
      };
      // The run that is not counted fills the cache.
      const { a, b, ratio } = await inTurn(RUNS, timed('soma'), timed('bare'));
      const name = 'bare @polkadot/api';
      return [
        {
          name: 'process start to first balance, warm cache',
          value: a,
          unit: 'ms',
          baseline: { name, value: b },
          ratio,
          target: 'ratio <= 1.3',
        },
        {
          name: 'memory of that process (RSS)',
          value: median(rss.soma),
          unit: 'MiB',
          baseline: { name, value: median(rss.bare) },
          ratio: median(rss.soma) / median(rss.bare),
        },
      ];
    }),
  );
}
