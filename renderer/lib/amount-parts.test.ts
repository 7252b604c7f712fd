import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountParts, exactAmount, GROUP_SPACE } from './amount-parts.ts';

const join = (value: bigint, full: boolean): string => {
  const { whole, head, tail } = amountParts(value, full);
  return whole + head + tail;
};

describe('a figure on screen', () => {
  test('shows four decimals and dims the last two', () => {
    expect(amountParts(87_499_812_345n, false)).toEqual({ whole: '87', head: '.49', tail: '98', cut: true });
  });

  test('shows all nine decimals on demand', () => {
    expect(join(87_499_812_345n, true)).toBe('87.499812345');
    expect(exactAmount(1n)).toBe('0.000000001');
  });

  test('never shows zero for something', () => {
    expect(join(1n, false)).toBe('<0.0001');
    expect(join(0n, false)).toBe('0.0000');
  });

  test('groups thousands', () => {
    expect(join(1_234_567_000_000_000n, false)).toBe(`1${GROUP_SPACE}234${GROUP_SPACE}567.0000`);
  });

  test('keeps the sign of a loss', () => {
    expect(join(-1_500_000_000n, false)).toBe('−1.5000');
  });

  test('never rounds up: what is shown is at most the amount and less than one shown unit below it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100_000n, max: (1n << 64n) - 1n }), (value) => {
        const shown = BigInt(join(value, false).replaceAll(GROUP_SPACE, '').replace('.', '')) * 100_000n;
        expect(shown <= value && value - shown < 100_000n).toBe(true);
      }),
    );
  });

  test('is exact to the last unit in full', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
        expect(BigInt(exactAmount(value).replaceAll(GROUP_SPACE, '').replace('.', ''))).toBe(value);
      }),
    );
  });
});
