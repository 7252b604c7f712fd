import { performance } from 'node:perf_hooks';
import { openChain } from '../../electron/chain/index.ts';
import { createPortfolio } from '../../electron/portfolio/index.ts';
import { createCatalog } from '../../electron/staking/index.ts';
import { openStore } from '../../electron/store/index.ts';
import type { Portfolio } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { heapAfterGc } from '../lib/heap.ts';
import { perBlock } from '../lib/per-block.ts';

// The services of main on one account: cold until every exit is known, then some blocks of following it.
const BLOCKS = 4;
const [url = '', address = '', cacheDir = ''] = process.argv.slice(2);
const startedAt = performance.now();
const chain = openChain({ network: { id: 'custom' }, endpoints: [url], cacheDir });
const store = openStore({ dataDir: cacheDir });
const portfolio = createPortfolio({
  chain: () => chain,
  coldkeys: () => [address as Coldkey],
  onAccountsChange: () => () => undefined,
  catalog: createCatalog({ chain: () => chain }),
  samples: store.samples,
  now: () => Date.now(),
  log: { warn: (message) => console.error(message) },
});

const isWhole = ({ positions }: Portfolio): boolean => positions.every(({ exit }) => exit.is !== 'unknown');
const soFar = ({ positions }: Portfolio) => ({
  ms: performance.now() - startedAt,
  positions: positions.length,
  ...chain.connectionStats(),
});

const withExits = await new Promise<ReturnType<typeof soFar>>((done, fail) => {
  const stop = portfolio.watch({
    next: (seen) => {
      if (!isWhole(seen)) return;
      done(soFar(seen));
      setImmediate(() => stop());
    },
    fail,
  });
});
const whole = { ...withExits, heap: heapAfterGc() };

// Names of subnets and validators are read beside the first portfolio; that must not count as following.
portfolio.watch({ next: () => undefined, fail: () => undefined });
const nextBlock = (): Promise<void> =>
  new Promise((done) => {
    const from = chain.status().best?.blockNumber ?? 0;
    const stop = chain.watchBlocks(({ best }) => {
      if (best.blockNumber <= from) return;
      stop();
      done();
    });
  });
await nextBlock();
await nextBlock();
const each = await perBlock(BLOCKS, () => chain.connectionStats(), nextBlock);
console.log(JSON.stringify({ whole, perBlock: each }));
