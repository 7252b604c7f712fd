import { afterEach, beforeEach, expect, test } from 'vitest';
import { toAlphaRao, toRao } from '../../../shared/units/index.ts';
import {
  COLDKEY,
  createWorld,
  FRIEND,
  PASSWORD,
  SUBNET,
  settle,
  TAO,
  type World,
} from '../testing/setup.test-support.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
  world.transactions.resume();
});
afterEach(() => world.dispose());

async function carryOut(): Promise<void> {
  const wish = { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(TAO) } as const;
  const review = await world.transactions.review(wish);
  world.read();
  await world.transactions.approve({ ...review, password: PASSWORD });
  await settle();
}

test('a transaction whose fee alpha paid keeps how much of it and of which subnet, also when it failed', async () => {
  const inAlpha = { fee: toRao(135_300n), feeInAlpha: { netuid: SUBNET, alpha: toAlphaRao(1_353_677n) } };
  const kept = { asset: { kind: 'alpha', netuid: SUBNET, symbol: 'α' }, amount: 1_353_677n };
  await carryOut();
  world.chain.include(world.chain.submitted[0]?.hash ?? '', {
    error: 'SubtensorModule.StakeUnavailable',
    ...inAlpha,
  });
  await settle();
  expect(world.entries()[0]).toMatchObject({ state: 'failed', feeInAlpha: kept });
  expect(world.entries()[0]?.error?.facts).toEqual({
    error: 'SubtensorModule.StakeUnavailable',
    feeInAlpha: '1353677',
    netuid: SUBNET,
    symbol: 'α',
  });
  world.chain.reorg(1);
  await settle();
  expect(world.entries()[0]).not.toHaveProperty('feeInAlpha');
  world.chain.include(world.chain.submitted[0]?.hash ?? '', inAlpha);
  world.chain.finalize();
  await settle();
  expect(world.entries()[0]).toMatchObject({ state: 'finalized', feeInAlpha: kept });
  world.restart();
  expect(world.entries()[0]?.feeInAlpha).toEqual(kept);
});
