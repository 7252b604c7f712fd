import { describe, expect, it } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import type { Coldkey, Hotkey } from '../../shared/units/index.ts';
import { toAlphaRao, toNetuid, toPpm, toRao } from '../../shared/units/index.ts';
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
  ];

  it.each(cases)('says what %o asks for, names cleaned and keys beside them', (intent, text) => {
    expect(intentText(intent, names)).toBe(text);
  });

  it('holds no shortened key where the whole one stands below', () => {
    const intent: Intent = { kind: 'transfer.keepAlive', coldkey: bob, to: alice, amount: toRao(1_000_000_000n) };
    expect(intentText(intent, names, 'below')).toBe('Send 1 τ to the address below');
    expect(intentText({ kind: 'stake.add', ...trade, amount: toRao(1n) }, names, 'below')).not.toContain('…');
  });
});
