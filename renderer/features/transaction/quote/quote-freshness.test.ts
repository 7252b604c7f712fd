import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../shared/contract/index.ts';
import { impactWeight, isQuoteCurrent } from './quote-freshness.ts';

const quote = { block: { blockNumber: 100, blockHash: `0x${'0'.repeat(64)}` } } as Quote;

describe('a quote', () => {
  it('is current at the head and up to two blocks behind it, while the chain is live', () => {
    expect([100, 102, 103].map((best) => isQuoteCurrent(quote, best, true))).toEqual([true, true, false]);
    expect(isQuoteCurrent(quote, 100, false)).toBe(false);
  });

  it('has a notable impact from 2 % and a strong one from 5 %', () => {
    expect([0, 19_999, 20_000, 49_999, 50_000].map(impactWeight)).toEqual([
      'slight',
      'slight',
      'notable',
      'notable',
      'strong',
    ]);
  });
});
