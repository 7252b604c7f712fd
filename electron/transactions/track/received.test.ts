import { describe, expect, test } from 'vitest';
import type { DecodedCallView, Intent, StakeStep } from '../../../shared/contract/index.ts';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import type { ChainEvent, InclusionRecord } from '../../chain/port.ts';
import { OTHER_HOTKEY, OTHER_SUBNET, ROOT, TOLERANCE } from '../testing/plan-world.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../testing/setup.test-support.ts';
import { movementsOf } from './received.ts';

const event = (pallet: string, name: string, ...values: unknown[]): ChainEvent => ({
  pallet,
  name,
  fields: values.map((value, at) => ({ name: String(at), type: '', value })),
});
const stake = (name: string, hotkey: string, tao: bigint, alpha: bigint, netuid: number, coldkey: string = COLDKEY) =>
  event('SubtensorModule', name, coldkey, hotkey, tao, alpha, BigInt(netuid), 0n);
const DONE = event('Utility', 'ItemCompleted');

const basket = (coldkey: string, hotkey: string, amount: bigint, name = 'BasketClaimed', more = {}): ChainEvent => ({
  pallet: 'SubtensorModule',
  name,
  fields: Object.entries({ hotkey, coldkey, ...more, tao: amount }).map(([field, value]) => ({
    name: field,
    type: '',
    value,
  })),
});

const EVENTS: readonly ChainEvent[] = [
  basket(FRIEND, HOTKEY, 1n),
  basket(COLDKEY, HOTKEY, 13n),
  basket(FRIEND, HOTKEY, 2n, 'BasketStakedIn'),
  basket(COLDKEY, HOTKEY, 17n, 'BasketStakedIn', { value: 16n, shares: 99n }),
  stake('StakeRemoved', HOTKEY, 9n, 90n, SUBNET, FRIEND),
  stake('StakeRemoved', HOTKEY, 5n, 50n, SUBNET),
  stake('StakeRemoved', OTHER_HOTKEY, 7n, 70n, SUBNET),
  stake('StakeAdded', OTHER_HOTKEY, 5n, 20n, OTHER_SUBNET),
  stake('StakeAdded', HOTKEY, 3n, 3n, ROOT),
  stake('StakeAdded', HOTKEY, 4n, 16n, OTHER_SUBNET),
  event('SubtensorModule', 'StakeMoved', COLDKEY, HOTKEY, 1n, OTHER_HOTKEY, 2n, 5n),
  event('Balances', 'Transfer', COLDKEY, FRIEND, 11n),
];

const from = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, amount: toAlphaRao(TAO), all: false };
const priced = { tolerance: TOLERANCE, allowPartial: false };
const remove = { ...from, ...priced, kind: 'stake.remove' } as const;
const move = { ...from, kind: 'stake.move', toHotkey: OTHER_HOTKEY, tolerance: TOLERANCE } as const;
const transfer = { ...from, kind: 'stake.transfer', to: FRIEND } as const;
const batch = (...steps: StakeStep[]) => ({ kind: 'stake.batch', coldkey: COLDKEY, steps }) as const;

const SINGLE: DecodedCallView = { pallet: 'SubtensorModule', call: 'any', args: [] };
const BATCH: DecodedCallView = { pallet: 'Utility', call: 'batch_all', args: [] };
function included(events: readonly ChainEvent[], change: Partial<InclusionRecord> = {}): InclusionRecord {
  return { block: { blockNumber: 5, blockHash: '0x' }, index: 1, ok: true, fee: toRao(1n), events, ...change };
}
const received = (netuid: number, amount: bigint) => ({ way: 'received', netuid, amount });

describe('what changed hands, by the events alone', () => {
  test.each<[string, Intent, unknown[]]>([
    ['TAO of the position that was sold', remove, [received(ROOT, 5n)]],
    [
      'alpha on the destination of a swap',
      { ...remove, kind: 'stake.swap', toNetuid: OTHER_SUBNET },
      [received(OTHER_SUBNET, 16n)],
    ],
    ['alpha with the other validator of a move', { ...move, toNetuid: OTHER_SUBNET }, [received(OTHER_SUBNET, 20n)]],
    ['TAO of a swap to root', { ...remove, kind: 'stake.swap', toNetuid: ROOT }, [received(ROOT, 3n)]],
    [
      'the sum of an exit from everything',
      { kind: 'stake.exitAll', coldkey: COLDKEY, tolerance: TOLERANCE },
      [received(ROOT, 12n)],
    ],
    ['TAO of a claimed basket', { kind: 'basket.claim', coldkey: COLDKEY, hotkey: HOTKEY }, [received(ROOT, 13n)]],
    ['nothing of a basket that paid nothing', { kind: 'basket.claim', coldkey: COLDKEY, hotkey: OTHER_HOTKEY }, []],
    [
      'what a transfer sent',
      { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(11n) },
      [{ way: 'sent', netuid: ROOT, amount: 11n }],
    ],
    ['nothing of a claim, which no event tells', { kind: 'root.claim', coldkey: COLDKEY, netuids: [SUBNET] }, []],
    [
      'TAO that a basket took, whose shares have no unit',
      { kind: 'basket.buy', coldkey: COLDKEY, hotkey: HOTKEY, amount: toRao(TAO) },
      [{ way: 'spent', netuid: ROOT, amount: 17n }],
    ],
    [
      'nothing of a basket that nobody says was bought',
      { kind: 'basket.buy', coldkey: COLDKEY, hotkey: OTHER_HOTKEY, amount: toRao(TAO) },
      [],
    ],
  ])('%s', (_what, intent, expected) => {
    expect(movementsOf(intent, SINGLE, included(EVENTS))).toEqual(expected);
  });

  test('alpha that moved inside a subnet arrived with the other validator, to the base unit', () => {
    const told = [
      stake('StakeRemoved', HOTKEY, 5n, 50n, SUBNET),
      stake('StakeAdded', OTHER_HOTKEY, 5n, 50n, SUBNET),
      event('SubtensorModule', 'StakeMoved', COLDKEY, HOTKEY, 1n, OTHER_HOTKEY, 1n, 5n),
    ];
    expect(movementsOf({ ...move, toNetuid: SUBNET }, SINGLE, included(told))).toEqual([received(SUBNET, 50n)]);
  });

  test('alpha that another coldkey was given is sent, not received', () => {
    const told = [stake('StakeRemoved', HOTKEY, 5n, 50n, SUBNET), stake('StakeAdded', HOTKEY, 5n, 50n, SUBNET, FRIEND)];
    expect(movementsOf(transfer, SINGLE, included(told))).toEqual([{ way: 'sent', netuid: SUBNET, amount: 50n }]);
  });

  test('the sale that paid the fee in alpha brought nobody anything', () => {
    const told = [stake('StakeRemoved', HOTKEY, 2n, 20n, SUBNET), stake('StakeRemoved', HOTKEY, 5n, 50n, SUBNET)];
    const paid = { fee: toRao(2n), feeInAlpha: { netuid: SUBNET, alpha: toAlphaRao(20n) } };
    expect(movementsOf(remove, SINGLE, included(told, paid))).toEqual([received(ROOT, 5n)]);
    expect(movementsOf(remove, SINGLE, included(told))).toEqual([received(ROOT, 7n)]);
  });

  test('is unknown when no event tells', () => {
    expect(movementsOf(remove, SINGLE, included([]))).toEqual([]);
    const elsewhere = [stake('StakeRemoved', HOTKEY, 5n, 50n, OTHER_SUBNET)];
    expect(movementsOf(remove, SINGLE, included(elsewhere))).toEqual([]);
  });
});

describe('a batch', () => {
  const inside = [stake('StakeRemoved', HOTKEY, 1n, 10n, SUBNET), stake('StakeAdded', OTHER_HOTKEY, 1n, 10n, SUBNET)];
  const beyond = [
    stake('StakeRemoved', OTHER_HOTKEY, 1n, 10n, SUBNET),
    stake('StakeAdded', OTHER_HOTKEY, 1n, 4n, OTHER_SUBNET),
  ];
  const sale = [stake('StakeRemoved', HOTKEY, 5n, 50n, SUBNET)];
  const given = [stake('StakeRemoved', HOTKEY, 3n, 30n, SUBNET), stake('StakeAdded', HOTKEY, 3n, 30n, SUBNET, FRIEND)];
  const FEE = event('TransactionPayment', 'TransactionFeePaid', COLDKEY, 1n, 0n);

  test('tells each operation in its own unit, also those of one position', () => {
    const told = [...sale, DONE, ...given, DONE, ...inside, DONE, ...sale, DONE, FEE];
    const steps = batch(remove, transfer, { ...move, toNetuid: SUBNET }, remove);
    expect(movementsOf(steps, BATCH, included(told))).toEqual([
      { ...received(ROOT, 5n), step: 1 },
      { way: 'sent', netuid: SUBNET, amount: 30n, step: 2 },
      { ...received(SUBNET, 10n), step: 3 },
      { ...received(ROOT, 5n), step: 4 },
    ]);
  });

  test('counts an operation of two calls as one', () => {
    const told = [...inside, DONE, ...beyond, DONE, ...sale, DONE, FEE];
    const steps = batch({ ...move, toNetuid: OTHER_SUBNET }, remove);
    expect(movementsOf(steps, BATCH, included(told))).toEqual([
      { ...received(OTHER_SUBNET, 4n), step: 1 },
      { ...received(ROOT, 5n), step: 2 },
    ]);
  });

  test('of one call has no marks', () => {
    expect(movementsOf(batch(remove), SINGLE, included(sale))).toEqual([{ ...received(ROOT, 5n), step: 1 }]);
  });

  test('whose marks do not fit its operations tells nothing, and an operation without events nothing of itself', () => {
    expect(movementsOf(batch(remove, remove, remove), BATCH, included([...sale, DONE, ...sale, DONE]))).toEqual([]);
    expect(movementsOf(batch(remove, transfer), BATCH, included([DONE, ...given, DONE]))).toEqual([
      { way: 'sent', netuid: toNetuid(1), amount: 30n, step: 2 },
    ]);
  });
});
