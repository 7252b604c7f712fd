import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimType, Intent } from '../../../../shared/contract/index.ts';
import { MAX_U64, toAlphaRao, toPpm, toRao, toTake } from '../../../../shared/units/index.ts';
import type { DecodedCall } from '../../../chain/port.ts';
import { planIntent } from '../../plan/index.ts';
import {
  OTHER_HOTKEY,
  OTHER_SUBNET,
  planWorld,
  positionOf,
  ROOT,
  TOLERANCE,
} from '../../testing/plan-world.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../../testing/setup.test-support.ts';
import { compareCall } from './comparers.ts';

const from = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, amount: toAlphaRao(2n * TAO), all: false };
const ADD = {
  kind: 'stake.add',
  coldkey: COLDKEY,
  hotkey: HOTKEY,
  netuid: SUBNET,
  amount: toRao(2n * TAO),
  tolerance: TOLERANCE,
  allowPartial: false,
} as const;
const REMOVE = { ...from, kind: 'stake.remove', tolerance: TOLERANCE, allowPartial: false } as const;
const MOVE = { ...from, kind: 'stake.move', toHotkey: OTHER_HOTKEY, toNetuid: SUBNET, tolerance: TOLERANCE } as const;
const SWAP = { ...REMOVE, kind: 'stake.swap', toNetuid: OTHER_SUBNET } as const;
const TRANSFER = { ...from, kind: 'stake.transfer', to: FRIEND } as const;
const claimType = (type: ClaimType): Intent => ({ kind: 'root.claimType', coldkey: COLDKEY, claimType: type });

const INTENTS: readonly Intent[] = [
  { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(3n * TAO) },
  { kind: 'transfer.allowDeath', coldkey: COLDKEY, to: FRIEND, amount: toRao(3n * TAO), reapConsent: true },
  { kind: 'transfer.all', coldkey: COLDKEY, to: FRIEND, keepAlive: true, reapConsent: false },
  ADD,
  { ...ADD, allowPartial: true },
  { ...ADD, netuid: ROOT },
  REMOVE,
  { ...REMOVE, all: true },
  { ...REMOVE, all: true, allowPartial: true },
  { ...REMOVE, netuid: ROOT, all: true },
  MOVE,
  { ...MOVE, all: true },
  { ...MOVE, toNetuid: OTHER_SUBNET },
  { ...MOVE, netuid: ROOT, toNetuid: OTHER_SUBNET, all: true },
  SWAP,
  { ...SWAP, all: true, allowPartial: true },
  { ...SWAP, toNetuid: ROOT },
  TRANSFER,
  { ...TRANSFER, all: true },
  { kind: 'stake.batch', coldkey: COLDKEY, steps: [REMOVE] },
  {
    kind: 'stake.batch',
    coldkey: COLDKEY,
    steps: [{ ...ADD, netuid: OTHER_SUBNET }, { ...MOVE, amount: toAlphaRao(TAO) }, REMOVE, TRANSFER],
  },
  {
    kind: 'stake.batch',
    coldkey: COLDKEY,
    steps: [
      { ...MOVE, toNetuid: OTHER_SUBNET },
      { ...REMOVE, all: true },
    ],
  },
  { kind: 'stake.exitAll', coldkey: COLDKEY, tolerance: TOLERANCE },
  { kind: 'stake.exitAll', coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, tolerance: TOLERANCE },
  { kind: 'autoStake.set', coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET },
  claimType({ is: 'keep' }),
  claimType({ is: 'keep_subnets', netuids: [OTHER_SUBNET, SUBNET, OTHER_SUBNET] }),
  { kind: 'root.claim', coldkey: COLDKEY, netuids: [OTHER_SUBNET, SUBNET] },
  { kind: 'basket.claim', coldkey: COLDKEY, hotkey: HOTKEY },
  { kind: 'basket.buy', coldkey: COLDKEY, hotkey: HOTKEY, amount: toRao(TAO) },
  { kind: 'take.set', coldkey: COLDKEY, hotkey: HOTKEY, take: toTake(5000) },
  { kind: 'take.set', coldkey: COLDKEY, hotkey: HOTKEY, take: toTake(9000) },
];

function world() {
  const made = planWorld();
  const { chain } = made;
  const coldkey = COLDKEY;
  const hotkey = HOTKEY;
  chain.positions.push(positionOf(SUBNET, 7n * TAO, OTHER_HOTKEY));
  chain.neurons.set(SUBNET, [{ hotkey, uid: 0, permit: true, dividends: 0, lastUpdate: 0 }]);
  const owed = { coldkey, hotkey, netuid: SUBNET, owed: toAlphaRao(TAO), claimed: 0n, threshold: toAlphaRao(1n) };
  chain.rootDividends = [owed];
  chain.baskets = [{ coldkey, hotkey, owed: toRao(TAO), threshold: toRao(1n) }];
  chain.ownHotkeys = [{ coldkey, hotkey, take: toTake(6000), takeChangedAt: 0, subnets: [] }];
  return made;
}

const nameOf = (intent: Intent): string =>
  JSON.stringify(intent, (key, value: unknown) =>
    /^coldkey$|otkey$|^to$|^tolerance$/u.test(key) ? undefined : typeof value === 'bigint' ? `${value}` : value,
  );

const isCall = (value: unknown): value is DecodedCall =>
  typeof value === 'object' && value !== null && 'pallet' in value && 'args' in value;

/** Something else of the same type. */
function bent(value: unknown): unknown {
  if (typeof value === 'bigint') return value === MAX_U64 ? 0n : value + 1n;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.toReversed().concat(value.slice(0, 1));
  if (typeof value === 'object') return { type: 'KeepSubnets', value: { subnets: [9n] } };
  return value === FRIEND ? HOTKEY : FRIEND;
}

/** Every way to change one thing of a call, or of one call inside it, with the name of what differs. */
function mutations(call: DecodedCall): { readonly call: DecodedCall; readonly field: string }[] {
  const withArgs = (args: DecodedCall['args']): DecodedCall => ({ ...call, args });
  const surplus = { name: 'surplus', type: '', value: 1n };
  const nested = call.args.flatMap((arg, at) => {
    if (!Array.isArray(arg.value) || !arg.value.every(isCall)) return [];
    const calls: readonly DecodedCall[] = arg.value;
    const withCalls = (value: readonly DecodedCall[]) => withArgs(call.args.with(at, { ...arg, value }));
    return calls.flatMap((inner, index) => [
      ...mutations(inner).map((one) => ({ ...one, call: withCalls(calls.with(index, one.call)) })),
      { call: withCalls(calls.toSpliced(index, 1)), field: '' },
      { call: withCalls([...calls, inner]), field: '' },
    ]);
  });
  if (nested.length > 0) return [...nested, { call: { ...call, call: 'batch' }, field: '' }];
  return [
    ...call.args.flatMap((arg, at) => [
      { call: withArgs(call.args.with(at, { ...arg, value: bent(arg.value) })), field: arg.name },
      { call: withArgs(call.args.toSpliced(at, 1)), field: 'arguments' },
    ]),
    { call: withArgs([...call.args, surplus]), field: 'arguments' },
    { call: { ...call, call: 'unstake_all' }, field: 'call' },
    { call: { ...call, pallet: 'Proxy' }, field: 'call' },
  ];
}

describe.each(INTENTS.map((intent) => [nameOf(intent), intent] as const))('the bytes for %s', (_name, intent) => {
  test('are what the planner makes of it', async () => {
    const { chain, context } = world();
    const { callBytes, quote, changes } = await planIntent(intent, context);
    expect(quote.obstacles).toEqual([]);
    expect(compareCall(chain.decodeCall(callBytes), intent, quote, changes)).toBeUndefined();
  });

  test('are refused with any one argument changed, left out or added, and under any other call', async () => {
    const { chain, context } = world();
    const { callBytes, quote, changes } = await planIntent(intent, context);
    for (const { call, field } of mutations(chain.decodeCall(callBytes))) {
      const difference = compareCall(call, intent, quote, changes);
      expect(
        difference,
        JSON.stringify(call, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
      ).toBeDefined();
      if (field !== '') expect(difference).toBe(field);
    }
  });

  test('are refused for another intent of the same kind', async () => {
    const { chain, context } = world();
    const { callBytes, quote, changes } = await planIntent(intent, context);
    const call = chain.decodeCall(callBytes);
    const others = Object.entries(intent).filter(([key]) => ['to', 'hotkey', 'netuid', 'keepAlive'].includes(key));
    for (const [key, value] of others) {
      const other: Intent = { ...intent, [key]: typeof value === 'number' ? value + 1 : bent(value) };
      expect(compareCall(call, other, quote, changes), key).toBeDefined();
    }
  });
});

test('raising a take is not lowering it', async () => {
  const { chain, context } = world();
  for (const take of [toTake(5000), toTake(9000)]) {
    const intent: Intent = { kind: 'take.set', coldkey: COLDKEY, hotkey: HOTKEY, take };
    const { callBytes, quote, changes } = await planIntent(intent, context);
    const call = chain.decodeCall(callBytes);
    const other = call.call === 'increase_take' ? 'decrease_take' : 'increase_take';
    expect(compareCall({ ...call, call: other }, intent, quote, changes)).toBe('call');
  }
});

test('an exit that the quote does not show, twice over, or with another tolerance is refused', async () => {
  const { chain, context } = world();
  const intent: Intent = { kind: 'stake.exitAll', coldkey: COLDKEY, hotkey: HOTKEY, tolerance: TOLERANCE };
  const { callBytes, quote, changes } = await planIntent(intent, context);
  const call = chain.decodeCall(callBytes);
  const differs = (parts: typeof quote.parts) => compareCall(call, intent, { ...quote, parts }, changes);
  const [first, second] = quote.parts;
  if (first === undefined || second === undefined) throw new Error('two positions leave');
  expect(differs([first])).toBe('calls');
  expect(differs([first, first])).toBe('steps');
  expect(differs([second, first])).toBeDefined();
  const looser = { ...first.step, tolerance: toPpm(6000) } as typeof first.step;
  expect(differs([{ ...first, step: looser }, second])).toBe('steps');
  expect(differs([{ ...first, step: { ...first.step, hotkey: OTHER_HOTKEY } }, second])).toBe('steps');
});

test('an amount other than the one in the bytes is noticed, whatever it is', async () => {
  const { chain, context } = world();
  const [intent] = INTENTS;
  if (intent?.kind !== 'transfer.keepAlive') throw new Error('the first intent is a transfer');
  const { callBytes, quote, changes } = await planIntent(intent, context);
  const call = chain.decodeCall(callBytes);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: MAX_U64 }), (amount) => {
      const difference = compareCall(call, { ...intent, amount: toRao(amount) }, quote, changes);
      expect(difference).toBe(amount === intent.amount ? undefined : 'value');
    }),
  );
});
