import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPpm } from '../../shared/units/index.ts';
import { formatPercent, parsePercent } from './percent-text.ts';

describe('a percentage in a text box', () => {
  test('half a percent is 5000 parts per million', () => {
    expect(parsePercent('0.5')).toEqual({ ok: true, value: 5000 });
    expect(formatPercent(toPpm(5000))).toBe('0.5');
  });

  test.each(['', '-1', '1e2', '0.00001', '100.0001', '1,5', '.5', 'abc', '1000'])('refuses %j', (text) => {
    expect(parsePercent(text).ok).toBe(false);
  });

  test('survives the round trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
        expect(parsePercent(formatPercent(toPpm(ppm)))).toEqual({ ok: true, value: ppm });
      }),
    );
  });
});
