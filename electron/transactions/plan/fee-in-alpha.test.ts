import { describe, expect, test } from 'vitest';
import { toAlphaRao, toRao } from '../../../shared/units/index.ts';
import { sellIn } from '../testing/markets.test-support.ts';
import {
  moveOf as move,
  OTHER_SUBNET,
  obstaclesOf,
  planWorld,
  positionOf,
  quoteOf,
  transferOf as transfer,
} from '../testing/plan-world.test-support.ts';
import { COLDKEY, FRIEND, SUBNET, TAO } from '../testing/setup.test-support.ts';
import { planIntent } from './index.ts';

describe('a fee that free TAO cannot pay', () => {
  const poor = () => {
    const world = planWorld();
    world.chain.accounts.set(COLDKEY, { free: toRao(1000n) });
    return world;
  };

  test('is paid by the position the call takes from, and the rest is what the call works on', async () => {
    const world = poor();
    const { quote, effects } = await planIntent(transfer({ all: true }), world.context);
    // 135,261 rao at 0.1 TAO per alpha, and a hundredth more
    expect(quote.feeInAlpha?.amount).toBe(1_366_137n);
    expect(quote.obstacles).toEqual([]);
    expect(quote.warnings.map(({ code }) => code)).toContain('fee_in_alpha');
    expect(quote.pay?.amount).toBe(50n * TAO - 1_366_137n);
    expect(effects[0]).toMatchObject({ subject: 'free_balance', before: 1000n, after: 1000n });
    expect(effects[1]).toMatchObject({ subject: 'stake_position', after: 0n, exact: false });
  });

  test('is as much alpha as fetches it from a pool for which it is a lot, and refused where none does', async () => {
    const world = poor();
    const pool = { tao: 2_000_000n, alpha: 20_000_000n };
    world.chain.pools.set(SUBNET, pool);
    const { quote } = await planIntent(transfer({ all: true }), world.context);
    const alpha = quote.feeInAlpha?.amount ?? 0n;
    expect(alpha).toBeGreaterThan(1_366_137n);
    expect(sellIn(pool, alpha).out).toBeGreaterThanOrEqual(quote.networkFee);
    expect(sellIn(pool, (alpha * 98n) / 100n).out).toBeLessThan(quote.networkFee);
    expect(quote.pay?.amount).toBe(50n * TAO - alpha);

    world.chain.pools.set(SUBNET, { tao: 100_000n, alpha: 1_000_000n });
    expect(await obstaclesOf(world, transfer({ all: true }))).toContain('tx.fee_alpha_unpayable');
  });

  test('of two calls that each could pay it alone is said to take two steps', async () => {
    const world = poor();
    expect((await quoteOf(world, move({ toNetuid: OTHER_SUBNET }))).obstacles).toEqual([
      { error: { code: 'tx.two_steps_needed', facts: { reason: 'fee', fee: '135261' } } },
    ]);
    expect(await obstaclesOf(world, move({}))).toEqual([]);
    world.chain.capabilitiesNow.alphaFees = false;
    expect(await obstaclesOf(world, move({ toNetuid: OTHER_SUBNET }))).toEqual(['tx.fee_unpayable']);
  });

  test('never comes from what a lock holds, though the lock itself goes along or does not mind', async () => {
    const world = poor();
    world.chain.transferGuards = { transfersAllowed: true, acceptsLocked: true };
    // One unit less than the fee takes.
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(1_366_136n) };
    for (const wish of [transfer({ all: true }), transfer(), move()]) {
      expect((await quoteOf(world, wish)).obstacles).toEqual([
        {
          error: {
            code: 'tx.fee_alpha_unpayable',
            facts: { netuid: 1, symbol: 'α', fee: '135261', available: '1366136', held: String(50n * TAO) },
          },
        },
      ]);
    }
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(1_366_137n) };
    const { quote, effects } = await planIntent(transfer({ all: true }), world.context);
    expect(quote.obstacles).toEqual([]);
    expect(quote.feeInAlpha?.amount).toBe(1_366_137n);
    // All that is left is locked, and goes along.
    expect(quote.warnings[0]?.facts['amount']).toBe(String(50n * TAO - 1_366_137n));
    expect(effects[2]).toMatchObject({ address: FRIEND, after: 50n * TAO - 1_366_137n });
    expect(await obstaclesOf(world, move())).toEqual([]);
  });

  test('leaves the less of what no lock holds to those who may not take the lock along', async () => {
    const world = poor();
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(4n * TAO) };
    const [rejects] = (await quoteOf(world, transfer())).obstacles;
    expect(rejects?.error.code).toBe('tx.recipient_rejects_lock');
    const amount = 4n * TAO - 1_366_137n;
    expect(rejects?.suggestion?.amount).toBe(amount);
    expect(await obstaclesOf(world, transfer({ amount: toAlphaRao(amount) }))).toEqual([]);
    expect(await obstaclesOf(world, transfer({ amount: toAlphaRao(amount + 1n) }))).toEqual([
      'tx.recipient_rejects_lock',
    ]);
  });

  test('is not promised where nobody says what locks hold', async () => {
    const world = poor();
    world.chain.omitsAvailability = true;
    const quote = await quoteOf(world, move());
    expect(quote.obstacles).toEqual([]);
    expect(quote.warnings).toContainEqual({ code: 'locks_unknown', facts: { locks: 'fee' } });
    expect((await quoteOf(world, transfer())).warnings.filter(({ code }) => code === 'locks_unknown')).toEqual([
      { code: 'locks_unknown', facts: { locks: 'go_along' } },
    ]);
  });

  test('of a batch is paid in TAO alone, whatever locks hold', async () => {
    const world = poor();
    const batch = { kind: 'stake.batch', coldkey: COLDKEY, steps: [transfer(), move()] } as const;
    expect(await obstaclesOf(world, { ...batch, steps: [...batch.steps] })).toEqual(['tx.fee_unpayable']);
  });

  test('is not said to take two steps where a lock lets neither of them pay', async () => {
    const world = poor();
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(1_366_136n) };
    expect(await obstaclesOf(world, move({ toNetuid: OTHER_SUBNET }))).toEqual([
      'tx.stake_locked',
      'tx.fee_alpha_unpayable',
    ]);
  });

  test('is refused where the position is too small or the runtime does not do it', async () => {
    const world = poor();
    world.chain.positions = [positionOf(SUBNET, 1_366_137n)];
    expect(await obstaclesOf(world, transfer({ all: true }))).toContain('tx.fee_alpha_unpayable');
    world.chain.capabilitiesNow.alphaFees = false;
    expect(await obstaclesOf(world, transfer({ all: true }))).toContain('tx.fee_unpayable');
  });
});
