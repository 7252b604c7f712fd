import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, ROOT_NETUID, toRao } from '../../shared/units/index.ts';
import { devAccounts } from '../../simnet/scenarios/dev-accounts.ts';
import { outcomesOf, reviewAll, submitAll, submitCall } from './carry-out.test-support.ts';
import { holdingsOf } from './holdings.test-support.ts';
import { type Lab, openLab } from './lab.test-support.ts';
import { type Shown, watchPortfolio } from './shown-portfolio.test-support.ts';

const TAO = 1_000_000_000n;
/** A claim sells a slice where the quote sells the whole basket, so that it brings a little more. */
const MORE_PERCENT = 1n;

let lab: Lab;
let shown: Shown;
let buyer: Coldkey;
let hotkeys: readonly Hotkey[];
let coldkeys: readonly Coldkey[];

async function mined(hashes: readonly (string | undefined)[]): Promise<void> {
  lab.net.control.mine();
  await lab.caughtUp();
  for (const outcome of await outcomesOf(lab, hashes)) expect(outcome?.error).toBeUndefined();
}

/** Rao that all validators' baskets owe an account: another call of the runtime than the product asks, read by another library. */
async function owedTo(coldkey: Coldkey): Promise<bigint> {
  const call = lab.raw.api.call['betaBasketRuntimeApi']?.['getRootBasketOwed'];
  if (call === undefined) throw new Error('no getRootBasketOwed');
  return BigInt(String(await call(coldkey)));
}

beforeAll(async () => {
  lab = await openLab({ width: 1, rootBaskets: true });
  buyer = lab.actors[0]?.address ?? ('' as Coldkey);
  coldkeys = [...devAccounts().map(({ publicKey }) => addressOf<Coldkey>(publicKey)), buyer];
  const { value } = await lab.chain.getBasketHolders(coldkeys);
  hotkeys = [...new Set(value.map(({ hotkey }) => hotkey))].slice(0, 2);
  lab.net.control.fund(buyer, 1_000n * TAO);
  await lab.caughtUp();
  for (const hotkey of hotkeys) {
    const bought = { kind: 'basket.buy', coldkey: buyer, hotkey, amount: toRao(30n * TAO) } as const;
    await mined(await submitAll(lab, await reviewAll(lab, [bought])));
  }
  shown = watchPortfolio(lab, coldkeys);
});
afterAll(async () => {
  shown.close();
  await lab.close();
});

test('the claimable sums are those of the chain, of each account and of all, to the rao', async () => {
  const { totals, accountTotals, baskets } = await shown.until((one) => one.baskets !== undefined);
  const owed = await Promise.all(coldkeys.map(owedTo));
  expect(accountTotals.map((one) => one.totals.claimable)).toEqual(owed);
  expect(totals.claimable).toBe(owed.reduce((sum, one) => sum + one, 0n));
  expect(owed.filter((one) => one > 0n).length).toBeGreaterThanOrEqual(3);
  expect(baskets?.filter(({ coldkey }) => coldkey === buyer).map(({ hotkey }) => hotkey)).toEqual(hotkeys);
  expect(totals.total).toBe(totals.free + totals.reserved + totals.stakedSpot);
});

test('blocks cost no more than two round trips each, those that read baskets among them', async () => {
  const blocks = 14;
  const before = lab.chain.connectionStats().roundTrips;
  const quotes = new Set<number>();
  for (let block = 0; block < blocks; block += 1) {
    // A price moves, so that there is something to show of every block.
    lab.net.control.trade({ netuid: 1, side: 'buy', amount: TAO });
    const { number } = lab.net.control.best;
    const { baskets } = await shown.until((one) => one.block.blockNumber === number);
    for (const { blockNumber } of baskets ?? []) quotes.add(blockNumber);
  }
  expect(lab.chain.connectionStats().roundTrips - before).toBeLessThanOrEqual(2 * blocks);
  expect(quotes.size).toBeGreaterThanOrEqual(2);
});

test('a claim pays what was claimable, and then nothing more is', async () => {
  const before = await owedTo(buyer);
  const places = hotkeys.map((hotkey) => ({ coldkey: buyer, hotkey, netuid: ROOT_NETUID }));
  const call = { pallet: 'SubtensorModule', call: 'claim_root', args: { subnets: [1] } };
  await mined([await submitCall(lab, buyer, call)]);
  const held = await holdingsOf(lab.raw, places);
  const paid = held.reduce((sum, { alpha }) => sum + alpha, 0n);
  expect(paid).toBeGreaterThanOrEqual(before - 10n);
  expect(paid).toBeLessThan((before * (100n + MORE_PERCENT)) / 100n);
  lab.net.control.mine(2);
  const { accountTotals } = await shown.until(
    (one) => one.accountTotals.find(({ address }) => address === buyer)?.totals.claimable === 0n,
  );
  expect(accountTotals.find(({ address }) => address === buyer)?.totals.claimable).toBe(0n);
});
