import { describe, expect, test } from 'vitest';
import type { StakeStep } from '../../../shared/contract/index.ts';
import { toAlphaRao, toRao } from '../../../shared/units/index.ts';
import {
  callsOf,
  OTHER_HOTKEY,
  OTHER_SUBNET,
  planWorld,
  positionOf,
  quoteOf,
  TOLERANCE,
} from '../testing/plan-world.test-support.ts';
import { COLDKEY, codeOf, FRIEND, HOTKEY, SUBNET, TAO } from '../testing/setup.test-support.ts';
import { planIntent } from './index.ts';

const from = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, amount: toAlphaRao(10n * TAO), all: false };
const priced = { tolerance: TOLERANCE, allowPartial: false };
const REMOVE = { ...from, ...priced, kind: 'stake.remove' } as const;
const ADD = {
  kind: 'stake.add',
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: OTHER_SUBNET,
  amount: toRao(30n * TAO),
  ...priced,
} as const;
const MOVE = { ...from, kind: 'stake.move', toHotkey: OTHER_HOTKEY, toNetuid: SUBNET, tolerance: TOLERANCE } as const;
const TRANSFER = { ...from, kind: 'stake.transfer', to: FRIEND } as const;
const batch = (...steps: StakeStep[]) => ({ kind: 'stake.batch', coldkey: COLDKEY, steps }) as const;

const blockedIn = async (world: ReturnType<typeof planWorld>, ...steps: StakeStep[]) => {
  const { obstacles, parts } = await quoteOf(world, batch(...steps));
  return {
    blocked: obstacles.map(({ error }) => [error.code, error.facts['step'], error.facts['code']]),
    codes: parts.map((part) => part.obstacles.map(({ error }) => error.code)),
  };
};

describe('several operations', () => {
  test('are one flat atomic batch in their order, with each its own price', async () => {
    const world = planWorld();
    const across = { ...MOVE, toNetuid: OTHER_SUBNET };
    expect((await callsOf(world, batch(ADD, MOVE, TRANSFER))).map(({ call }) => call)).toEqual([
      'add_stake_limit',
      'move_stake',
      'transfer_stake',
    ]);
    expect((await callsOf(world, batch(across, REMOVE))).map(({ call }) => call)).toEqual([
      'move_stake',
      'swap_stake_limit',
      'remove_stake_limit',
    ]);
    const quote = await quoteOf(world, batch(across, REMOVE));
    expect(quote.parts.map(({ legs }) => legs.length)).toEqual([2, 0]);
    expect(quote).not.toHaveProperty('pay');
  });

  test('of one is that call', async () => {
    const world = planWorld();
    const { callBytes } = await planIntent(batch(REMOVE), world.context);
    expect(world.chain.decodeCall(callBytes).call).toBe('remove_stake_limit');
  });

  test('that sell into one pool are priced one after another', async () => {
    const world = planWorld();
    const { parts } = await quoteOf(world, batch(REMOVE, REMOVE));
    const [first, second] = parts;
    const alone = await quoteOf(world, REMOVE);
    expect(first?.receive).toEqual(alone.receive);
    expect((second?.receive?.amount ?? 0n) < (first?.receive?.amount ?? 0n)).toBe(true);
    expect((second?.limitPrice ?? 0n) < (first?.limitPrice ?? 0n)).toBe(true);
  });

  test('that go against each other in one pool have no honest price', async () => {
    const world = planWorld();
    expect(await blockedIn(world, REMOVE, { ...ADD, netuid: SUBNET })).toEqual({
      blocked: [['tx.step_blocked', 2, 'tx.steps_conflict']],
      codes: [[], ['tx.steps_conflict']],
    });
  });

  test('see what the ones before left of a position', async () => {
    const world = planWorld();
    const most = { ...REMOVE, amount: toAlphaRao(41n * TAO) };
    const { obstacles, parts } = await quoteOf(world, batch(MOVE, most));
    expect(obstacles.map(({ error }) => error)).toEqual([
      { code: 'tx.step_blocked', facts: { step: 2, code: 'tx.not_enough_stake' } },
    ]);
    expect(parts[1]?.obstacles[0]?.suggestion?.amount).toBe(40n * TAO);
    const rest = await quoteOf(world, batch(MOVE, { ...REMOVE, all: true }));
    expect(rest.parts[1]?.pay?.amount).toBe(40n * TAO);
  });

  test('may use what an earlier one surely brought, unless the runtime forbids it in one block', async () => {
    const world = planWorld();
    const onward = { ...REMOVE, hotkey: OTHER_HOTKEY };
    expect((await blockedIn(world, MOVE, onward)).blocked).toEqual([]);
    world.chain.capabilitiesNow.oneStakeCallPerBlock = true;
    expect((await blockedIn(world, MOVE, onward)).blocked).toEqual([['tx.step_blocked', 2, 'tx.steps_conflict']]);
  });

  test('share the free balance and one fee', async () => {
    const world = planWorld();
    const { obstacles, parts } = await quoteOf(
      world,
      batch(ADD, { ...ADD, hotkey: OTHER_HOTKEY, amount: toRao(80n * TAO) }),
    );
    expect(obstacles.map(({ error }) => error.facts['code'])).toEqual(['tx.insufficient_balance']);
    expect(parts[1]?.obstacles[0]?.suggestion?.amount).toBe(70n * TAO - world.chain.fee - 500n);
    const huge = { ...ADD, amount: toRao((1n << 64n) - 1n) };
    expect((await blockedIn(world, huge, huge)).blocked.map(([, step]) => step)).toEqual([1, 2]);
  });

  test('share the lock of a subnet', async () => {
    const world = planWorld();
    world.chain.positions.push(positionOf(SUBNET, 20n * TAO, OTHER_HOTKEY));
    world.chain.guards = { ...world.chain.guards, available: toAlphaRao(15n * TAO) };
    const other = { ...REMOVE, hotkey: OTHER_HOTKEY };
    expect(await blockedIn(world, REMOVE, other)).toMatchObject({ codes: [[], ['tx.stake_locked']] });
    // Moves to another validator stay under the lock and free nothing.
    expect(await blockedIn(world, MOVE, REMOVE)).toMatchObject({ codes: [[], []] });
  });

  test('show every balance once, from before the first to after the last', async () => {
    const world = planWorld();
    const { effects } = await planIntent(batch(MOVE, REMOVE, TRANSFER), world.context);
    const ours = effects.filter(
      ({ subject, hotkey, address }) => subject === 'stake_position' && hotkey === HOTKEY && address === COLDKEY,
    );
    expect(ours).toMatchObject([{ before: 50n * TAO, after: 20n * TAO }]);
    expect(effects).toHaveLength(4);
    expect(effects.every(({ after }) => after >= 0n)).toBe(true);
  });

  test('of another account, or on a runtime without atomic batches, are refused', async () => {
    const world = planWorld();
    const foreign = { ...REMOVE, coldkey: FRIEND };
    expect(await codeOf(planIntent(batch(REMOVE, foreign), world.context))).toBe('api.bad_input');
  });

  test('warn once of each kind, with the gravest impact', async () => {
    const world = planWorld();
    world.chain.positions = [positionOf(SUBNET, 2000n * TAO)];
    const notable = { ...REMOVE, amount: toAlphaRao(300n * TAO) };
    const strong = { ...REMOVE, amount: toAlphaRao(600n * TAO) };
    const { warnings } = await quoteOf(world, batch(notable, strong));
    expect(warnings.map(({ code }) => code)).toEqual(['impact_strong']);
  });
});
