import { afterEach, describe, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { Scenario } from '../../simnet/index.ts';
import { devAccounts } from '../../simnet/scenarios/dev-accounts.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { type RawPortfolio, rawPortfolio } from './raw-portfolio.test-support.ts';
import { WITHIN_MS } from './seed.test-support.ts';
import { shownPortfolio } from './shown-portfolio.test-support.ts';

let lab: Lab | undefined;
afterEach(() => lab?.close());

interface At {
  readonly coldkey: string;
  readonly hotkey: string;
  readonly netuid: number;
}
const placeOf = ({ coldkey, hotkey, netuid }: At): string => `${coldkey} ${hotkey} ${netuid}`;
const byPlace = (a: At, b: At): number => (placeOf(a) < placeOf(b) ? -1 : 1);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

/** Totals of these accounts by hand. */
function totalsOf({ balances, positions }: RawPortfolio, coldkeys: readonly Coldkey[]) {
  const own = new Set<string>(coldkeys);
  const mine = balances.filter(({ coldkey }) => own.has(coldkey));
  const free = sum(mine.map((one) => one.free));
  const reserved = sum(mine.map((one) => one.reserved));
  const stakedSpot = sum(positions.filter(({ coldkey }) => own.has(coldkey)).map(({ spotValue }) => spotValue));
  return { free, reserved, stakedSpot, total: free + reserved + stakedSpot };
}

async function compare(at: Lab, coldkeys: readonly Coldkey[]): Promise<number> {
  await at.caughtUp();
  const ours = await shownPortfolio(at, coldkeys);
  const theirs = await rawPortfolio(at.raw, coldkeys, at.net.control.best.hash);
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
  expect(ours.totals).toMatchObject(totalsOf(theirs, coldkeys));
  for (const { address, totals } of ours.accountTotals) expect(totals).toMatchObject(totalsOf(theirs, [address]));
  expect(ours.accountTotals).toHaveLength(coldkeys.length);
  return ours.positions.length;
}

/** Blocks to make: past two epochs where blocks are cheap, a few where 129 subnets have theirs. */
const SCENARIOS: readonly (readonly [Scenario, blocks: number])[] = [
  ['demo', 205],
  ['edge', 205],
  ['mainnet', 3],
];

describe.each(SCENARIOS)('on scenario %s', (scenario, blocks) => {
  test(
    'every development account owns, to the rao, what raw storage says, now and some blocks later',
    async () => {
      const at = await openLab({ scenario, width: 0, emission: true });
      lab = at;
      const coldkeys = devAccounts().map(({ publicKey }) => addressOf<Coldkey>(publicKey));
      expect(await compare(at, coldkeys)).toBeGreaterThan(0);
      at.net.control.mine(blocks);
      expect(await compare(at, coldkeys)).toBeGreaterThan(0);
    },
    WITHIN_MS,
  );
});
