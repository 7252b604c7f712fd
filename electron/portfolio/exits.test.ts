import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../shared/contract/index.ts';
import { addressOf } from '../../shared/domain/address.ts';
import { type Hotkey, ROOT_NETUID, toAlphaRao, toNetuid, toRao } from '../../shared/units/index.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, settle, TAO } from '../transactions/testing/setup.test-support.ts';
import { position, setup } from './setup.test-support.ts';

const OTHER = addressOf<Hotkey>(new Uint8Array(32).fill(4));
const hotkeyOf = (at: number): Hotkey => addressOf<Hotkey>(new Uint8Array(32).fill(at + 10));

/** Watches two accounts: the first with two positions in one pool and one on root, the other with one in the same pool. */
async function twoAccounts() {
  const world = setup();
  const { chain } = world;
  chain.accounts.set(FRIEND, { free: toRao(TAO) });
  chain.positions = [
    position(300n * TAO),
    position(200n * TAO, { hotkey: OTHER }),
    position(50n * TAO, { netuid: ROOT_NETUID }),
    position(100n * TAO, { coldkey: FRIEND }),
  ];
  world.setAccounts([COLDKEY, FRIEND]);
  world.listen();
  await settle();
  return world;
}

const last = ({ shown }: { readonly shown: Portfolio[] }): Portfolio => {
  const found = shown.at(-1);
  if (found === undefined) throw new Error('nothing was shown');
  return found;
};
const paid = (exit: Portfolio['exits'][number]['exit'] | undefined): bigint => {
  if (exit?.is !== 'pays') throw new Error(`pays nothing: ${exit?.is}`);
  return exit.tao;
};
const groupOf = ({ exits }: Portfolio, netuid: number, coldkey?: string) =>
  exits.find((group) => group.netuid === netuid && group.coldkey === coldkey);

describe('what selling would pay', () => {
  test('is asked of the runtime in one wave: each position, each account and all accounts', async () => {
    const world = await twoAccounts();
    const portfolio = last(world);
    const blockNumber = portfolio.block.blockNumber;
    expect(world.chain.requests.filter((what) => what === 'simulateSells')).toHaveLength(1);
    const simulated = async (alpha: bigint) =>
      (await world.chain.simulateSell(SUBNET, toAlphaRao(alpha))).value.taoAmount;
    const expected = async (alpha: bigint) => ({ is: 'pays', tao: await simulated(alpha), blockNumber });
    expect(portfolio.positions[0]?.exit).toEqual(await expected(300n * TAO));
    expect(portfolio.positions[1]?.exit).toEqual(await expected(200n * TAO));
    expect(groupOf(portfolio, SUBNET, COLDKEY)?.exit).toEqual(await expected(500n * TAO));
    expect(groupOf(portfolio, SUBNET, FRIEND)?.exit).toEqual(portfolio.positions[3]?.exit);
    expect(groupOf(portfolio, SUBNET)?.exit).toEqual(await expected(600n * TAO));
    // One pool: sold together they pay less than the sum of sales alone.
    const alone = paid(portfolio.positions[0]?.exit) + paid(portfolio.positions[1]?.exit);
    expect(paid(groupOf(portfolio, SUBNET, COLDKEY)?.exit)).toBeLessThan(alone);
  });

  test('is 1:1 on root, without a simulation', async () => {
    const portfolio = last(await twoAccounts());
    expect(paid(portfolio.positions[2]?.exit)).toBe(50n * TAO);
    expect(paid(groupOf(portfolio, ROOT_NETUID)?.exit)).toBe(50n * TAO);
  });

  test('adds up to totals per account and over all, exactly', async () => {
    const { totals, accountTotals, ...portfolio } = last(await twoAccounts());
    const root = 50n * TAO;
    const all = { totals, accountTotals, ...portfolio };
    expect(totals).toMatchObject({ stakedExit: paid(groupOf(all, SUBNET)?.exit) + root, exitComplete: true });
    expect(accountTotals.map(({ address }) => address)).toEqual([COLDKEY, FRIEND]);
    expect(accountTotals[0]?.totals).toMatchObject({
      free: 100n * TAO,
      stakedExit: paid(groupOf(all, SUBNET, COLDKEY)?.exit) + root,
    });
    expect(accountTotals[1]?.totals).toMatchObject({
      free: TAO,
      stakedExit: paid(groupOf(all, SUBNET, FRIEND)?.exit),
    });
  });

  test('asks one simulation where position, account and all accounts are the same sale', async () => {
    const world = setup();
    const asked: unknown[] = [];
    const real = world.chain.simulateSells.bind(world.chain);
    world.chain.simulateSells = (sales) => {
      asked.push(...sales);
      return real(sales);
    };
    world.listen();
    await settle();
    expect(asked).toEqual([{ netuid: SUBNET, alpha: 7n }]);
  });

  test('says "cannot" where the runtime would fail, and counts it as nothing in a complete sum', async () => {
    const world = setup();
    world.chain.pools.set(2, { tao: 1n, alpha: 1n });
    world.chain.positions = [position(5000n, { netuid: toNetuid(2) })];
    world.listen();
    await settle();
    const portfolio = last(world);
    expect(portfolio.positions[0]?.exit).toEqual({ is: 'cannot', blockNumber: portfolio.block.blockNumber });
    expect(portfolio.totals).toMatchObject({ stakedExit: 0n, exitComplete: true });
  });

  test('is unknown on a runtime without simulation, and the sum says it is incomplete', async () => {
    const world = setup();
    world.chain.capabilitiesNow.quotes = false;
    world.chain.positions = [position(7n), position(9n, { netuid: ROOT_NETUID })];
    world.listen();
    await settle();
    const portfolio = last(world);
    expect(portfolio.positions[0]?.exit).toEqual({ is: 'unknown' });
    expect(portfolio.totals).toMatchObject({ stakedExit: 9n, exitComplete: false });
    expect(world.chain.requests).not.toContain('simulateSells');
  });

  test('that cannot be asked leaves the rest of the portfolio standing', async () => {
    const world = setup();
    world.chain.simulateSells = () => Promise.reject(new Error('no'));
    world.listen();
    await settle();
    expect(last(world)).toMatchObject({ positions: [{ alpha: 7n, exit: { is: 'unknown' } }] });
  });
});

describe('at later blocks', () => {
  test('nothing is simulated while neither amounts nor prices change, and a figure keeps its block', async () => {
    const world = await twoAccounts();
    const { blockNumber } = last(world).block;
    world.chain.requests = [];
    world.chain.mine(3);
    await settle();
    expect(world.chain.requests).not.toContain('simulateSells');
    world.chain.accounts.set(COLDKEY, { free: toRao(1n) });
    world.chain.mine();
    await settle();
    expect(last(world).block.blockNumber).toBeGreaterThan(blockNumber);
    expect(last(world).positions[0]?.exit).toMatchObject({ blockNumber });
  });

  test('a moved price has every sale of that subnet simulated again', async () => {
    const world = await twoAccounts();
    const before = paid(last(world).positions[0]?.exit);
    world.chain.pools.set(SUBNET, { tao: 500n * TAO, alpha: 3000n * TAO });
    world.chain.mine();
    await settle();
    expect(paid(last(world).positions[0]?.exit)).toBeLessThan(before);
    expect(last(world).exits.filter(({ netuid }) => netuid === SUBNET)).toMatchObject(
      [1, 2, 3].map(() => ({ exit: { blockNumber: last(world).block.blockNumber } })),
    );
  });

  test('a position that was mostly sold is not shown with what all of it would have paid', async () => {
    const world = await twoAccounts();
    world.chain.simulateSells = () => Promise.reject(new Error('no'));
    world.chain.positions = [position(TAO), ...world.chain.positions.slice(1)];
    world.chain.mine();
    await settle();
    expect(last(world).positions[0]?.exit).toEqual({ is: 'unknown' });
    expect(last(world).totals.exitComplete).toBe(false);
  });

  test('at most 64 are simulated a block, the most valuable at once and every one in the end', async () => {
    const world = setup();
    world.chain.positions = Array.from({ length: 150 }, (_, at) =>
      position((1000n + BigInt(at)) * 1_000_000n, { hotkey: hotkeyOf(at) }),
    );
    const waves: number[] = [];
    const real = world.chain.simulateSells.bind(world.chain);
    world.chain.simulateSells = (sales) => {
      waves.push(sales.length);
      return real(sales);
    };
    world.listen();
    await settle();
    expect(waves).toEqual([151]);
    const start = world.chain.best.blockNumber;
    for (let move = 1n; move <= 12n; move += 1n) {
      world.chain.pools.set(SUBNET, { tao: (1000n + move) * TAO, alpha: 3000n * TAO });
      world.chain.mine();
      await settle();
    }
    expect(waves.slice(1)).toEqual(Array.from({ length: 12 }, () => 64));
    const blocks = last(world).positions.map(({ exit }) => (exit.is === 'pays' ? exit.blockNumber : 0));
    expect(blocks.at(-1)).toBe(world.chain.best.blockNumber);
    expect(Math.min(...blocks)).toBeGreaterThan(start);
  });

  test('a figure of a fork that is gone is asked again', async () => {
    const world = await twoAccounts();
    world.chain.pools.set(SUBNET, { tao: 999n * TAO, alpha: 3000n * TAO });
    world.chain.mine();
    await settle();
    world.chain.requests = [];
    world.chain.blocks.length -= 1;
    world.chain.reorg(1);
    await settle();
    expect(world.chain.requests).toContain('simulateSells');
    expect(last(world).positions[0]?.exit).toMatchObject({ blockNumber: world.chain.best.blockNumber });
  });
});

describe('locks and root dividends', () => {
  test('show where something is locked, and nowhere else', async () => {
    const world = setup();
    const lock = { coldkey: COLDKEY, netuid: SUBNET, total: toAlphaRao(7n) };
    world.chain.availabilities = [
      { ...lock, locked: toAlphaRao(4n), available: toAlphaRao(3n) },
      { ...lock, netuid: toNetuid(2), locked: toAlphaRao(0n), available: toAlphaRao(7n) },
    ];
    world.listen();
    await settle();
    expect(last(world).locks).toEqual([{ ...lock, locked: 4n, available: 3n }]);
  });

  test('dividends of root positions are valued at spot and read again every ten blocks or when the stake changed', async () => {
    const world = setup();
    const reads = (): number => world.chain.requests.filter((what) => what === 'rootDividends').length;
    const row = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, threshold: toAlphaRao(5n) };
    world.chain.positions = [position(9n, { netuid: ROOT_NETUID })];
    world.chain.rootDividends = [{ ...row, claimed: 0n, owed: toAlphaRao(900n) }];
    world.listen();
    await settle();
    expect(last(world).rootDividends).toEqual([{ ...row, owed: 900n, spotValue: 299n }]);
    for (let block = 0; block < 9; block += 1) {
      world.chain.mine();
      await settle();
    }
    expect(reads()).toBe(1);
    world.chain.mine();
    await settle();
    expect(reads()).toBe(2);
    world.chain.positions = [position(10n, { netuid: ROOT_NETUID })];
    for (let block = 0; block < 3; block += 1) {
      world.chain.mine();
      await settle();
    }
    expect(reads()).toBe(3);
  });

  test('a block that reads dividends simulates nothing, and the one after it does, even when the reading fails', async () => {
    const world = setup();
    world.chain.positions = [position(9n, { netuid: ROOT_NETUID }), position(700n * TAO)];
    world.chain.getRootDividends = () => {
      world.chain.requests.push('rootDividends');
      return Promise.reject(new Error('no'));
    };
    world.listen();
    await settle();
    const seen: string[][] = [];
    for (let move = 1n; move <= 6n; move += 1n) {
      world.chain.pools.set(SUBNET, { tao: (1000n + move) * TAO, alpha: 3000n * TAO });
      world.chain.requests = [];
      world.chain.mine();
      await settle();
      seen.push(world.chain.requests.filter((what) => what === 'rootDividends' || what === 'simulateSells'));
    }
    expect(seen.every((what) => what.length === 1)).toBe(true);
    expect(new Set(seen.flat())).toEqual(new Set(['rootDividends', 'simulateSells']));
  });

  test('dividends counted with a root stake that changed meanwhile are not shown', async () => {
    const world = setup();
    world.chain.positions = [position(9n, { netuid: ROOT_NETUID })];
    const row = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, threshold: toAlphaRao(5n) };
    const real = world.chain.getStakePositions.bind(world.chain);
    world.chain.rootDividends = [{ ...row, claimed: 0n, owed: toAlphaRao(900n) }];
    let reading = 0;
    world.chain.getStakePositions = (coldkeys) => {
      reading += 1;
      if (reading === 2) world.chain.positions = [position(10n, { netuid: ROOT_NETUID })];
      return real(coldkeys);
    };
    world.listen();
    await settle();
    expect(last(world).positions[0]?.alpha).toBe(10n);
    expect(last(world).rootDividends).toEqual([]);
    world.chain.mine(2);
    await settle();
    expect(last(world).rootDividends).toHaveLength(1);
  });
});
