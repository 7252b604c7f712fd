import { describe, expect, it } from 'vitest';
import { timeTicks, valueTicks } from './chart-ticks.ts';

const at = (hours: number, minutes = 0): number => new Date(2026, 10, 25, hours, minutes).getTime() / 1000;

describe('timeTicks', () => {
  it('names hours in a day, the day at midnight, days and months where ticks are that far apart', () => {
    expect(timeTicks([at(0), at(6), at(12, 30)], 6 * 3600)).toEqual(['25 Nov', '06:00', '12:30']);
    expect(timeTicks([at(6), at(6) + 30], 30)).toEqual(['06:00:00', '06:00:30']);
    expect(timeTicks([at(6), at(6) + 0.5, at(6) + 1], 0.5)).toEqual(['06:00:00', '', '06:00:01']);
    expect(timeTicks([at(6)], 86_400)).toEqual(['25 Nov']);
    expect(timeTicks([at(6)], 40 * 86_400)).toEqual(['Nov 2026']);
  });
});

describe('valueTicks', () => {
  it('has as many decimals as tell neighbours apart', () => {
    expect(valueTicks([1000, 1500, 2000], 500)).toEqual(['1\u202f000', '1\u202f500', '2\u202f000']);
    expect(valueTicks([0.1, 0.2], 0.1)).toEqual(['0.1', '0.2']);
    expect(valueTicks([1.005, 1.01], 0.005)).toEqual(['1.005', '1.010']);
    expect(valueTicks([-2, 0], 2)).toEqual(['−2', '0']);
  });
});
