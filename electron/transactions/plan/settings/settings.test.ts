import { describe, expect, test } from 'vitest';
import { toAlphaRao, toNetuid, toRao, toTake } from '../../../../shared/units/index.ts';
import {
  callsOf,
  OTHER_HOTKEY,
  obstaclesOf,
  planWorld,
  positionOf,
  quoteOf,
  ROOT,
} from '../../testing/plan-world.test-support.ts';
import { COLDKEY, HOTKEY, SUBNET, TAO } from '../../testing/setup.test-support.ts';
import { planIntent } from '../index.ts';

const owner = { coldkey: COLDKEY, hotkey: HOTKEY };

describe('an auto-stake destination', () => {
  const wish = { kind: 'autoStake.set', ...owner, netuid: SUBNET } as const;
  const neuron = { hotkey: HOTKEY, uid: 0, permit: true, dividends: 0, lastUpdate: 0 };

  test('must be registered on the subnet, and another one than now', async () => {
    const world = planWorld();
    expect(await obstaclesOf(world, wish)).toEqual(['tx.not_registered_here']);
    world.chain.neurons.set(SUBNET, [neuron]);
    world.chain.autoStakes = [{ coldkey: COLDKEY, netuid: SUBNET, hotkey: OTHER_HOTKEY }];
    const { changes, quote } = await planIntent(wish, world.context);
    expect(quote.obstacles).toEqual([]);
    expect(changes).toEqual([{ subject: 'auto_stake', netuid: SUBNET, before: OTHER_HOTKEY, after: HOTKEY }]);
    world.chain.autoStakes = [{ coldkey: COLDKEY, netuid: SUBNET, hotkey: HOTKEY }];
    expect(await obstaclesOf(world, wish)).toEqual(['tx.already_set']);
  });
});

describe('a claim type', () => {
  const wish = (claimType: object) => ({ kind: 'root.claimType', coldkey: COLDKEY, claimType }) as never;

  test('is set with each subnet once, in order, and shown before and after', async () => {
    const world = planWorld();
    const netuids = [toNetuid(7), toNetuid(2), toNetuid(7)];
    const { changes } = await planIntent(wish({ is: 'keep_subnets', netuids }), world.context);
    expect(changes).toEqual([{ subject: 'claim_type', before: 'swap', after: 'keep_subnets 2 7' }]);
    world.chain.claimTypes = [
      { coldkey: COLDKEY, claimType: { is: 'keep_subnets', netuids: [toNetuid(2), toNetuid(7)] } },
    ];
    expect(await obstaclesOf(world, wish({ is: 'keep_subnets', netuids }))).toEqual(['tx.already_set']);
    expect(await obstaclesOf(world, wish({ is: 'keep' }))).toEqual([]);
  });

  test('of now is already set: nobody who set none sells by default twice', async () => {
    expect(await obstaclesOf(planWorld(), wish({ is: 'swap' }))).toEqual(['tx.already_set']);
  });
});

describe('a claim of root dividends', () => {
  const wish = { kind: 'root.claim', coldkey: COLDKEY, netuids: [toNetuid(2), SUBNET] } as const;
  const owed = { ...owner, netuid: SUBNET, owed: toAlphaRao(600_000n), claimed: 0n, threshold: toAlphaRao(500_000n) };

  test('needs something owed above the threshold on one of the subnets', async () => {
    const world = planWorld();
    for (const rows of [[], [{ ...owed, owed: toAlphaRao(499_999n) }], [{ ...owed, netuid: toNetuid(3) }]]) {
      world.chain.rootDividends = rows;
      expect(await obstaclesOf(world, { ...wish, netuids: [...wish.netuids] })).toEqual(['tx.nothing_to_claim']);
    }
    world.chain.rootDividends = [owed];
    expect(await callsOf(world, { ...wish, netuids: [...wish.netuids] })).toEqual([
      { call: 'claim_root', subnets: [1n, 2n] },
    ]);
    expect(await obstaclesOf(world, { ...wish, netuids: [...wish.netuids] })).toEqual([]);
  });
});

describe('what a claim would pay', () => {
  const owed = (netuid: number, amount: bigint, hotkey = HOTKEY) => ({
    coldkey: COLDKEY,
    hotkey,
    netuid: toNetuid(netuid),
    owed: toAlphaRao(amount),
    claimed: 0n,
    threshold: toAlphaRao(500_000n),
  });
  const wish = (...netuids: number[]) => ({
    kind: 'root.claim' as const,
    coldkey: COLDKEY,
    netuids: netuids.map((netuid) => toNetuid(netuid)),
  });
  const alphaOf = (netuid: number, amount: bigint) => ({ asset: { kind: 'alpha', netuid, symbol: 'α' }, amount });

  test('is the simulated sale of all that reaches the threshold, subnet by subnet', async () => {
    const world = planWorld();
    world.chain.rootDividends = [
      owed(1, 2n * TAO),
      owed(1, TAO, OTHER_HOTKEY),
      owed(1, 499_999n, OTHER_HOTKEY),
      owed(2, TAO),
    ];
    world.chain.positions.push(positionOf(ROOT, TAO, OTHER_HOTKEY));
    const { value: first } = await world.chain.simulateSell(SUBNET, toAlphaRao(3n * TAO));
    const { value: second } = await world.chain.simulateSell(toNetuid(2), toAlphaRao(TAO));
    expect((await quoteOf(world, wish(2, 1))).claims).toEqual([
      {
        netuid: 1,
        owed: alphaOf(1, 3n * TAO),
        becomes: 'sold',
        receive: { asset: { kind: 'tao' }, amount: first.taoAmount },
      },
      {
        netuid: 2,
        owed: alphaOf(2, TAO),
        becomes: 'sold',
        receive: { asset: { kind: 'tao' }, amount: second.taoAmount },
      },
    ]);
  });

  test('is the alpha itself where the account keeps it', async () => {
    const world = planWorld();
    world.chain.rootDividends = [owed(1, TAO), owed(2, TAO)];
    world.chain.claimTypes = [{ coldkey: COLDKEY, claimType: { is: 'keep_subnets', netuids: [toNetuid(2)] } }];
    const claims = (await quoteOf(world, wish(1, 2))).claims ?? [];
    expect(claims.map(({ becomes }) => becomes)).toEqual(['sold', 'kept']);
    expect(claims[1]?.receive).toEqual(alphaOf(2, TAO));
  });

  test('is not guessed where nothing can be simulated, nor where the pool cannot buy', async () => {
    const world = planWorld();
    world.chain.rootDividends = [owed(1, TAO)];
    world.chain.pools.delete(1);
    expect((await quoteOf(world, wish(1))).claims).toEqual([{ netuid: 1, owed: alphaOf(1, TAO), becomes: 'left' }]);
    world.chain.capabilitiesNow.quotes = false;
    expect((await quoteOf(world, wish(1))).claims).toEqual([{ netuid: 1, owed: alphaOf(1, TAO), becomes: 'sold' }]);
  });
});

describe('a root basket', () => {
  test('is claimed only when it owes something, and what it owes joins the root stake', async () => {
    const world = planWorld();
    const wish = { kind: 'basket.claim', ...owner } as const;
    expect(await obstaclesOf(world, wish)).toEqual(['tx.nothing_to_claim']);
    world.chain.baskets = [{ ...owner, owed: toRao(2n * TAO), threshold: toRao(500_000n) }];
    const { quote, effects } = await planIntent(wish, world.context);
    expect(quote).toMatchObject({ obstacles: [], receive: { asset: { kind: 'tao' }, amount: 2n * TAO } });
    expect(effects[1]).toMatchObject({ before: 5n * TAO, after: 7n * TAO, exact: false });
    world.chain.baskets = [{ ...owner, owed: toRao(499_999n), threshold: toRao(500_000n) }];
    expect(await obstaclesOf(world, wish)).toEqual(['tx.nothing_to_claim']);
  });

  test('is bought with what the balance has beyond the fee', async () => {
    const world = planWorld();
    const wish = (amount: bigint) => ({ kind: 'basket.buy', ...owner, amount: toRao(amount) }) as const;
    expect(await obstaclesOf(world, wish(10n * TAO))).toEqual([]);
    expect((await quoteOf(world, wish(10n * TAO))).warnings.map(({ code }) => code)).toContain('no_price_limit');
    const [found] = (await quoteOf(world, wish(100n * TAO))).obstacles;
    expect(found?.error.code).toBe('tx.insufficient_balance');
    expect(found?.suggestion?.amount).toBe(100n * TAO - world.chain.fee - 500n);
    expect(await obstaclesOf(world, wish(0n))).toEqual(['intent.amount_zero']);
  });
});

describe('a take', () => {
  const wish = (take: number) => ({ kind: 'take.set', ...owner, take: toTake(take) }) as const;
  const own = { ...owner, take: toTake(6000), takeChangedAt: 0, subnets: [] };

  test('goes up by one call and down by the other, and is shown before and after', async () => {
    const world = planWorld();
    world.chain.ownHotkeys = [own];
    expect(await callsOf(world, wish(7000))).toEqual([{ call: 'increase_take', hotkey: HOTKEY, take: 7000n }]);
    expect(await callsOf(world, wish(5000))).toEqual([{ call: 'decrease_take', hotkey: HOTKEY, take: 5000n }]);
    const { changes, quote } = await planIntent(wish(7000), world.context);
    expect(quote.obstacles).toEqual([]);
    expect(changes).toEqual([{ subject: 'take', hotkey: HOTKEY, before: '6000', after: '7000' }]);
  });

  test('has bounds, a pace for raising, and an owner', async () => {
    const world = planWorld();
    expect(await obstaclesOf(world, wish(5000))).toEqual(['tx.not_own_hotkey']);
    world.chain.ownHotkeys = [own];
    world.chain.takeBounds = { takeMin: toTake(100), takeMax: toTake(11_796), takeRateLimit: 20 };
    expect(await obstaclesOf(world, wish(6000))).toEqual(['tx.already_set']);
    expect((await quoteOf(world, wish(11_797))).obstacles).toEqual([
      { error: { code: 'tx.take_too_high', facts: { maximum: 11_796 } } },
    ]);
    expect((await quoteOf(world, wish(99))).obstacles).toEqual([
      { error: { code: 'tx.take_too_low', facts: { minimum: 100 } } },
    ]);
  });

  test('raised in a block is raised again only more than the limit later', async () => {
    const world = planWorld();
    world.chain.takeBounds = { takeMin: toTake(0), takeMax: toTake(11_796), takeRateLimit: 4 };
    world.chain.ownHotkeys = [{ ...own, takeChangedAt: world.chain.best.blockNumber }];
    expect((await quoteOf(world, wish(7000))).obstacles).toEqual([
      { error: { code: 'tx.take_too_soon', facts: { blocks: 4, fromBlock: world.chain.best.blockNumber + 5 } } },
    ]);
    expect(await obstaclesOf(world, wish(5000))).toEqual([]);
    world.chain.mine(4);
    expect(await obstaclesOf(world, wish(7000))).toEqual([]);
  });
});

test('nothing is signed for an account in the way of which something stands', async () => {
  const world = planWorld();
  world.chain.guards = { ...world.chain.guards, safeMode: true };
  const wish = { kind: 'root.claimType', coldkey: COLDKEY, claimType: { is: 'keep' } } as const;
  expect(await obstaclesOf(world, wish)).toEqual(['tx.safe_mode']);
  world.chain.guards = { ...world.chain.guards, safeMode: false };
  world.chain.accounts.set(COLDKEY, { free: toRao(100n) });
  expect(await obstaclesOf(world, wish)).toEqual(['tx.fee_unpayable']);
});
