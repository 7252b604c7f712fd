import { describe, expect, test } from 'vitest';
import { toAlphaRao, toPpm } from '../../../../shared/units/index.ts';
import {
  callsOf,
  moveOf as move,
  OTHER_HOTKEY,
  OTHER_SUBNET,
  obstaclesOf,
  planWorld,
  positionOf,
  quoteOf,
  ROOT,
  TOLERANCE,
  transferOf as transfer,
  warningsOf,
} from '../../testing/plan-world.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../../testing/setup.test-support.ts';
import { planIntent } from '../index.ts';
import type { IntentOf } from '../planner.ts';

const from = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, amount: toAlphaRao(10n * TAO), all: false };
const swap = (change: Partial<IntentOf<'stake.swap'>> = {}): IntentOf<'stake.swap'> => ({
  kind: 'stake.swap',
  ...from,
  toNetuid: OTHER_SUBNET,
  tolerance: TOLERANCE,
  allowPartial: false,
  ...change,
});

describe('a move to another validator', () => {
  test('on the same subnet trades nothing: no price, no limit, no tolerance needed', async () => {
    const world = planWorld();
    const quote = await quoteOf(world, move({ tolerance: toPpm(0) }));
    expect(await callsOf(world, move())).toEqual([
      {
        call: 'move_stake',
        origin_hotkey: HOTKEY,
        destination_hotkey: OTHER_HOTKEY,
        origin_netuid: 1n,
        destination_netuid: 1n,
        alpha_amount: 10n * TAO,
      },
    ]);
    expect(quote).toMatchObject({ obstacles: [], warnings: [], legs: [], receive: { amount: 10n * TAO } });
    expect(quote).not.toHaveProperty('limitPrice');
    expect(quote).not.toHaveProperty('price');
  });

  test('on another subnet is one atomic batch: there within the subnet, then across within a limit', async () => {
    const world = planWorld();
    const quote = await quoteOf(world, move({ toNetuid: OTHER_SUBNET, all: true }));
    const [first, second, ...more] = await callsOf(world, move({ toNetuid: OTHER_SUBNET, all: true }));
    expect(first).toMatchObject({ call: 'move_stake', destination_netuid: 1n, alpha_amount: 50n * TAO });
    expect(second).toMatchObject({
      call: 'swap_stake_limit',
      hotkey: OTHER_HOTKEY,
      destination_netuid: 2n,
      alpha_amount: 50n * TAO,
      limit_price: quote.limitPrice,
      allow_partial: false,
    });
    expect(more).toEqual([]);
    expect(quote.limitUnit).toBe('alpha_per_alpha');
    expect(quote.legs.map(({ side, netuid }) => [side, netuid])).toEqual([
      ['sell', SUBNET],
      ['buy', OTHER_SUBNET],
    ]);
  });

  test('on another subnet is one call where the runtime limits moves, and unlimited with a warning where nothing is', async () => {
    const world = planWorld();
    world.chain.capabilitiesNow.moveStakeLimit = true;
    const [only] = await callsOf(world, move({ toNetuid: OTHER_SUBNET }));
    expect(only).toMatchObject({ call: 'move_stake_limit', destination_netuid: 2n, allow_partial: false });
    Object.assign(world.chain.capabilitiesNow, {
      moveStakeLimit: false,
      swapStakeLimit: false,
      limitStaking: false,
      quotes: false,
    });
    expect(await callsOf(world, move({ toNetuid: OTHER_SUBNET }))).toMatchObject([{ call: 'move_stake' }]);
    expect(await warningsOf(world, move({ toNetuid: OTHER_SUBNET }))).toContain('no_price_limit');
  });

  test('on another subnet takes two steps where stake may not move twice in a block', async () => {
    const world = planWorld();
    world.chain.capabilitiesNow.oneStakeCallPerBlock = true;
    expect(await obstaclesOf(world, move({ toNetuid: OTHER_SUBNET }))).toEqual(['tx.two_steps_needed']);
    expect(await obstaclesOf(world, move())).toEqual([]);
  });

  test('needs another validator, and more than the minimum even for a whole position', async () => {
    const world = planWorld();
    expect(await obstaclesOf(world, move({ toHotkey: HOTKEY }))).toEqual(['tx.same_place']);
    expect(await obstaclesOf(world, move({ toHotkey: HOTKEY, toNetuid: OTHER_SUBNET }))).toContain('tx.same_place');
    world.chain.positions = [positionOf(SUBNET, 20_000_000n)]; // exactly the minimum of 0.002 TAO
    const [found] = (await quoteOf(world, move({ all: true }))).obstacles;
    expect(found).toEqual({
      error: { code: 'tx.below_min_stake', facts: { netuid: 1, symbol: 'α', minimum: '2000001' } },
    });
  });

  test('does not mind a lock inside its subnet, and does when it leaves it', async () => {
    const world = planWorld();
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(9n * TAO) };
    expect(await obstaclesOf(world, move())).toEqual([]);
    expect(await obstaclesOf(world, move({ toNetuid: OTHER_SUBNET }))).toEqual(['tx.stake_locked']);
  });

  test('says when the new validator does not validate there or raised its take', async () => {
    const world = planWorld({
      hasPermit: (hotkey) => hotkey !== OTHER_HOTKEY,
      takeRose: () => ({ from: 100 as never, to: 200 as never }),
    });
    const { warnings } = await quoteOf(world, move());
    expect(warnings).toEqual([
      { code: 'not_validating_here', facts: { netuid: '1' } },
      { code: 'take_rose', facts: { from: '100', to: '200' } },
    ]);
  });
});

describe('a swap to another subnet', () => {
  test('shows both pools, one fee, and the loss over both', async () => {
    const world = planWorld();
    const quote = await quoteOf(world, swap());
    const [sale, buy] = quote.legs;
    expect(quote.obstacles).toEqual([]);
    expect(sale?.receive?.amount).toBe(buy?.pay?.amount);
    expect(buy?.receive).toEqual(quote.receive);
    expect(quote.swapFee).toEqual(sale?.swapFee);
    expect(buy).not.toHaveProperty('swapFee');
    expect(quote.priceImpact).toBeGreaterThan(sale?.priceImpact ?? 0);
    expect(quote).not.toHaveProperty('price');
  });

  test('from root pays the fee of the pool it enters, and to root none but that of the pool it leaves', async () => {
    const world = planWorld();
    const enter = await quoteOf(world, swap({ netuid: ROOT, toNetuid: SUBNET, amount: toAlphaRao(TAO) }));
    expect(enter.swapFee?.asset).toEqual({ kind: 'tao' });
    expect(enter.legs[0]).toMatchObject({ price: TAO, receive: { amount: TAO } });
    const leave = await quoteOf(world, swap({ toNetuid: ROOT }));
    expect(leave.swapFee?.asset).toMatchObject({ kind: 'alpha', netuid: SUBNET });
    expect(leave.receive).toEqual({ asset: { kind: 'tao' }, amount: leave.legs[0]?.receive?.amount });
  });

  test('from root is promised no more than the limit guarantees after the fee of the buy', async () => {
    const world = planWorld();
    const quote = await quoteOf(world, swap({ netuid: ROOT, toNetuid: SUBNET, amount: toAlphaRao(TAO) }));
    const paid = TAO - (quote.swapFee?.amount ?? 0n);
    const guaranteed = (paid * (quote.limitPrice ?? 0n)) / TAO;
    expect(quote.receiveAtLeast?.amount).toBeGreaterThan(0n);
    expect(quote.receiveAtLeast?.amount).toBeLessThanOrEqual(guaranteed);
  });

  test('into a subnet so dear that no limit can say the ratio cannot be done', async () => {
    const world = planWorld();
    world.chain.pools.set(SUBNET, { tao: 5n * TAO, alpha: 1_000_000n * TAO });
    world.chain.pools.set(OTHER_SUBNET, { tao: 1_000_000n * TAO, alpha: (2n * TAO) / 100n });
    world.chain.positions = [positionOf(SUBNET, 10_000n * TAO)];
    expect(await obstaclesOf(world, swap({ amount: toAlphaRao(10_000n * TAO) }))).toEqual(['tx.cannot_execute']);
  });

  test('to the subnet it is on is no swap, and 0 tolerance none through a pool', async () => {
    const world = planWorld();
    expect(await obstaclesOf(world, swap({ toNetuid: SUBNET }))).toContain('tx.same_place');
    expect(await obstaclesOf(world, swap({ tolerance: toPpm(0) }))).toEqual(['tx.tolerance_invalid']);
  });

  test('that the destination pool cannot take is named', async () => {
    const world = planWorld();
    world.chain.pools.delete(OTHER_SUBNET);
    expect(await obstaclesOf(world, swap())).toEqual(['tx.cannot_execute']);
  });
});

describe('a transfer of stake', () => {
  test('keeps validator and subnet, and shows both positions', async () => {
    const world = planWorld();
    world.chain.positions.push({ ...positionOf(SUBNET, 3n * TAO), coldkey: FRIEND });
    const { effects, quote } = await planIntent(transfer({ all: true }), world.context);
    expect(quote.obstacles).toEqual([]);
    expect(await callsOf(world, transfer({ all: true }))).toMatchObject([
      { call: 'transfer_stake', destination_coldkey: FRIEND, origin_netuid: 1n, destination_netuid: 1n },
    ]);
    expect(effects.slice(1).map(({ address, before, after }) => [address, before, after])).toEqual([
      [COLDKEY, 50n * TAO, 0n],
      [FRIEND, 3n * TAO, 53n * TAO],
    ]);
  });

  test('is refused where the subnet switched transfers off, and to oneself', async () => {
    const world = planWorld();
    world.chain.transferGuards = { transfersAllowed: false, acceptsLocked: false };
    expect(await obstaclesOf(world, transfer())).toEqual(['tx.transfer_disallowed']);
    expect(await obstaclesOf(planWorld(), transfer({ to: COLDKEY }))).toEqual(['intent.self_transfer']);
  });

  test('takes the lock along only to somebody who accepts it, with the same validator', async () => {
    const world = planWorld();
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(4n * TAO) };
    const [rejects] = (await quoteOf(world, transfer())).obstacles;
    expect(rejects?.error.code).toBe('tx.recipient_rejects_lock');
    expect(rejects?.suggestion?.amount).toBe(4n * TAO);
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(20_000_000n) }; // the minimum, which is too little
    expect((await quoteOf(world, transfer())).obstacles[0]).not.toHaveProperty('suggestion');
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(4n * TAO) };
    world.chain.transferGuards = {
      transfersAllowed: true,
      acceptsLocked: true,
      recipientLockHotkey: OTHER_HOTKEY,
      senderLockHotkey: OTHER_HOTKEY,
    };
    expect(await obstaclesOf(world, transfer())).toEqual(['tx.recipient_lock_mismatch']);
    world.chain.transferGuards = { transfersAllowed: true, acceptsLocked: true };
    const quote = await quoteOf(world, transfer());
    expect(quote.obstacles).toEqual([]);
    expect(quote.warnings[0]).toEqual({
      code: 'moves_lock',
      facts: { netuid: '1', symbol: 'α', amount: String(6n * TAO) },
    });
    expect(await warningsOf(world, transfer({ amount: toAlphaRao(4n * TAO) }))).not.toContain('moves_lock');
  });

  test('warns of a recipient who is new, unknown or a validator, as a transfer of TAO does', async () => {
    expect(await warningsOf(planWorld(), transfer())).toEqual([
      'recipient_new_to_chain',
      'recipient_first_time',
      'recipient_is_hotkey',
    ]);
  });
});

describe('a node that does not say what locks hold', () => {
  const silent = () => {
    const world = planWorld();
    world.chain.omitsAvailability = true;
    return world;
  };
  const remove = { ...from, kind: 'stake.remove', tolerance: TOLERANCE, allowPartial: false } as const;

  test('is not taken to say that they hold nothing, nor everything', async () => {
    for (const wish of [remove, move({ toNetuid: OTHER_SUBNET })]) {
      expect(await obstaclesOf(silent(), wish)).toEqual([]);
      expect((await quoteOf(silent(), wish)).warnings).toContainEqual({
        code: 'locks_unknown',
        facts: { locks: 'hold' },
      });
      expect(await warningsOf(planWorld(), wish)).not.toContain('locks_unknown');
    }
    expect((await quoteOf(silent(), transfer())).warnings[0]).toEqual({
      code: 'locks_unknown',
      facts: { locks: 'go_along' },
    });
  });

  test('does not matter to a move inside the subnet, nor where the runtime has no locks', async () => {
    expect(await warningsOf(silent(), move({}))).not.toContain('locks_unknown');
    const world = silent();
    world.chain.capabilitiesNow.stakeAvailability = false;
    expect(await warningsOf(world, remove)).not.toContain('locks_unknown');
  });

  test('has said enough of a subnet where nothing is held: nothing is locked there', async () => {
    const world = silent();
    world.chain.positions = [positionOf(ROOT, 5n * TAO)];
    const quote = await quoteOf(world, remove);
    expect(quote.obstacles.map(({ error }) => error.code)).toEqual(['tx.not_enough_stake']);
    expect(quote.warnings.map(({ code }) => code)).not.toContain('locks_unknown');
  });
});
