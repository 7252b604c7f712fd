import { describe, expect, test } from 'vitest';
import { toAlphaRao, toNetuid, toPpm, toRao } from '../../../shared/units/index.ts';
import type { ChainGuards } from '../../chain/port.ts';
import { FakeChain } from '../testing/fake-chain.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../testing/setup.test-support.ts';
import { planIntent } from './index.ts';
import type { IntentOf, PlanContext } from './planner.ts';

const ROOT = toNetuid(0);

function world(change: Partial<PlanContext> = {}) {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 10_000n * TAO });
  chain.positions = [
    { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, alpha: toAlphaRao(50n * TAO), isRegistered: true },
    { coldkey: COLDKEY, hotkey: HOTKEY, netuid: ROOT, alpha: toAlphaRao(5n * TAO), isRegistered: true },
  ];
  const context: PlanContext = {
    chain,
    networkId: 'local',
    symbolOf: () => Promise.resolve('α'),
    hasPermit: () => undefined,
    isOwn: () => false,
    knownAddresses: () => [],
    pastRecipients: () => new Set(),
    ...change,
  };
  return { chain, context };
}
const add = (change: Partial<IntentOf<'stake.add'>> = {}): IntentOf<'stake.add'> => ({
  kind: 'stake.add',
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: SUBNET,
  amount: toRao(10n * TAO),
  tolerance: toPpm(5000),
  allowPartial: false,
  ...change,
});
const remove = (change: Partial<IntentOf<'stake.remove'>> = {}): IntentOf<'stake.remove'> => ({
  kind: 'stake.remove',
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: SUBNET,
  amount: toAlphaRao(10n * TAO),
  all: false,
  tolerance: toPpm(5000),
  allowPartial: false,
  ...change,
});
const callOf = async ({ chain, context }: ReturnType<typeof world>, intent: Parameters<typeof planIntent>[0]) => {
  const { callBytes } = await planIntent(intent, context);
  const { call, args } = chain.decodeCall(callBytes);
  return { call, ...Object.fromEntries(args.map(({ name, value }) => [name, value])) };
};

describe('the call is the best the connected runtime has', () => {
  test('with limits: bounded in price, everything by the full exit', async () => {
    const at = world();
    expect(await callOf(at, add())).toMatchObject({ call: 'add_stake_limit', allow_partial: false });
    expect(await callOf(at, remove())).toMatchObject({ call: 'remove_stake_limit', amount_unstaked: 10n * TAO });
    expect(await callOf(at, remove({ all: true }))).toMatchObject({ call: 'remove_stake_full_limit' });
    expect(await callOf(at, remove({ all: true, allowPartial: true }))).toMatchObject({
      call: 'remove_stake_limit',
      amount_unstaked: 50n * TAO,
      allow_partial: true,
    });
    expect(await callOf(at, add({ netuid: ROOT }))).toMatchObject({ call: 'add_stake_limit', limit_price: TAO });
  });

  test('with limits but no full exit: everything by the amount of now', async () => {
    const at = world();
    at.chain.capabilitiesNow.fullExitLimit = false;
    expect(await callOf(at, remove({ all: true }))).toMatchObject({
      call: 'remove_stake_limit',
      amount_unstaked: 50n * TAO,
    });
  });

  test('with neither: the plain calls, and a warning that nothing bounds the price, except on root', async () => {
    const at = world();
    Object.assign(at.chain.capabilitiesNow, { limitStaking: false, fullExitLimit: false, quotes: false });
    expect(await callOf(at, add())).toMatchObject({ call: 'add_stake', amount_staked: 10n * TAO });
    expect(await callOf(at, remove({ all: true, netuid: ROOT }))).toMatchObject({
      call: 'remove_stake',
      amount_unstaked: 5n * TAO,
    });
    const codes = async (intent: Parameters<typeof planIntent>[0]) =>
      (await planIntent(intent, at.context)).quote.warnings.map(({ code }) => code);
    expect(await codes(add())).toContain('no_price_limit');
    expect(await codes(add({ netuid: ROOT }))).not.toContain('no_price_limit');
  });
});

describe('what stands in the way is named before anything is signed', () => {
  test.each<[string, Partial<ChainGuards>]>([
    ['tx.safe_mode', { safeMode: true }],
    ['tx.coldkey_swap_pending', { coldkeySwapPending: true }],
    ['tx.hotkey_unknown', { hotkeyExists: false }],
    ['tx.subnet_missing', { subnetExists: false }],
    ['tx.subnet_not_started', { subnetStarted: false }],
    ['tx.stake_locked', { available: toAlphaRao(9n * TAO) }],
  ])('%s', async (code, guards) => {
    const { chain, context } = world();
    chain.guards = { ...chain.guards, ...guards };
    const { quote } = await planIntent(remove(), context);
    expect(quote.obstacles.map(({ error }) => error.code)).toEqual([code]);
  });

  test('a trade that the simulation says would fail', async () => {
    const { chain, context } = world();
    chain.pools.set(SUBNET, { tao: 1n, alpha: TAO });
    const { quote } = await planIntent(add(), context);
    expect(quote.obstacles.map(({ error }) => error.code)).toEqual(['tx.cannot_execute']);
  });

  test('a transfer to oneself, and an amount beyond anything that can exist', async () => {
    const { context } = world();
    const self = { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: COLDKEY, amount: toRao(TAO) } as const;
    const found = (await planIntent(self, context)).quote.obstacles;
    expect(found.map(({ error }) => error.code)).toEqual(['intent.self_transfer']);
    const huge = add({ amount: toRao((1n << 64n) - 1n) });
    expect((await planIntent(huge, context)).quote.obstacles[0]?.error.code).toBe('tx.insufficient_balance');
  });
});

describe('what gives pause is said', () => {
  test('price impact of 2 and 5 percent', async () => {
    const { chain, context } = world();
    chain.accounts.set(COLDKEY, { free: toRao(1000n * TAO) });
    const codes = async (amount: bigint) =>
      (await planIntent(add({ amount: toRao(amount * TAO) }), context)).quote.warnings.map(({ code }) => code);
    expect(await codes(10n)).toEqual([]);
    expect(await codes(30n)).toEqual(['impact_notable']);
    expect(await codes(60n)).toEqual(['impact_strong']);
  });

  test('a recipient that is new, looks like another, or is a validator', async () => {
    const { chain, context } = world({ knownAddresses: () => [`${FRIEND.slice(0, 6)}${COLDKEY.slice(6)}`] });
    chain.accounts.delete(FRIEND);
    const sending = { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(TAO) } as const;
    const codes = (await planIntent(sending, context)).quote.warnings.map(({ code }) => code);
    expect(codes).toEqual([
      'recipient_new_to_chain',
      'recipient_first_time',
      'recipient_lookalike',
      'recipient_is_hotkey',
    ]);
  });

  test('an account that closes, a balance that hardly pays a fee, a validator without permit, play money', async () => {
    const { context } = world({ networkId: 'practice', hasPermit: () => false });
    const close = { kind: 'transfer.all', coldkey: COLDKEY, to: FRIEND, keepAlive: false, reapConsent: true } as const;
    const codesOf = async (intent: Parameters<typeof planIntent>[0]) =>
      (await planIntent(intent, context)).quote.warnings.map(({ code }) => code);
    expect(await codesOf(close)).toContain('closes_account');
    expect(await codesOf(add({ amount: toRao(100n * TAO - 500_000n) }))).toContain('leaves_little_for_fees');
    expect(await codesOf(add())).toEqual(['not_validating_here', 'practice_network']);
  });
});

test('closing an account without consent is an obstacle with an amount that would keep it', async () => {
  const { context } = world();
  const close = { kind: 'transfer.all', coldkey: COLDKEY, to: FRIEND, keepAlive: false, reapConsent: false } as const;
  const { quote } = await planIntent(close, context);
  expect(quote.obstacles).toEqual([
    {
      error: { code: 'tx.would_reap', facts: { existentialDeposit: '500' } },
      suggestion: { asset: { kind: 'tao' }, amount: 100n * TAO - 135_261n - 500n },
    },
  ]);
});
