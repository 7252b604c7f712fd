import { startAndWait } from '../lib/child.ts';
import { FERDIE, withNetwork } from '../lib/network.ts';
import { builtScript, withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';
import { type Item, type PortfolioRun, portfolioRows, type Reader } from './portfolio-rows.ts';

const RUNS = 3;

async function run<T>(script: string, args: readonly string[]): Promise<T> {
  const { line, child } = await startAndWait(builtScript(`chain/${script}.mjs`), args, (text) => text.startsWith('{'));
  child.kill('SIGKILL');
  return JSON.parse(line) as T;
}

/** The same account read by Soma's services and by two plain scripts, each in a process of its own, in turn. */
export function measurePortfolio500(): Promise<Row[]> {
  return withNetwork(
    async ({ url }) => {
      const runs: PortfolioRun[] = [];
      for (let at = 0; at < RUNS; at += 1) {
        runs.push({
          soma: await withTempDir((cacheDir) => run<Reader>('soma-portfolio', [url, FERDIE, cacheDir])),
          bare: await run<Item>('bare-portfolio', [url, FERDIE]),
          papi: await run<Reader>('papi-portfolio', [url, FERDIE]),
        });
      }
      return portfolioRows(runs);
    },
    { scenario: 'mainnet', blockTimeMs: 4000 },
  );
}
