import { describe, expect, test } from 'vitest';
import type { Intent } from '../../../shared/contract/index.ts';
import { toAlphaRao, toRao } from '../../../shared/units/index.ts';
import type { ChainEvent } from '../../chain/port.ts';
import { OTHER_HOTKEY, OTHER_SUBNET, ROOT, TOLERANCE } from '../testing/plan-world.test-support.ts';
import { COLDKEY, FRIEND, HOTKEY, SUBNET, TAO } from '../testing/setup.test-support.ts';
import { arrivesOn, receivedOf } from './received.ts';

const event = (pallet: string, name: string, ...values: unknown[]): ChainEvent => ({
  pallet,
  name,
  fields: values.map((value, at) => ({ name: String(at), type: '', value })),
});
const stake = (name: string, hotkey: string, tao: bigint, alpha: bigint, netuid: number, coldkey: string = COLDKEY) =>
  event('SubtensorModule', name, coldkey, hotkey, tao, alpha, BigInt(netuid), 0n);

const EVENTS: readonly ChainEvent[] = [
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
const tao = (amount: bigint) => ({ asset: { kind: 'tao' }, amount });
const alpha = (amount: bigint) => ({ asset: { kind: 'alpha', netuid: OTHER_SUBNET, symbol: 'β' }, amount });

describe('what arrived, by the events alone', () => {
  test.each<[string, Intent, unknown]>([
    ['TAO of the position that was sold', remove, tao(5n)],
    ['alpha on the destination of a swap', { ...remove, kind: 'stake.swap', toNetuid: OTHER_SUBNET }, alpha(16n)],
    [
      'alpha with the other validator of a move',
      { ...from, kind: 'stake.move', toHotkey: OTHER_HOTKEY, toNetuid: OTHER_SUBNET, tolerance: TOLERANCE },
      alpha(20n),
    ],
    ['TAO of a swap to root', { ...remove, kind: 'stake.swap', toNetuid: ROOT }, tao(3n)],
    ['the sum of an exit from everything', { kind: 'stake.exitAll', coldkey: COLDKEY, tolerance: TOLERANCE }, tao(12n)],
    ['the sum of a batch of sales', { kind: 'stake.batch', coldkey: COLDKEY, steps: [remove, remove] }, tao(12n)],
    [
      'no single figure of a mixed batch',
      { kind: 'stake.batch', coldkey: COLDKEY, steps: [remove, { ...from, kind: 'stake.transfer', to: FRIEND }] },
      undefined,
    ],
    ['TAO that a claim added to root stake', { kind: 'root.claim', coldkey: COLDKEY, netuids: [SUBNET] }, tao(3n)],
    [
      'what a transfer sent',
      { kind: 'transfer.keepAlive', coldkey: COLDKEY, to: FRIEND, amount: toRao(11n) },
      tao(11n),
    ],
    ['nothing of a transfer of stake', { ...from, kind: 'stake.transfer', to: FRIEND }, undefined],
  ])('%s', (_what, intent, expected) => {
    expect(receivedOf(intent, EVENTS, 'β')).toEqual(expected);
  });

  test('is unknown when no event tells', () => {
    expect(receivedOf(remove, [], '')).toBeUndefined();
    expect(receivedOf(remove, [stake('StakeRemoved', HOTKEY, 5n, 50n, OTHER_SUBNET)], '')).toBeUndefined();
  });

  test('is in the token of the subnet it arrives on', () => {
    expect(arrivesOn({ ...remove, kind: 'stake.swap', toNetuid: OTHER_SUBNET })).toBe(OTHER_SUBNET);
    expect(arrivesOn(remove)).toBeUndefined();
  });
});
