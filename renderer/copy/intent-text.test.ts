import { describe, expect, it } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import type { Coldkey, Hotkey } from '../../shared/units/index.ts';
import { toAlphaRao, toNetuid, toPpm, toRao, toTake } from '../../shared/units/index.ts';
import { intentText } from './intent-text.ts';

const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Coldkey;
const bob = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Coldkey;
const names = {
  account: (address: string) => (address === bob ? 'Bob' : undefined),
  validator: () => 'Validator\u202e X',
  symbol: () => 'θ',
};
const trade = {
  coldkey: alice,
  hotkey: bob as string as Hotkey,
  netuid: toNetuid(8),
  tolerance: toPpm(5000),
  allowPartial: false,
};

const hotkey = bob as string as Hotkey;
const toHotkey = alice as string as Hotkey;
const place = { coldkey: alice, hotkey, netuid: toNetuid(8), tolerance: toPpm(5000) };
const part = { amount: toAlphaRao(2_500_000_000n), all: false };

describe('intentText', () => {
  const cases: readonly (readonly [Intent, string])[] = [
    [
      { kind: 'transfer.keepAlive', coldkey: alice, to: bob, amount: toRao(12_500_000_001n) },
      'Send 12.500000001 τ to Bob (5FHneW…M694ty)',
    ],
    [{ kind: 'transfer.keepAlive', coldkey: bob, to: alice, amount: toRao(1n) }, 'Send 0.000000001 τ to 5Grwva…GKutQY'],
    [
      { kind: 'transfer.all', coldkey: alice, to: bob, keepAlive: false, reapConsent: true },
      'Send everything to Bob (5FHneW…M694ty) and close the account',
    ],
    [
      { kind: 'stake.add', ...trade, amount: toRao(10_000_000_000n) },
      'Stake 10 τ with Validator X (5FHneW…M694ty) on subnet 8',
    ],
    [
      { kind: 'stake.remove', ...trade, amount: toAlphaRao(2_500_000_000n), all: false },
      'Unstake 2.5 θ SN8 from Validator X (5FHneW…M694ty) on subnet 8',
    ],
    [
      { kind: 'stake.remove', ...trade, netuid: toNetuid(0), amount: toAlphaRao(5_000_000_000n), all: false },
      'Unstake 5 τ from Validator X (5FHneW…M694ty) on root',
    ],
    [
      { kind: 'stake.remove', ...trade, amount: toAlphaRao(0n), all: true },
      'Unstake all from Validator X (5FHneW…M694ty) on subnet 8',
    ],
    [
      { kind: 'stake.move', ...place, toHotkey, toNetuid: toNetuid(8), ...part },
      'Move 2.5 θ SN8 from Validator X (5FHneW…M694ty) to Validator X (5Grwva…GKutQY) on subnet 8',
    ],
    [
      { kind: 'stake.move', ...place, toHotkey, toNetuid: toNetuid(0), ...part },
      'Move 2.5 θ SN8 from Validator X (5FHneW…M694ty) to Validator X (5Grwva…GKutQY), from subnet 8 to root',
    ],
    [
      { kind: 'stake.swap', ...trade, toNetuid: toNetuid(1), amount: toAlphaRao(2_500_000_000n), all: false },
      'Swap 2.5 θ SN8 with Validator X (5FHneW…M694ty) from subnet 8 to subnet 1',
    ],
    [
      {
        kind: 'stake.transfer',
        coldkey: alice,
        hotkey,
        netuid: toNetuid(8),
        to: bob,
        amount: toAlphaRao(0n),
        all: true,
      },
      'Transfer all with Validator X (5FHneW…M694ty) on subnet 8 to Bob (5FHneW…M694ty)',
    ],
    [
      { kind: 'stake.exitAll', coldkey: alice, netuid: toNetuid(8), tolerance: toPpm(5000) },
      'Unstake everything on subnet 8',
    ],
    [
      {
        kind: 'stake.batch',
        coldkey: alice,
        steps: [
          { kind: 'stake.add', ...trade, amount: toRao(1_000_000_000n) },
          { kind: 'stake.swap', ...trade, toNetuid: toNetuid(1), amount: toAlphaRao(0n), all: true },
        ],
      },
      '2 operations: stake 1 τ with Validator X (5FHneW…M694ty) on subnet 8; swap all with Validator X (5FHneW…M694ty) from subnet 8 to subnet 1',
    ],
    [
      { kind: 'autoStake.set', coldkey: alice, hotkey, netuid: toNetuid(8) },
      'Stake mining rewards of subnet 8 with Validator X (5FHneW…M694ty)',
    ],
    [
      { kind: 'root.claimType', coldkey: alice, claimType: { is: 'keep_subnets', netuids: [8, 1, 2].map(toNetuid) } },
      'Keep root dividends of subnets 1, 2 and 8, sell the others',
    ],
    [{ kind: 'root.claim', coldkey: alice, netuids: [toNetuid(8)] }, 'Claim root dividends of subnet 8'],
    [
      { kind: 'basket.claim', coldkey: alice, hotkey },
      'Claim your shares of the basket of Validator X (5FHneW…M694ty)',
    ],
    [
      { kind: 'basket.buy', coldkey: alice, hotkey, amount: toRao(1n) },
      'Buy into the basket of Validator X (5FHneW…M694ty) for 0.000000001 τ',
    ],
    [
      { kind: 'take.set', coldkey: alice, hotkey, take: toTake(11_796) },
      'Set the take of Validator X (5FHneW…M694ty) to 18.00 %',
    ],
  ];

  it.each(cases)('says what %o asks for, names cleaned and keys beside them', (intent, text) => {
    expect(intentText(intent, names)).toBe(text);
  });

  it('counts the steps of a long batch that it does not name', () => {
    const step = { kind: 'stake.add', ...trade, amount: toRao(1n) } as const;
    const text = intentText(
      { kind: 'stake.batch', coldkey: alice, steps: Array.from({ length: 9 }, () => step) },
      names,
    );
    expect(text).toMatch(/^9 operations: stake .*; and 6 more$/u);
  });

  it('tells two nameless validators apart where their keys stand below', () => {
    const nobody = { ...names, validator: () => undefined };
    expect(
      intentText({ kind: 'stake.move', ...place, toHotkey, toNetuid: toNetuid(8), ...part }, nobody, 'below'),
    ).toBe('Move 2.5 θ SN8 from the first validator below to the second validator below on subnet 8');
  });

  it('holds no shortened key where the whole one stands below', () => {
    const intent: Intent = { kind: 'transfer.keepAlive', coldkey: bob, to: alice, amount: toRao(1_000_000_000n) };
    expect(intentText(intent, names, 'below')).toBe('Send 1 τ to the address below');
    expect(intentText({ kind: 'stake.add', ...trade, amount: toRao(1n) }, names, 'below')).not.toContain('…');
  });
});
