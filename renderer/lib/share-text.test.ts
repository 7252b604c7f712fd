import { describe, expect, it } from 'vitest';
import { hundredths, shareText } from './share-text.ts';

describe('shareText', () => {
  it.each([
    [1n, 3n, '33.33 %'],
    [-1n, 3n, '33.33 %'],
    [2n, 1n, '200.00 %'],
    [0n, 5n, '0.00 %'],
    [1n, 1_000_000n, '<0.01 %'],
    [21_000_000_000_000_000n, 21_000_000_000_000_001n, '99.99 %'],
  ])('writes %d of %d as %s', (part, whole, text) => {
    expect(shareText(part, whole)).toBe(text);
  });

  it('has no share of nothing', () => {
    expect(shareText(1n, 0n)).toBeUndefined();
    expect(hundredths(0n, 0n)).toBeUndefined();
  });
});
