import { expect, test } from 'vitest';
import { toRao } from '../../shared/units/index.ts';
import { thinned } from './history.ts';

const samples = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    blockNumber: at,
    timeMs: at,
    free: toRao(0n),
    reserved: toRao(0n),
    stakedSpot: toRao(0n),
  }));

test('few samples are all shown', () => {
  expect(thinned(samples(5), 5)).toEqual(samples(5));
});

test('many samples are thinned evenly, and the first and the last stay', () => {
  expect(thinned(samples(11), 6).map(({ blockNumber }) => blockNumber)).toEqual([0, 2, 4, 6, 8, 10]);
  const many = thinned(samples(12_345));
  expect(many).toHaveLength(5000);
  expect([many.at(0)?.blockNumber, many.at(-1)?.blockNumber]).toEqual([0, 12_344]);
});
