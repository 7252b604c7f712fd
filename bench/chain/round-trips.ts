import { openChain } from '../../electron/chain/index.ts';
import { createPortfolio } from '../../electron/portfolio/index.ts';
import { createCatalog } from '../../electron/staking/index.ts';
import { openStore } from '../../electron/store/index.ts';
import type { Portfolio } from '../../shared/contract/index.ts';
import { ALICE, withNetwork } from '../lib/network.ts';
import { withTempDir } from '../lib/places.ts';
import type { Row } from '../lib/row.ts';

/** What the wire carried until the service had the first whole portfolio. */
async function firstPortfolio(url: string, cacheDir: string) {
  const chain = openChain({ network: { id: 'custom' }, endpoints: [url], cacheDir });
  const store = openStore({ dataDir: cacheDir });
  const portfolio = createPortfolio({
    chain: () => chain,
    coldkeys: () => [ALICE],
    onAccountsChange: () => () => undefined,
    catalog: createCatalog({ chain: () => chain }),
    samples: store.samples,
    now: () => Date.now(),
    log: { warn: (message) => console.error(message) },
  });
  try {
    return await new Promise<{ stats: ReturnType<typeof chain.connectionStats>; seen: Portfolio }>((done, fail) => {
      portfolio.watch({ next: (seen) => done({ stats: chain.connectionStats(), seen }), fail });
    });
  } finally {
    portfolio.close();
    await chain.close();
    store.close();
  }
}

/** Round trips and bytes from opening the client to the first whole portfolio, with and without a metadata cache. */
export function measureRoundTrips(): Promise<Row[]> {
  return withNetwork(({ url }) =>
    withTempDir(async (cacheDir) => {
      const rows: Row[] = [];
      for (const cache of ['cold', 'warm'] as const) {
        const { stats, seen } = await firstPortfolio(url, cacheDir);
        if (seen.positions.length === 0) throw new Error('the measured account has no positions');
        const name = `first portfolio, ${cache} cache`;
        rows.push(
          {
            name: `${name}: round trips`,
            value: stats.roundTrips,
            unit: 'round trips',
            baseline: { name: 'sent in them', value: stats.requests, unit: 'requests' },
            ...(cache === 'warm' ? { target: '<= 6' } : {}),
          },
          { name: `${name}: bytes`, value: (stats.bytesIn + stats.bytesOut) / 1024, unit: 'KiB' },
        );
      }
      return rows;
    }),
  );
}
