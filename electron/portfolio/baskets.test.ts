import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../shared/contract/index.ts';
import { addressOf } from '../../shared/domain/address.ts';
import { type Hotkey, ROOT_NETUID, toAlphaRao, toRao } from '../../shared/units/index.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, settle, TAO } from '../transactions/testing/setup.test-support.ts';
import { position, setup } from './setup.test-support.ts';

const OTHER = addressOf<Hotkey>(new Uint8Array(32).fill(4));
const THRESHOLD = toRao(500n);

/** Two accounts with shares of baskets: the first by root stake, the other bought. */
function basketWorld() {
  const world = setup();
  const { chain } = world;
  chain.capabilitiesNow = { ...chain.capabilitiesNow, rootBaskets: true, rootClaims: false };
  chain.accounts.set(FRIEND, { free: toRao(TAO) });
  chain.positions = [position(9n * TAO, { netuid: ROOT_NETUID }), position(700n * TAO)];
  chain.baskets = [
    { coldkey: COLDKEY, hotkey: HOTKEY, owed: toRao(3n * TAO), threshold: THRESHOLD },
    { coldkey: COLDKEY, hotkey: OTHER, owed: toRao(499n), threshold: THRESHOLD },
    { coldkey: FRIEND, hotkey: OTHER, owed: toRao(2n * TAO), threshold: THRESHOLD },
  ];
  chain.basketHolders = [
    { coldkey: COLDKEY, hotkey: OTHER },
    { coldkey: FRIEND, hotkey: OTHER },
  ];
  world.setAccounts([COLDKEY, FRIEND]);
  world.listen();
  const reads = (): number => chain.requests.filter((what) => what === 'baskets').length;
  const next = async (count = 1): Promise<void> => {
    for (let block = 0; block < count; block += 1) {
      chain.mine();
      await settle();
    }
  };
  const last = (): Portfolio => {
    const found = world.shown.at(-1);
    if (found === undefined) throw new Error('nothing was shown');
    return found;
  };
  return { world, chain, reads, next, last };
}

describe('what claims on root baskets would pay', () => {
  test('is told of each account and of all, is no part of other sums, and leaves out what no claim pays', async () => {
    const { chain, last } = basketWorld();
    await settle();
    const { baskets, totals, accountTotals, rootDividends } = last();
    const { blockNumber } = chain.best;
    expect(baskets).toEqual([
      { coldkey: COLDKEY, hotkey: HOTKEY, validatorName: 'Well known', owed: 3n * TAO, threshold: 500n, blockNumber },
      { coldkey: COLDKEY, hotkey: OTHER, owed: 499n, threshold: 500n, blockNumber },
      { coldkey: FRIEND, hotkey: OTHER, owed: 2n * TAO, threshold: 500n, blockNumber },
    ]);
    expect(rootDividends).toEqual([]);
    expect(totals.claimable).toBe(5n * TAO);
    expect(accountTotals.map((one) => one.totals.claimable)).toEqual([3n * TAO, 2n * TAO]);
    expect(totals.total).toBe(totals.free + totals.reserved + totals.stakedSpot);
  });

  test('takes the place of dividends by subnet when the runtime goes over to baskets, and never stands beside them', async () => {
    const { chain, next, last } = basketWorld();
    const before = { ...chain.capabilitiesNow, rootBaskets: false, rootClaims: true };
    const after = chain.capabilitiesNow;
    chain.capabilitiesNow = before;
    const owed = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, owed: toAlphaRao(9n * TAO), claimed: 0n };
    chain.rootDividends = [{ ...owed, threshold: toAlphaRao(1n) }];
    await settle();
    expect(last().rootDividends).toHaveLength(1);
    chain.capabilitiesNow = after;
    await next(2);
    expect(last().rootDividends).toEqual([]);
    expect(last().totals.claimable).toBe(5n * TAO);
  });

  test('is read every ten blocks, after an account sent something, and beside no simulation', async () => {
    const { chain, reads, next, last } = basketWorld();
    await settle();
    await next(9);
    expect(reads()).toBe(1);
    chain.requests = [];
    await next();
    expect(chain.requests.filter((what) => what === 'baskets' || what === 'simulateSells')).toEqual(['baskets']);
    await next(3);
    chain.accounts.set(FRIEND, { free: toRao(TAO), nonce: 1 });
    chain.baskets = chain.baskets.slice(0, 2);
    await next(2);
    expect(reads()).toBe(2);
    expect(last().totals.claimable).toBe(3n * TAO);
    expect(last().accountTotals.map((one) => one.totals.claimable)).toEqual([3n * TAO, 0n]);
  });

  test('is not known before it was read, nor when the chain moved between the two questions', async () => {
    const { chain, world, last, next } = basketWorld();
    const real = chain.getBasketHolders.bind(chain);
    chain.getBasketHolders = async (coldkeys) => {
      const answer = await real(coldkeys);
      return { ...answer, block: { ...answer.block, blockHash: `0x${'11'.repeat(32)}` } };
    };
    await settle();
    expect(world.shown.length).toBeGreaterThan(0);
    expect(last().baskets).toBeUndefined();
    expect(last().totals).not.toHaveProperty('claimable');
    chain.getBasketHolders = real;
    await next(2);
    expect(last().baskets).toHaveLength(3);
  });

  test('fails alone: the rest of the portfolio is shown', async () => {
    const { chain, world, last } = basketWorld();
    chain.getBaskets = () => Promise.reject(new Error('no'));
    await settle();
    expect(last().baskets).toBeUndefined();
    expect(last().positions).toHaveLength(2);
    expect(world.warnings).toHaveLength(1);
  });
});

test('root dividends by subnet are claimable at spot, where a claim pays them', async () => {
  const world = setup();
  const row = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, claimed: 0n, threshold: toAlphaRao(500n) };
  world.chain.positions = [position(9n, { netuid: ROOT_NETUID })];
  world.chain.rootDividends = [
    { ...row, owed: toAlphaRao(900n) },
    { ...row, hotkey: OTHER, owed: toAlphaRao(499n) },
  ];
  world.listen();
  await settle();
  expect(world.shown.at(-1)?.totals.claimable).toBe(299n);
  expect(world.shown.at(-1)).not.toHaveProperty('baskets');
});
