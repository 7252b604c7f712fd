import { describe, expect, test } from 'vitest';
import type { Intent } from '../../../shared/contract/index.ts';
import { addressOf } from '../../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toRao } from '../../../shared/units/index.ts';
import { OTHER_HOTKEY, planWorld, positionOf, quoteOf, ROOT, TOLERANCE } from '../testing/plan-world.test-support.ts';
import { COLDKEY, HOTKEY, SUBNET, TAO } from '../testing/setup.test-support.ts';

const FRIEND = addressOf<Coldkey>(new Uint8Array(32).fill(77));
const INTERVAL = 100;

/** The best block is 10; root stake of 5 TAO with each of two validators, the first changed at `changedAt`. */
function held(changedAt = 3) {
  const world = planWorld();
  world.chain.positions = [
    positionOf(SUBNET, 50n * TAO),
    positionOf(ROOT, 5n * TAO),
    positionOf(ROOT, 4n * TAO, OTHER_HOTKEY),
  ];
  world.chain.guards = {
    ...world.chain.guards,
    rootHold: {
      intervalBlocks: INTERVAL,
      changedAt: new Map<Hotkey, number>([
        [HOTKEY, changedAt],
        [OTHER_HOTKEY, 0],
      ]),
    },
  };
  return world;
}

/** The chain counts from here: 10 + 1 - 100. */
const LONG_AGO = -89;

const place = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: ROOT } as const;
const part = { amount: toAlphaRao(TAO), all: false, tolerance: TOLERANCE, allowPartial: false } as const;
const remove = { kind: 'stake.remove', ...place, ...part } as const;
const add = { kind: 'stake.add', ...place, ...part, amount: toRao(TAO) } as const;

const WAYS_OUT: readonly (readonly [name: string, intent: Intent])[] = [
  ['unstaking', remove],
  ['unstaking all', { ...remove, amount: toAlphaRao(5n * TAO), all: true }],
  ['a move', { kind: 'stake.move', ...place, ...part, toHotkey: OTHER_HOTKEY, toNetuid: ROOT }],
  ['a move to a subnet', { kind: 'stake.move', ...place, ...part, toHotkey: OTHER_HOTKEY, toNetuid: SUBNET }],
  ['a swap', { kind: 'stake.swap', ...place, ...part, toNetuid: SUBNET }],
  ['a transfer', { kind: 'stake.transfer', ...place, amount: part.amount, all: false, to: FRIEND }],
];

const codesOf = async (world: ReturnType<typeof held>, intent: Intent): Promise<string[]> =>
  (await quoteOf(world, intent)).obstacles.map(({ error }) => error.code);
const heldBy = async (world: ReturnType<typeof held>, intent: Intent) =>
  (await quoteOf(world, intent)).warnings.filter(({ code }) => code === 'holds_root_stake').map(({ facts }) => facts);

describe('root stake that changed a short while ago', () => {
  test.each(WAYS_OUT)('stays: %s says from which block on it can leave', async (_, intent) => {
    const { obstacles } = await quoteOf(held(), intent);
    expect(obstacles.map(({ error }) => error)).toContainEqual({
      code: 'tx.root_stake_held',
      facts: { fromBlock: 103, blocks: 92, blockTimeMs: 12_000 },
    });
  });

  test.each(WAYS_OUT)('may leave in the first block after the wait: %s', async (_, intent) => {
    expect(await codesOf(held(LONG_AGO), intent)).not.toContain('tx.root_stake_held');
    expect(await codesOf(held(LONG_AGO + 1), intent)).toContain('tx.root_stake_held');
  });

  test.each(WAYS_OUT)('is nobody’s concern where the runtime holds nothing: %s', async (_, intent) => {
    const world = held();
    const { rootHold: _hold, ...guards } = world.chain.guards;
    world.chain.guards = guards;
    const { obstacles, warnings } = await quoteOf(world, intent);
    expect(obstacles).toEqual([]);
    expect(warnings.map(({ code }) => code)).not.toContain('holds_root_stake');
  });

  test('goes to another validator on a subnet in two transactions, unless one call does both', async () => {
    const [, intent] = WAYS_OUT[3] ?? ['', remove];
    const world = held(LONG_AGO);
    const { obstacles } = await quoteOf(world, intent);
    expect(obstacles.map(({ error }) => error)).toEqual([{ code: 'tx.two_steps_needed', facts: { reason: 'hold' } }]);
    world.chain.capabilitiesNow = { ...world.chain.capabilitiesNow, moveStakeLimit: true };
    expect(await codesOf(world, intent)).toEqual([]);
  });

  test('does not keep stake on a subnet', async () => {
    expect(await codesOf(held(), { ...remove, netuid: SUBNET })).toEqual([]);
  });

  test('is left behind by an exit from everything, with the reason', async () => {
    const world = held();
    const { skipped, parts, obstacles } = await quoteOf(world, {
      kind: 'stake.exitAll',
      coldkey: COLDKEY,
      tolerance: TOLERANCE,
    });
    expect(skipped.map(({ hotkey, error }) => [hotkey, error.code])).toEqual([
      [HOTKEY, 'tx.root_stake_held'],
      [OTHER_HOTKEY, 'tx.root_stake_held'],
    ]);
    expect(parts.map(({ step }) => step.netuid)).toEqual([SUBNET]);
    expect(obstacles).toEqual([]);
  });

  test('stops the step of a batch that takes it', async () => {
    const world = held();
    const onSubnet = { ...remove, netuid: SUBNET };
    const { obstacles, parts } = await quoteOf(world, {
      kind: 'stake.batch',
      coldkey: COLDKEY,
      steps: [onSubnet, remove],
    });
    expect(obstacles.map(({ error }) => error)).toEqual([
      { code: 'tx.step_blocked', facts: { step: 2, code: 'tx.root_stake_held' } },
    ]);
    expect(parts[1]?.obstacles[0]?.error.code).toBe('tx.root_stake_held');
  });

  test('counts a change by an earlier step of the same batch', async () => {
    const { obstacles, parts } = await quoteOf(held(LONG_AGO), {
      kind: 'stake.batch',
      coldkey: COLDKEY,
      steps: [add, remove],
    });
    expect(parts[1]?.obstacles[0]?.error.facts).toEqual({ reason: 'step', blocks: 100, blockTimeMs: 12_000 });
    expect(obstacles.map(({ error }) => error.facts)).toEqual([{ step: 2, code: 'tx.root_stake_held' }]);
  });

  test('does not pay a fee in alpha: paying would be a change, and the call then refused', async () => {
    const world = held(LONG_AGO);
    world.chain.accounts.set(COLDKEY, { free: toRao(0n) });
    const { obstacles, feeInAlpha } = await quoteOf(world, remove);
    expect(feeInAlpha).toBeUndefined();
    expect(obstacles.map(({ error }) => error.code)).toEqual(['tx.fee_unpayable']);
  });
});

describe('a change of root stake', () => {
  const facts = { blocks: '100', blockTimeMs: '12000' };
  const fromSubnet = { ...part, coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, toNetuid: ROOT } as const;
  const cases: readonly (readonly [name: string, whose: string, intent: Intent])[] = [
    ['staking on root', 'all', add],
    ['a swap to root', 'all', { kind: 'stake.swap', ...fromSubnet }],
    ['a move to root', 'all', { kind: 'stake.move', ...fromSubnet, toHotkey: OTHER_HOTKEY }],
    ['a move inside root', 'all', { kind: 'stake.move', ...place, ...part, toHotkey: OTHER_HOTKEY, toNetuid: ROOT }],
    ['unstaking a part', 'rest', remove],
    ['a transfer', 'recipient', { kind: 'stake.transfer', ...place, amount: part.amount, all: false, to: FRIEND }],
    ['a claim of a basket', 'all', { kind: 'basket.claim', coldkey: COLDKEY, hotkey: HOTKEY }],
  ];
  test.each(cases)('says that it is then held: %s', async (_, whose, intent) => {
    expect(await heldBy(held(LONG_AGO), intent)).toEqual([{ whose, ...facts }]);
  });

  test('says nothing where nothing is held afterwards', async () => {
    const whole = { ...remove, amount: toAlphaRao(5n * TAO), all: true };
    const bought = { kind: 'basket.buy', coldkey: COLDKEY, hotkey: HOTKEY, amount: toRao(TAO) } as const;
    for (const intent of [whole, bought, { ...add, netuid: SUBNET }])
      expect(await heldBy(held(LONG_AGO), intent)).toEqual([]);
  });
});
