import { describe, expect, test } from 'vitest';
import type { Portfolio } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import { ROOT_NETUID, toRao } from '../../shared/units/index.ts';
import type { FakeChain } from '../transactions/testing/fake-chain.test-support.ts';
import { COLDKEY, FRIEND, settle, TAO } from '../transactions/testing/setup.test-support.ts';
import { hold, newChain, position, setup } from './setup.test-support.ts';

type World = ReturnType<typeof setup>;

/** A block in which the position has so much alpha in so many shares. */
async function block({ chain }: World, alpha: bigint, shares: bigint): Promise<void> {
  hold(chain, { position: position(alpha), shares });
  chain.mine();
  await settle();
}
async function quietBlocks({ chain }: World, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    chain.mine();
    await settle();
  }
}
/** Blocks that nobody looks at. */
function unseen({ chain }: World, count: number): void {
  const { online } = chain;
  chain.online = false;
  chain.mine(count);
  chain.online = online;
}
const setNonce = ({ chain }: World, nonce: number, free = 100n * TAO): void => {
  chain.accounts.set(COLDKEY, { free: toRao(free), nonce });
};
const earned = ({ shown }: World): Portfolio['positions'][number]['earned'] => shown.at(-1)?.positions[0]?.earned;
const values = async ({ service }: World, coldkey?: typeof COLDKEY): Promise<number[]> =>
  (await service.history({ coldkey, sinceMs: 0 })).map(({ blockNumber }) => blockNumber);

async function watching(): Promise<World> {
  const world = setup();
  world.listen();
  await settle();
  return world;
}

describe('what a position earned', () => {
  test('is absent before a second sample, then what grew while the shares stood still', async () => {
    const world = await watching();
    const from = world.chain.best.blockNumber;
    expect(world.shown.at(-1)?.positions).toHaveLength(1);
    expect(earned(world)).toBeUndefined();
    await block(world, 10n, 7n);
    expect(earned(world)).toEqual({ alpha: 3n, fromBlock: from, fromTimeMs: 1_700_000_000_000, exact: true });
  });

  test('does not count a deposit or a withdrawal, and stays exact while every block is seen', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    await quietBlocks(world, 3);
    setNonce(world, 1);
    await block(world, 20n, 14n);
    setNonce(world, 2);
    await block(world, 10n, 7n);
    await block(world, 12n, 7n);
    expect(earned(world)).toMatchObject({ alpha: 5n, exact: true });
  });

  test('becomes "at least" where the position changed while nobody looked', async () => {
    const world = await watching();
    unseen(world, 5);
    setNonce(world, 1);
    await block(world, 40n, 14n); // a share rose from 1 to 2.86: the 7 that stayed gained 13
    expect(earned(world)).toMatchObject({ alpha: 13n, exact: false });
  });

  test('goes on over a restart, and over a time in which the position was gone', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    world.restart();
    await settle();
    expect(earned(world)).toMatchObject({ alpha: 3n, exact: true });
    setNonce(world, 1);
    hold(world.chain);
    world.chain.mine();
    await settle();
    expect(world.shown.at(-1)?.positions).toEqual([]);
    setNonce(world, 2);
    await block(world, 50n, 30n);
    await block(world, 52n, 30n);
    expect(earned(world)).toMatchObject({ alpha: 5n, exact: true });
  });

  test('on root counts claims that need no transaction of the account', async () => {
    const world = await watching();
    const root = (amount: bigint): void =>
      hold(world.chain, { position: position(amount, { netuid: ROOT_NETUID }), shares: amount });
    root(100n);
    await quietBlocks(world, 1);
    root(104n);
    await quietBlocks(world, 2); // one of them reads root dividends instead of shares
    expect(earned(world)).toMatchObject({ alpha: 4n, exact: true });
  });

  test('stays exact when a deposit falls into a block that reads root dividends', async () => {
    const world = await watching();
    const both = (alpha: bigint, shares: bigint, root: bigint): void =>
      hold(
        world.chain,
        { position: position(alpha), shares },
        { position: position(root, { netuid: ROOT_NETUID }), shares: root },
      );
    both(10n, 7n, 100n);
    await quietBlocks(world, 1); // the root position is new: the next block asks what it is owed
    setNonce(world, 1);
    both(20n, 14n, 100n);
    world.chain.requests = [];
    await quietBlocks(world, 1);
    expect(world.chain.requests).toEqual(expect.arrayContaining(['rootDividends', 'shares']));
    expect(earned(world)).toMatchObject({ alpha: 3n, exact: true });
  });

  test('waits for shares of the very block', async () => {
    const world = await watching();
    const real = world.chain.getPositionShares.bind(world.chain);
    world.chain.getPositionShares = async (wanted) => ({
      ...(await real(wanted)),
      block: { blockNumber: 1, blockHash: `0x${'00'.repeat(32)}` },
    });
    await block(world, 10n, 7n);
    expect(earned(world)).toBeUndefined();
    world.chain.getPositionShares = real;
    await quietBlocks(world, 1);
    expect(earned(world)).toMatchObject({ alpha: 3n });
  });

  test('since a date begins at the sample before it', async () => {
    const world = await watching();
    const hour = async (alpha: bigint): Promise<number> => {
      world.clock.wallMs += 3_600_000;
      await block(world, alpha, 7n);
      return world.clock.wallMs;
    };
    await hour(10n);
    const second = await hour(11n);
    await hour(15n);
    const since = async (sinceMs: number) => (await world.service.earnedSince({ sinceMs }))[0]?.earned;
    expect(await since(second)).toMatchObject({ alpha: 4n, fromTimeMs: second, exact: true });
    expect(await since(second + 5)).toMatchObject({ alpha: 4n });
    expect(await since(0)).toMatchObject({ alpha: 8n });
    expect(await since(world.clock.wallMs)).toMatchObject({ alpha: 0n });
  });
});

describe('a fork', () => {
  test('that drops a sampled block takes its samples back', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    await block(world, 1000n, 7n);
    hold(world.chain, { position: position(11n), shares: 7n });
    world.chain.reorg(1);
    await settle();
    expect(earned(world)).toMatchObject({ alpha: 4n, exact: true });
  });

  test('found only blocks later takes them back as well', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    setNonce(world, 1);
    await block(world, 1000n, 700n);
    setNonce(world, 0);
    hold(world.chain, { position: position(11n), shares: 7n });
    const { listeners } = world.chain;
    expect(listeners).toBe(1);
    unseen(world, 1);
    world.chain.reorg(2); // the block with the deposit and the one after it
    await settle();
    await quietBlocks(world, 1);
    expect(earned(world)).toMatchObject({ alpha: 4n, exact: true });
  });

  test('to a lower head takes back what was above it', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    await block(world, 1200n, 7n);
    hold(world.chain, { position: position(9n), shares: 7n });
    world.chain.blocks.length -= 1;
    world.chain.reorg(1);
    await settle();
    expect(earned(world)).toMatchObject({ alpha: 2n, exact: true });
    await block(world, 11n, 7n);
    expect(earned(world)).toMatchObject({ alpha: 4n, exact: true });
  });

  test('of a chain begun anew behind one genesis forgets what another chain told', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    const anew = newChain();
    anew.fork = 77;
    anew.reorg(9);
    hold(anew, { position: position(500n), shares: 500n });
    world.useChain(anew);
    anew.mine(3);
    await settle();
    expect(world.shown.at(-1)?.positions).toMatchObject([{ alpha: 500n }]);
    expect(earned(world)).toBeUndefined();
  });

  test('is no fork when a node is merely behind: nothing is forgotten', async () => {
    const world = await watching();
    await block(world, 10n, 7n);
    await quietBlocks(world, 5);
    const { blocks } = world.chain;
    const tip = blocks.splice(-3);
    world.chain.finalize(blocks.length - 2);
    await settle();
    blocks.push(...tip);
    await quietBlocks(world, 1);
    expect(earned(world)).toMatchObject({ alpha: 3n, exact: true });
  });
});

describe('samples of value', () => {
  test('begin at the first reading, of every account and of all together', async () => {
    const world = setup();
    world.chain.accounts.set(FRIEND, { free: toRao(TAO) });
    world.setAccounts([COLDKEY, FRIEND]);
    world.listen();
    await settle();
    const of = (coldkey?: typeof COLDKEY) => world.service.history({ coldkey, sinceMs: 0 });
    expect(await of()).toMatchObject([{ free: 101n * TAO, reserved: 2n * TAO, stakedSpot: 2n, stakedExit: 1n }]);
    expect(await of(FRIEND)).toMatchObject([{ free: TAO, stakedSpot: 0n, stakedExit: 0n }]);
  });

  test('leave out what the exit values do not cover', async () => {
    const world = setup();
    world.chain.capabilitiesNow.quotes = false;
    world.listen();
    await settle();
    expect((await world.service.history({ sinceMs: 0 }))[0]).not.toHaveProperty('stakedExit');
  });

  test('follow by the hour of the chain, not before', async () => {
    const world = await watching();
    const [first = 0] = await values(world);
    unseen(world, 298);
    await quietBlocks(world, 3);
    expect(await values(world)).toEqual([first, first + 300]);
  });

  test('follow by the epoch of root where its tempo is known', async () => {
    const world = await watching();
    const [first = 0] = await values(world);
    const [apex] = world.chain.subnets;
    if (apex === undefined) throw new Error('no subnet');
    world.chain.subnets = [apex, { ...apex, netuid: ROOT_NETUID, tempo: 100 }];
    unseen(world, 10);
    await world.service.subnets();
    unseen(world, 89);
    await quietBlocks(world, 3);
    expect(await values(world)).toEqual([first, first + 101]);
  });

  test('follow a transaction of the account at once', async () => {
    const world = await watching();
    const [first = 0] = await values(world);
    setNonce(world, 1, 99n * TAO);
    await quietBlocks(world, 2);
    expect(await values(world)).toEqual([first, first + 1]);
    expect(await values(world, COLDKEY)).toEqual([first, first + 1]);
  });

  test('follow a change by more than a hundredth, at most every ten minutes', async () => {
    const world = await watching();
    const [first = 0] = await values(world);
    setNonce(world, 0, 50n * TAO);
    await quietBlocks(world, 3);
    expect(await values(world)).toEqual([first]);
    unseen(world, 46);
    await quietBlocks(world, 3);
    expect(await values(world)).toEqual([first, first + 50]);
  });

  test('survive a restart and stay with their chain', async () => {
    const world = await watching();
    const before = await values(world);
    world.restart();
    await settle();
    expect(await values(world)).toEqual(before);
    const other = newChain();
    other.runtimeNow.genesisHash = `0x${'99'.repeat(32)}`;
    other.mine(4);
    world.useChain(other);
    await settle();
    expect(await values(world)).toEqual([other.best.blockNumber]);
  });

  test('that the disk refuses take nothing from the portfolio', async () => {
    const world = setup();
    world.samples.record = () => {
      throw new AppError('disk.full');
    };
    world.listen();
    await settle();
    expect(world.shown.at(-1)?.positions).toHaveLength(1);
    expect(world.warnings).toContainEqual({ code: 'disk.full' });
  });
});

test('nobody is sampled who is not among the accounts', async () => {
  const world = setup();
  const own: FakeChain = world.chain;
  hold(own, { position: position(7n), shares: 7n }, { position: position(9n, { coldkey: FRIEND }), shares: 9n });
  world.listen();
  await settle();
  expect(await values(world, FRIEND)).toEqual([]);
  expect((await world.service.earnedSince({ sinceMs: 0 })).map(({ coldkey }) => coldkey)).toEqual([COLDKEY]);
});
