import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { claimOf, owedOf } from './claims.ts';
import { ALICE, anyOwner, anyRao, BOB, HOTKEY, OTHER_HOTKEY } from './portfolio.test-support.ts';

const anyAlpha = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(toAlphaRao);
const anyDividend = fc.record({
  coldkey: anyOwner,
  hotkey: fc.constantFrom(HOTKEY, OTHER_HOTKEY),
  netuid: fc.integer({ min: 1, max: 9 }).map(toNetuid),
  owed: anyAlpha,
  threshold: anyAlpha,
  spotValue: anyRao,
});

describe('owedOf', () => {
  it('adds alpha of one account on one subnet and of nothing else, and keeps every validator', () => {
    fc.assert(
      fc.property(fc.array(anyDividend), (dividends) => {
        const owed = owedOf(dividends);
        expect(owed.flatMap(({ parts }) => parts)).toHaveLength(dividends.length);
        for (const { coldkey, netuid, owed: sum, parts, belowThreshold } of owed) {
          const mine = dividends.filter((part) => part.coldkey === coldkey && part.netuid === netuid);
          expect(sum).toBe(mine.reduce((total, part) => total + part.owed, 0n));
          expect(new Set(parts)).toEqual(new Set(mine));
          expect(belowThreshold).toBe(!mine.some((part) => part.owed >= part.threshold));
        }
      }),
    );
  });
});

describe('claimOf', () => {
  const owed = (coldkey: typeof ALICE, netuid: number) =>
    owedOf([
      {
        coldkey,
        hotkey: HOTKEY,
        netuid: toNetuid(netuid),
        owed: toAlphaRao(5n),
        threshold: toAlphaRao(1n),
        spotValue: toRao(1n),
      },
    ]);

  it('claims up to five subnets of one account', () => {
    const five = [1, 2, 3, 4, 5].flatMap((netuid) => owed(ALICE, netuid));
    expect(claimOf(five)).toEqual({ ok: true, from: ALICE, netuids: [1, 2, 3, 4, 5] });
    expect(claimOf([...five, ...owed(ALICE, 6)])).toEqual({ ok: false, because: 'too_many' });
    expect(claimOf([...owed(ALICE, 1), ...owed(BOB, 2)])).toEqual({ ok: false, because: 'several_accounts' });
    expect(claimOf([])).toEqual({ ok: false, because: 'nothing' });
  });
});
