import { afterEach, describe, expect, test } from 'vitest';
import type { Portfolio } from '../../shared/contract/index.ts';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { Scenario } from '../../simnet/index.ts';
import { devAccounts } from '../../simnet/scenarios/dev-accounts.ts';
import { createPortfolio } from '../portfolio/index.ts';
import { createCatalog } from '../staking/index.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { rawPortfolio } from './raw-portfolio.test-support.ts';

let lab: Lab | undefined;
afterEach(() => lab?.close());

/** The service's first portfolio of these accounts. */
async function shown({ chain }: Lab, coldkeys: readonly Coldkey[]): Promise<Portfolio> {
  const service = createPortfolio({
    chain: () => chain,
    coldkeys: () => coldkeys,
    onAccountsChange: () => () => undefined,
    catalog: createCatalog({ chain: () => chain }),
    log: { warn: () => undefined },
  });
  try {
    return await new Promise((next, fail) => void service.watch({ next, fail }));
  } finally {
    service.close();
  }
}

interface Place {
  readonly netuid: number;
  readonly hotkey: string;
  readonly coldkey: string;
}

/** Two coldkeys may stand in one place. */
const byPlace = (a: Place, b: Place): number =>
  a.netuid - b.netuid || (`${a.hotkey}${a.coldkey}` < `${b.hotkey}${b.coldkey}` ? -1 : 1);

async function compare(at: Lab, coldkeys: readonly Coldkey[]): Promise<number> {
  await at.caughtUp();
  const [ours, theirs] = await Promise.all([
    shown(at, coldkeys),
    rawPortfolio(at.raw, coldkeys, at.net.control.best.hash),
  ]);
  expect(ours.block.blockHash).toBe(at.net.control.best.hash);
  const facts = ours.positions.map(({ coldkey, hotkey, netuid, alpha, price, spotValue }) => ({
    coldkey,
    hotkey,
    netuid,
    alpha,
    price,
    spotValue,
  }));
  expect(facts.sort(byPlace)).toEqual([...theirs.positions].sort(byPlace));
  const staked = theirs.positions.reduce((sum, { spotValue }) => sum + spotValue, 0n);
  const { free, reserved } = theirs;
  expect(ours.totals).toMatchObject({ free, reserved, stakedSpot: staked, total: free + reserved + staked });
  return ours.positions.length;
}

describe.each<Scenario>(['demo', 'edge'])('on scenario %s', (scenario) => {
  test('every development account owns, to the rao, what raw storage says, before and after epochs', async () => {
    const at = await openLab({ scenario, width: 0, emission: true });
    lab = at;
    const coldkeys = devAccounts().map(({ publicKey }) => addressOf<Coldkey>(publicKey));
    let seen = 0;
    for (const blocks of [0, 205]) {
      at.net.control.mine(blocks);
      for (const coldkey of coldkeys) seen += await compare(at, [coldkey]);
      await compare(at, coldkeys);
    }
    expect(seen).toBeGreaterThan(0);
  });
});
