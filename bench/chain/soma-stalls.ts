import { performance } from 'node:perf_hooks';
import { openChain } from '../../electron/chain/index.ts';
import { createPortfolio } from '../../electron/portfolio/index.ts';
import { createCatalog } from '../../electron/staking/index.ts';
import { openStore, type SampleBatch } from '../../electron/store/index.ts';
import { type Coldkey, toAlphaRao, toRaoPerAlpha } from '../../shared/units/index.ts';
import { median } from '../lib/stats.ts';

// How long the thread of main is held in one go by two large readings. The network runs in another process.
const RUNS = 7;
const HOURS = 48;
const HOUR_MS = 3_600_000;
/** Validators asked for on each subnet: with 129 of them as many pairs as one wave may have. */
const VALIDATORS = 23;
const [url = '', address = '', dataDir = ''] = process.argv.slice(2);
const coldkey = address as Coldkey;

/** Milliseconds. On a busy machine the wall clock counts the other programs too, the processor clock does not. */
interface Held {
  /** The longest time between two turns of the event loop. */
  readonly longest: number;
  /** The most processor time of the process between two turns, its helper threads included. */
  readonly busiest: number;
  readonly total: number;
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What `work` does to the event loop while it is under way. */
async function held(work: () => Promise<unknown>): Promise<Held> {
  let [longest, busiest] = [0, 0];
  let [last, lastBusy] = [performance.now(), processorMs()];
  let isOver = false;
  const turn = (): void => {
    const [now, nowBusy] = [performance.now(), processorMs()];
    longest = Math.max(longest, now - last);
    busiest = Math.max(busiest, nowBusy - lastBusy);
    [last, lastBusy] = [now, nowBusy];
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const startedAt = performance.now();
  await work();
  const total = performance.now() - startedAt;
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  isOver = true;
  return { longest, busiest, total };
}

/** Medians, with what the same thread shows while it only waits for as long. */
async function measured(work: () => Promise<unknown>): Promise<Held & { readonly idle: Held }> {
  await work();
  const runs: (Held & { idle: Held })[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const busy = await held(work);
    runs.push({ ...busy, idle: await held(() => new Promise((resolve) => setTimeout(resolve, busy.total))) });
  }
  const mid = (of: readonly Held[]): Held => ({
    longest: median(of.map(({ longest }) => longest)),
    busiest: median(of.map(({ busiest }) => busiest)),
    total: median(of.map(({ total }) => total)),
  });
  return { ...mid(runs), idle: mid(runs.map(({ idle }) => idle)) };
}

const chain = openChain({ network: { id: 'custom' }, endpoints: [url], cacheDir: dataDir });
const store = openStore({ dataDir });
await chain.ready(undefined, 'reads');
const genesis = chain.runtime().genesisHash;
const { value: positions } = await chain.getStakePositions([coldkey]);
const now = Date.now();
for (let hour = 0; hour < HOURS; hour += 1) {
  const blockNumber = hour * 300;
  const batch: SampleBatch = {
    genesis,
    block: { blockNumber, blockHash: `0x${String(hour).padStart(64, '0')}` },
    values: [],
    positions: positions.map(({ hotkey, netuid, alpha }) => ({
      position: { coldkey, hotkey, netuid },
      sample: {
        blockNumber,
        timeMs: now - (HOURS - hour) * HOUR_MS,
        alpha: toAlphaRao(alpha + BigInt(hour)),
        shares: alpha << 64n,
        nonce: 0,
        earned: BigInt(hour),
        gaps: 0,
      },
      price: toRaoPerAlpha(1_000_000n),
    })),
  };
  store.samples.record(batch);
}
const portfolio = createPortfolio({
  chain: () => chain,
  coldkeys: () => [coldkey],
  onAccountsChange: () => () => undefined,
  catalog: createCatalog({ chain: () => chain }),
  samples: store.samples,
  now: () => now,
  log: { warn: (message) => console.error(message) },
});
const sinceMs = now - 24 * HOUR_MS;
const rows = await portfolio.earnedSince({ sinceMs });
if (rows.length !== positions.length) throw new Error('not every position has a history');
const earned = await measured(() => portfolio.earnedSince({ sinceMs }));

const { value: subnets } = await chain.getSubnets();
const { value: validators } = await chain.getValidators();
const hotkeys = validators.slice(0, VALIDATORS).map(({ hotkey }) => hotkey);
const wanted = subnets.map(({ netuid }) => ({ netuid, hotkeys }));
const epochs = await measured(() => chain.getEpochs(wanted));
console.log(JSON.stringify({ positions: positions.length, earned, subnets: subnets.length, epochs }));
