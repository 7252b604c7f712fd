import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilI96F32, fixedBits, shareUnits, timesI96F32 } from './fixed.ts';
import { ScaleError } from './reader.ts';

const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });

describe('shares', () => {
  it('of the three shapes are the same number where they stand for the same shares', () => {
    fc.assert(
      fc.property(u64, fc.integer({ min: 0, max: 18 }), (whole, digits) => {
        const expected = whole << 64n;
        expect(shareUnits(whole)).toBe(expected);
        expect(shareUnits({ bits: expected })).toBe(expected);
        expect(shareUnits({ mantissa: whole * 10n ** BigInt(digits), exponent: BigInt(-digits) })).toBe(expected);
        expect(shareUnits({ mantissa: whole, exponent: 3n })).toBe(expected * 1000n);
      }),
    );
  });

  it('round down what 2^-64 cannot hold', () => {
    expect(shareUnits({ mantissa: 1n, exponent: -1n })).toBe((1n << 64n) / 10n);
    expect(shareUnits({ mantissa: 1n, exponent: -20n })).toBe(0n);
  });

  it('with an exponent no share has, or below zero, are refused at once', () => {
    for (const exponent of [31n, (1n << 63n) - 1n]) {
      expect(() => shareUnits({ mantissa: 1n, exponent })).toThrow(ScaleError);
    }
    expect(() => shareUnits({ mantissa: -1n, exponent: 0n })).toThrow(ScaleError);
  });

  it('too small to count are nothing, without any long division', () => {
    expect(shareUnits({ mantissa: (1n << 128n) - 1n, exponent: -(1n << 63n) })).toBe(0n);
    expect(shareUnits({ mantissa: 0n, exponent: 1n << 62n })).toBe(0n);
  });

  it('are not read from anything else', () => {
    for (const value of [{ mantissa: 1n }, { exponent: 1n }, {}, null, '1', { bits: '1' }, -1n, { bits: -1n }]) {
      expect(() => shareUnits(value)).toThrow(ScaleError);
    }
  });
});

describe('claim rates', () => {
  it('times root stake round down and never below zero', () => {
    expect(timesI96F32((1n << 32n) / 2n, 3n)).toBe(1n);
    expect(timesI96F32(-1n, 5n)).toBe(0n);
  });

  it('a threshold rounded up is reached only by what reaches the threshold itself', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 96n }), u64, (bits, whole) => {
        expect(whole >= ceilI96F32(bits)).toBe(whole << 32n >= bits);
      }),
    );
    expect(ceilI96F32(-(1n << 40n))).toBe(0n);
  });

  it('come folded or as a record of bits', () => {
    expect([fixedBits(5n), fixedBits({ bits: 5n })]).toEqual([5n, 5n]);
    expect(() => fixedBits({})).toThrow(ScaleError);
  });
});
