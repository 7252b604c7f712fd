import { beforeEach, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import { type Hotkey, toTake } from '../../shared/units/index.ts';
import type { TakeSample, TakeSamples } from '../store/index.ts';
import { TakeBook } from './take-book.ts';

const GENESIS = '0x01';
const HOTKEY = addressOf<Hotkey>(new Uint8Array(32).fill(3));
const DAY_MS = 86_400_000;

let nowMs: number;
let kept: TakeSample[];
let broken: boolean;
let warnings: string[];
const samples: TakeSamples = {
  append: (_genesis, list) => {
    if (broken) throw new AppError('disk.full');
    kept.push(...list);
  },
  all: () => kept,
};
const open = (): TakeBook =>
  new TakeBook({ samples, now: () => nowMs, log: { warn: (message) => warnings.push(message) } });
const reading = (take: number) => ({
  block: { blockNumber: 5, blockHash: '0x' },
  value: [{ hotkey: HOTKEY, take: toTake(take) }],
});

beforeEach(() => {
  nowMs = 1_700_000_000_000;
  kept = [];
  broken = false;
  warnings = [];
});

test('a take that is seen for the first time did not rise', () => {
  const book = open();
  book.note(GENESIS, reading(5000));
  expect(book.rose(GENESIS, HOTKEY)).toBeUndefined();
});

test('the same take is written once', () => {
  const book = open();
  for (let i = 0; i < 3; i += 1) book.note(GENESIS, reading(5000));
  expect(kept).toHaveLength(1);
});

test('a rise is told with both takes, after a restart too, and for thirty days', () => {
  const book = open();
  book.note(GENESIS, reading(5000));
  nowMs += DAY_MS;
  book.note(GENESIS, reading(6000));
  const rise = { from: 5000, to: 6000, seenMs: nowMs };
  expect(book.rose(GENESIS, HOTKEY)).toEqual(rise);
  expect(open().rose(GENESIS, HOTKEY)).toEqual(rise);
  nowMs += 30 * DAY_MS;
  expect(book.rose(GENESIS, HOTKEY)).toEqual(rise);
  nowMs += 1;
  expect(book.rose(GENESIS, HOTKEY)).toBeUndefined();
});

test('a take that went down afterwards did not rise', () => {
  const book = open();
  for (const take of [5000, 6000, 5500]) book.note(GENESIS, reading(take));
  expect(book.rose(GENESIS, HOTKEY)).toBeUndefined();
});

test('another chain knows nothing of it', () => {
  const book = open();
  for (const take of [5000, 6000]) book.note(GENESIS, reading(take));
  kept = [];
  expect(book.rose('0x02', HOTKEY)).toBeUndefined();
});

test('a list that names a validator twice is one take', () => {
  const book = open();
  const { block, value } = reading(5000);
  const twice = { block, value: [...value, { hotkey: HOTKEY, take: toTake(1) }] };
  book.note(GENESIS, twice);
  book.note(GENESIS, twice);
  expect(kept).toHaveLength(1);
});

test('a disk that fails costs the memory of takes and nothing else', () => {
  broken = true;
  const book = open();
  expect(() => book.note(GENESIS, reading(5000))).not.toThrow();
  expect(warnings).toHaveLength(1);
});
