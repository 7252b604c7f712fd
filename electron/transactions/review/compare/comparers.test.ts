import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Intent } from '../../../../shared/contract/index.ts';
import { MAX_U64, toAlphaRao, toNetuid, toPpm, toRao } from '../../../../shared/units/index.ts';
import { planIntent } from '../../plan/index.ts';
import type { PlanContext } from '../../plan/planner.ts';
import { FakeChain } from '../../testing/fake-chain.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../../testing/setup.test-support.ts';
import { compareCall } from './comparers.ts';

const tolerance = toPpm(5000);
const INTENTS: readonly Intent[] = [
  { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(3n * TAO) },
  { kind: 'transfer.allowDeath', coldkey: COLDKEY, to: FRIEND, amount: toRao(3n * TAO), reapConsent: true },
  { kind: 'transfer.all', coldkey: COLDKEY, to: FRIEND, keepAlive: true, reapConsent: false },
  stake('stake.add', { netuid: SUBNET, allowPartial: false }),
  stake('stake.add', { netuid: SUBNET, allowPartial: true }),
  stake('stake.add', { netuid: toNetuid(0), allowPartial: false }),
  stake('stake.remove', { netuid: SUBNET, allowPartial: false, all: false }),
  stake('stake.remove', { netuid: SUBNET, allowPartial: false, all: true }),
  stake('stake.remove', { netuid: SUBNET, allowPartial: true, all: true }),
  stake('stake.remove', { netuid: toNetuid(0), allowPartial: false, all: true }),
];

function stake(kind: 'stake.add' | 'stake.remove', change: object): Intent {
  const common = { kind, coldkey: COLDKEY, hotkey: HOTKEY, tolerance, ...change };
  return { ...common, amount: kind === 'stake.add' ? toRao(2n * TAO) : toAlphaRao(2n * TAO) } as Intent;
}

function world(): { chain: FakeChain; context: PlanContext } {
  const chain = new FakeChain();
  chain.accounts.set(COLDKEY, { free: toRao(100n * TAO) });
  chain.pools.set(SUBNET, { tao: 1000n * TAO, alpha: 10_000n * TAO });
  const position = (netuid: number, alpha: bigint) => ({
    coldkey: COLDKEY,
    hotkey: HOTKEY,
    netuid: toNetuid(netuid),
    alpha: toAlphaRao(alpha),
    isRegistered: true,
  });
  chain.positions = [position(1, 50n * TAO), position(0, 5n * TAO)];
  const context = {
    chain,
    networkId: 'local',
    symbolOf: () => Promise.resolve('α'),
    hasPermit: () => undefined,
    isOwn: () => false,
    knownAddresses: () => [],
    pastRecipients: () => new Set<string>(),
  };
  return { chain, context };
}

const nameOf = (intent: Intent): string =>
  JSON.stringify(intent, (key, value: unknown) =>
    key === 'coldkey' || key === 'hotkey' || key === 'to' ? undefined : typeof value === 'bigint' ? `${value}` : value,
  );

/** Something else of the same type. */
function bent(value: unknown): unknown {
  if (typeof value === 'bigint') return value === MAX_U64 ? 0n : value + 1n;
  if (typeof value === 'boolean') return !value;
  return value === FRIEND ? HOTKEY : FRIEND;
}

describe.each(INTENTS.map((intent) => [nameOf(intent), intent] as const))('the bytes for %s', (_name, intent) => {
  test('are what the planner makes of it', async () => {
    const { chain, context } = world();
    const { callBytes, quote } = await planIntent(intent, context);
    expect(quote.obstacles).toEqual([]);
    expect(compareCall(chain.decodeCall(callBytes), intent, quote)).toBeUndefined();
  });

  test('are refused with any one argument changed, left out or added, and under any other call', async () => {
    const { chain, context } = world();
    const { callBytes, quote } = await planIntent(intent, context);
    const call = chain.decodeCall(callBytes);
    const differs = (args: typeof call.args, change: object = {}) =>
      compareCall({ ...call, ...change, args }, intent, quote);
    for (const [at, arg] of call.args.entries()) {
      const other = { ...arg, value: bent(arg.value) };
      expect(differs(call.args.with(at, other)), arg.name).toBe(arg.name);
      expect(differs(call.args.toSpliced(at, 1)), arg.name).toBe('arguments');
    }
    expect(differs([...call.args, { name: 'more', type: 'u8', value: 1n }])).toBe('arguments');
    expect(differs(call.args, { pallet: 'Proxy' })).toBe('call');
    expect(differs(call.args, { call: 'burn' })).toBe('call');
  });

  test('are refused for another intent of the same kind', async () => {
    const { chain, context } = world();
    const { callBytes, quote } = await planIntent(intent, context);
    const call = chain.decodeCall(callBytes);
    const others = Object.entries(intent).filter(([key]) => ['to', 'hotkey', 'netuid', 'keepAlive'].includes(key));
    for (const [key, value] of others) {
      const other: Intent = { ...intent, [key]: typeof value === 'number' ? value + 1 : bent(value) };
      expect(compareCall(call, other, quote), key).toBeDefined();
    }
  });
});

test('an amount other than the one in the bytes is noticed, whatever it is', async () => {
  const { chain, context } = world();
  const [intent] = INTENTS;
  if (intent?.kind !== 'transfer.keepAlive') throw new Error('the first intent is a transfer');
  const { callBytes, quote } = await planIntent(intent, context);
  const call = chain.decodeCall(callBytes);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: MAX_U64 }), (amount) => {
      const difference = compareCall(call, { ...intent, amount: toRao(amount) }, quote);
      expect(difference).toBe(amount === intent.amount ? undefined : 'value');
    }),
  );
});
