import { describe, expect, it } from 'vitest';
import { aboutBlocksText, dateValue, dayStartMs, dayText } from './time-text.ts';

describe('dayStartMs', () => {
  it('is the local midnight of the day, and gives the day back', () => {
    const start = dayStartMs('2026-11-23');
    expect(new Date(start ?? 0).getHours()).toBe(0);
    expect(dateValue(start ?? 0)).toBe('2026-11-23');
    expect(dayText(start ?? 0)).toBe('23 Nov 2026');
  });

  it.each(['', '2026-11', 'today', '0100-01-01'])('has no moment for %j', (text) => {
    expect(dayStartMs(text)).toBeUndefined();
  });
});

describe('aboutBlocksText', () => {
  it('tells roughly how long blocks take, rounded up', () => {
    expect(aboutBlocksText(5, 12_000)).toBe('about a minute');
    expect(aboutBlocksText(450, 12_000)).toBe('about 2 hours');
    expect(aboutBlocksText(216_000, 12_000)).toBe('about 30 days');
  });
});
