import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRao,
  formatAmount,
  formatTake,
  MAX_U64,
  parseAmount,
  priceCeiling,
  priceFloor,
  spotValue,
  subRaoFloor,
  toAlphaRao,
  toNetuid,
  toPpm,
  toRao,
  toRaoPerAlpha,
  toTake,
} from './index.ts';

const anyU64 = fc.bigInt({ min: 0n, max: MAX_U64 });
const tolerance = fc.integer({ min: 0, max: 1_000_000 }).map(toPpm);

describe('amounts as text', () => {
  test('what is formatted parses back to the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n }), (value) => {
        expect(parseAmount(formatAmount(value))).toEqual({ ok: true, value });
      }),
      { numRuns: 10_000 },
    );
  });

  test('nothing but digits and one dot is an amount', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseAmount(text).ok).toBe(/^\d{1,8}(?:\.\d{1,9})?$/u.test(text));
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ['', 'empty'],
    ['-1', 'not_a_number'],
    ['+1', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    [' 1 ', 'not_a_number'],
    ['1,5', 'not_a_number'],
    ['1.5.5', 'not_a_number'],
    ['.5', 'not_a_number'],
    ['5.', 'not_a_number'],
    ['١', 'not_a_number'],
    ['１', 'not_a_number'],
    ['1.0000000001', 'too_many_decimals'],
    ['123456789', 'too_large'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parseAmount(text)).toEqual({ ok: false, problem });
  });

  test.each([
    [0n, '0'],
    [1n, '0.000000001'],
    [8_200_000_000n, '8.2'],
    [9_007_199_254_740_993n, '9007199.254740993'],
    [-1n, '-0.000000001'],
  ])('writes %d base units as %s', (value, text) => {
    expect(formatAmount(value)).toBe(text);
  });
});

describe('units', () => {
  test('an amount outside u64 is no amount', () => {
    expect(() => toRao(-1n)).toThrow(RangeError);
    expect(() => toRao(MAX_U64 + 1n)).toThrow(RangeError);
    expect(() => toAlphaRao(MAX_U64 + 1n)).toThrow(RangeError);
    expect(() => toNetuid(65_536)).toThrow(RangeError);
    expect(() => toPpm(0.5)).toThrow(RangeError);
    expect(() => toTake(-1)).toThrow(RangeError);
  });

  test('what is left is never below zero', () => {
    fc.assert(
      fc.property(anyU64, anyU64, (a, b) => {
        expect(subRaoFloor(toRao(a), toRao(b))).toBe(a > b ? a - b : 0n);
      }),
    );
  });

  test('a take never looks smaller than it is', () => {
    expect(formatTake(toTake(11_796))).toBe('18.00 %');
    expect(formatTake(toTake(65_535))).toBe('100.00 %');
    expect(formatTake(toTake(1))).toBe('0.01 %');
  });
});

describe('prices', () => {
  test('a ceiling is never above and a floor never below what the tolerance allows', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), tolerance, (value, share) => {
        const price = toRaoPerAlpha(value);
        expect(priceCeiling(price, share) * 1_000_000n).toBeLessThanOrEqual(value * (1_000_000n + BigInt(share)));
        expect(priceFloor(price, share) * 1_000_000n).toBeGreaterThanOrEqual(value * (1_000_000n - BigInt(share)));
        expect(priceFloor(price, share)).toBeLessThanOrEqual(price);
        expect(priceCeiling(price, share)).toBeGreaterThanOrEqual(price);
      }),
      { numRuns: 10_000 },
    );
  });

  test('a spot value is rounded down', () => {
    expect(spotValue(toAlphaRao(3n), toRaoPerAlpha(500_000_000n))).toBe(1n);
  });

  test('a position that a drained pool prices beyond all TAO is worth the largest amount there is', () => {
    const value = spotValue(toAlphaRao(10n ** 15n), toRaoPerAlpha(10n ** 15n));
    expect(value).toBe(MAX_U64);
    expect(addRao(value, value)).toBe(MAX_U64);
  });
});
