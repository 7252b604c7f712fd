import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_U64,
  RAO_PER_TAO,
  toAlphaRao,
  toNetuid,
  toPpm,
  toRao,
  toRaoPerAlpha,
} from '../../../shared/units/index.ts';
import { feeRoseTooMuch } from './fee-rise.ts';
import { impactOfBuy, impactOfSale, impactWeight } from './impact.ts';
import { findLookalike } from './lookalike.ts';
import { addObstacles, feeObstacles, leastToStake, leaveObstacles, toleranceObstacles } from './stake.ts';
import { closesSender, mostToSend, type TransferTerms, transferObstacles } from './transfer.ts';
import { expendable, remaining, transferable } from './transferable.ts';

const ED = toRao(500n);
const TAO = RAO_PER_TAO;
const rao = fc.bigInt({ min: 0n, max: 30_000_000n * TAO }).map(toRao);
const smallRao = fc.oneof(fc.bigInt({ min: 0n, max: 2000n }).map(toRao), rao);
const funds = fc.record({
  free: smallRao,
  reserved: smallRao,
  frozen: smallRao,
  consumers: fc.integer({ min: 0, max: 2 }),
});
const codes = (found: readonly { error: { code: string } }[]) => found.map(({ error }) => error.code);

describe('what may leave an account', () => {
  test('leaves the deposit and what is frozen, and never more than there is', () => {
    fc.assert(
      fc.property(funds, (account) => {
        const out = transferable(account, ED);
        expect(out <= account.free).toBe(true);
        if (out > 0n) {
          const rest = account.free - out;
          expect(rest >= ED).toBe(true);
          expect(rest + account.reserved >= account.frozen).toBe(true);
        }
        expect(expendable(account, ED) >= out).toBe(true);
        if (account.consumers > 0) expect(expendable(account, ED)).toBe(out);
      }),
    );
  });

  test('what remains never goes below nothing, even beyond u64', () => {
    expect(remaining(toRao(5n), MAX_U64, MAX_U64)).toBe(0n);
  });
});

const terms = fc
  .record({
    sender: funds,
    fee: smallRao,
    amount: smallRao,
    recipientExists: fc.boolean(),
    mayClose: fc.boolean(),
    reapConsent: fc.boolean(),
  })
  .map((some): TransferTerms => ({ ...some, existentialDeposit: ED }));

describe('a transfer', () => {
  test('without an obstacle is one the chain would carry out', () => {
    fc.assert(
      fc.property(terms, (some) => {
        if (transferObstacles(some).length > 0) return;
        const { sender, amount, fee, mayClose, recipientExists } = some;
        expect(amount > 0n).toBe(true);
        expect(amount + fee <= sender.free).toBe(true);
        if (!mayClose) expect(sender.free - amount - fee >= ED).toBe(true);
        if (closesSender(some)) expect(some.reapConsent && sender.consumers === 0).toBe(true);
        if (!recipientExists) expect(amount >= ED).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('of a suggested amount meets no obstacle of its kind any more', () => {
    fc.assert(
      fc.property(terms, (some) => {
        const [first] = transferObstacles(some);
        if (first?.suggestion === undefined) return;
        const amount = toRao(first.suggestion.amount);
        expect(codes(transferObstacles({ ...some, amount }))).not.toContain(first.error.code);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [501n, 'tx.would_reap'],
    [500n, undefined],
    [499n, undefined],
  ])('leaving the deposit less %i rao is told as what it is', (spent, code) => {
    const sender = { free: toRao(1000n), reserved: toRao(0n), frozen: toRao(0n), consumers: 0 };
    const some = { sender, fee: toRao(0n), amount: toRao(spent), recipientExists: true, existentialDeposit: ED };
    expect(codes(transferObstacles({ ...some, mayClose: false, reapConsent: false }))[0]).toBe(code);
  });

  test('that takes everything is exactly what is there less the fee', () => {
    const sender = { free: toRao(10n * TAO), reserved: toRao(0n), frozen: toRao(0n), consumers: 0 };
    const common = { sender, fee: toRao(135_261n), recipientExists: true, existentialDeposit: ED, reapConsent: true };
    expect(mostToSend({ ...common, mayClose: false })).toBe(10n * TAO - 135_261n - 500n);
    expect(mostToSend({ ...common, mayClose: true })).toBe(10n * TAO - 135_261n);
  });
});

describe('a stake', () => {
  const minStake = toRao(2_000_000n);
  const fee = toRao(1000n);

  test('needs the minimum and the swap fee on it', () => {
    const amount = toRao(1_000_000n);
    const swapFee = toRao(504n);
    const least = leastToStake({ amount, swapFee, minStake });
    expect(least).toBe(2_001_009n);
    const found = addObstacles({ amount, fee, swapFee, transferable: toRao(TAO), minStake });
    expect(found[0]?.error.code).toBe('tx.below_min_stake');
    expect(found[0]?.suggestion?.amount).toBe(least);
  });

  test('of more than there is suggests what there is less the fee', () => {
    const found = addObstacles({
      amount: toRao(2n * TAO),
      fee,
      swapFee: toRao(0n),
      transferable: toRao(TAO),
      minStake,
    });
    expect(found).toEqual([
      {
        error: { code: 'tx.insufficient_balance', facts: { available: '999999000', required: '2000001000' } },
        suggestion: { asset: { kind: 'tao' }, amount: TAO - 1000n },
      },
    ]);
  });

  const refusals = (change: object) =>
    leaveObstacles({
      asset: { kind: 'alpha', netuid: toNetuid(1), symbol: 'α' },
      netuid: toNetuid(1),
      amount: toAlphaRao(50n * TAO),
      held: toAlphaRao(100n * TAO),
      available: undefined,
      worth: toRao(5n * TAO),
      restValue: toRao(5n * TAO),
      least: minStake,
      wholeAnySize: true,
      minStake,
      ...change,
    });
  const removal = (change: object) => codes(refusals(change));
  test.each([
    ['is fine', {}, []],
    ['of more than the position', { amount: 101n * TAO }, ['tx.not_enough_stake']],
    ['of a position that is not there', { held: 0n }, ['tx.not_enough_stake']],
    ['of nothing', { amount: 0n }, ['intent.amount_zero']],
    ['that a lock holds', { available: 49n * TAO }, ['tx.stake_locked']],
    ['that pays less than the minimum', { worth: 1_999_999n }, ['tx.below_min_stake']],
    ['that leaves a rest too small to sell', { restValue: 1_999_999n }, ['tx.remainder_below_min']],
    ['of everything, however small', { amount: 100n * TAO, worth: 1n, restValue: 0n }, []],
    [
      'to another place, everything and too little for that',
      { amount: 100n * TAO, worth: 1n, restValue: 0n, wholeAnySize: false },
      ['tx.below_min_stake'],
    ],
  ])('taken out %s', (_what, change, expected) => {
    expect(removal(change)).toEqual(expected);
  });

  test('taken out beyond a lock suggests what no lock holds, and nothing where that is worth too little', () => {
    // 50 alpha are worth 5 TAO, so 0.02 alpha the minimum of 0.002.
    const suggested = (available: bigint) => refusals({ available })[0]?.suggestion?.amount ?? 0n;
    expect(suggested(20_000_000n)).toBe(20_000_000n);
    expect(suggested(19_999_999n)).toBe(0n);
  });

  test('whose fee cannot be paid while the account stays alive is refused', () => {
    expect(codes(feeObstacles(fee, toRao(999n)))).toEqual(['tx.fee_unpayable']);
    expect(feeObstacles(fee, fee)).toEqual([]);
  });

  test('with a tolerance beyond half the price, or of nothing, is refused', () => {
    expect(codes(toleranceObstacles(toPpm(500_001)))).toEqual(['tx.tolerance_invalid']);
    expect(codes(toleranceObstacles(toPpm(0)))).toEqual(['tx.tolerance_invalid']);
    expect(toleranceObstacles(toPpm(1))).toEqual([]);
    expect(toleranceObstacles(toPpm(500_000))).toEqual([]);
  });
});

describe('price impact', () => {
  test('is what is missing of spot, rounded up, fee included', () => {
    const price = toRaoPerAlpha(100_000_000n); // 0.1 TAO
    expect(impactOfBuy(toRao(TAO), toAlphaRao(10n * TAO), price)).toBe(0);
    expect(impactOfBuy(toRao(TAO), toAlphaRao((98n * TAO) / 10n), price)).toBe(20_000);
    expect(impactOfSale(toAlphaRao(10n * TAO), toRao(TAO - 1n), price)).toBe(1);
  });

  test('is notable from 2 % and strong from 5 %', () => {
    expect([19_999, 20_000, 49_999, 50_000].map((ppm) => impactWeight(toPpm(ppm)))).toEqual([
      'none',
      'notable',
      'notable',
      'strong',
    ]);
  });
});

test('a fee may rise by a tenth, and not by a rao more', () => {
  expect([1000n, 1100n, 1101n].map((now) => feeRoseTooMuch(toRao(1000n), toRao(now)))).toEqual([false, false, true]);
  expect(feeRoseTooMuch(toRao(0n), toRao(1n))).toBe(true);
});

test('an address that begins or ends like a known one is noticed, itself is not', () => {
  const known = ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'];
  expect(findLookalike('5GrwvXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', known)).toBe(known[0]);
  expect(findLookalike('5XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXutQY', known)).toBe(known[0]);
  expect(findLookalike(known[0] ?? '', known)).toBeUndefined();
  expect(findLookalike('5XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', known)).toBeUndefined();
});
