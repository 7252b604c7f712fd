import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import {
  type Coldkey,
  type Hotkey,
  MAX_U64,
  toAlphaRao,
  toNetuid,
  toRao,
  toRaoPerAlpha,
} from '../../shared/units/index.ts';
import { openStore, type PositionSample, type SampleBatch, type Store } from './index.ts';

const GENESIS = `0x${'11'.repeat(32)}`;
const OTHER = `0x${'22'.repeat(32)}`;
const COLDKEY = addressOf<Coldkey>(new Uint8Array(32).fill(1));
const POSITION = {
  coldkey: COLDKEY,
  hotkey: addressOf<Hotkey>(new Uint8Array(32).fill(2)),
  netuid: toNetuid(3),
} as const;
const DAY = 86_400_000;

let dataDir: string;
let store: Store | undefined;
const open = (): Store['samples'] => {
  store ??= openStore({ dataDir });
  return store.samples;
};
const reopen = (): Store['samples'] => {
  store?.close();
  store = undefined;
  return open();
};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'soma-samples-'));
});
afterEach(() => {
  store?.close();
  store = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

const value = (blockNumber: number, timeMs: number, free = 1n) => ({
  blockNumber,
  timeMs,
  free: toRao(free),
  reserved: toRao(2n),
  stakedSpot: toRao(3n),
});
const held = (blockNumber: number, timeMs: number, change: Partial<PositionSample> = {}): PositionSample => ({
  blockNumber,
  timeMs,
  alpha: toAlphaRao(5n),
  shares: 5n << 64n,
  nonce: 0,
  earned: 0n,
  gaps: 0,
  ...change,
});
/** A block with one sample of the account and one of its position. */
const batch = (blockNumber: number, timeMs: number, change: Partial<SampleBatch> = {}): SampleBatch => ({
  genesis: GENESIS,
  block: { blockNumber, blockHash: `0x${String(blockNumber).padStart(64, '0')}` },
  values: [{ coldkey: COLDKEY, sample: value(blockNumber, timeMs) }],
  positions: [{ position: POSITION, sample: held(blockNumber, timeMs), price: toRaoPerAlpha(7n) }],
  ...change,
});

describe('samples', () => {
  test('come back exactly after a restart, up to the largest amounts', () => {
    const sample = held(9, 1000, { alpha: toAlphaRao(MAX_U64), shares: (1n << 128n) - 1n, earned: MAX_U64, gaps: 2 });
    const worth = { ...value(9, 1000, MAX_U64), stakedExit: toRao(MAX_U64) };
    open().record({
      ...batch(9, 1000),
      values: [{ sample: worth }],
      positions: [{ position: POSITION, sample, price: toRaoPerAlpha(MAX_U64) }],
    });
    const samples = reopen();
    expect(samples.histories(GENESIS, [COLDKEY])).toEqual([{ position: POSITION, first: sample, last: sample }]);
    expect(samples.newestValue({ genesis: GENESIS })).toEqual(worth);
    expect(samples.newestBlocks(GENESIS, 3)).toEqual([batch(9, 1000).block]);
  });

  test('keep accounts, their sum and chains apart', () => {
    const samples = open();
    samples.record(batch(5, 1000));
    samples.record({ ...batch(6, 2000), values: [{ sample: value(6, 2000, 100n) }], positions: [] });
    expect(samples.values({ genesis: GENESIS, coldkey: COLDKEY }, 0)).toEqual([value(5, 1000)]);
    expect(samples.values({ genesis: GENESIS }, 0)).toEqual([value(6, 2000, 100n)]);
    expect(samples.values({ genesis: OTHER, coldkey: COLDKEY }, 0)).toEqual([]);
    expect(samples.histories(OTHER, [COLDKEY])).toEqual([]);
    expect(samples.newestBlocks(OTHER, 3)).toEqual([]);
  });

  test('are listed since a time, oldest first', () => {
    const samples = open();
    for (const at of [3, 1, 2]) samples.record(batch(at, at * 1000));
    const found = samples.values({ genesis: GENESIS, coldkey: COLDKEY }, 2000);
    expect(found.map(({ blockNumber }) => blockNumber)).toEqual([2, 3]);
  });

  test('begin a history at the last sample up to a time, or at the first one', () => {
    const samples = open();
    for (const at of [1, 2, 3]) samples.record(batch(at, at * 1000));
    const first = (sinceMs: number): number | undefined =>
      [...samples.historiesSince(GENESIS, [COLDKEY], sinceMs)][0]?.[0]?.first.blockNumber;
    expect([0, 1000, 2999, 9999].map(first)).toEqual([1, 1, 2, 3]);
  });

  test('of a height are replaced, and those a fork dropped are forgotten on that chain only', () => {
    const samples = open();
    for (const at of [1, 2, 3]) samples.record(batch(at, at * 1000));
    samples.record({ ...batch(3, 3000), genesis: OTHER });
    samples.record({ ...batch(3, 3500), block: { blockNumber: 3, blockHash: `0x${'aa'.repeat(32)}` } });
    expect(samples.newestBlocks(GENESIS, 1)).toEqual([{ blockNumber: 3, blockHash: `0x${'aa'.repeat(32)}` }]);
    samples.drop(GENESIS, 2);
    expect(samples.histories(GENESIS, [COLDKEY])[0]?.last.blockNumber).toBe(1);
    expect(samples.newestValue({ genesis: GENESIS, coldkey: COLDKEY })?.blockNumber).toBe(1);
    expect(samples.newestBlocks(GENESIS, 9)).toHaveLength(1);
    expect(samples.histories(OTHER, [COLDKEY])).toHaveLength(1);
  });

  test('older than ninety days are thinned to the last of each day, and the first of a position stays', () => {
    const samples = open();
    const hours = Array.from({ length: 72 }, (_, hour) => hour);
    for (const hour of hours) samples.record(batch(hour, hour * 3_600_000));
    samples.prune(90 * DAY + 2 * DAY);
    const left = samples.values({ genesis: GENESIS, coldkey: COLDKEY }, 0).map(({ blockNumber }) => blockNumber);
    expect(left).toEqual([23, 47, ...hours.slice(48)]);
    const starts = (sinceHour: number): number | undefined =>
      [...samples.historiesSince(GENESIS, [COLDKEY], sinceHour * 3_600_000)][0]?.[0]?.first.blockNumber;
    expect([0, 22, 23, 46, 47, 48].map(starts)).toEqual([0, 0, 23, 23, 47, 48]);
  });

  test('of many positions come page by page, none twice and none left out, though some lost all their samples', () => {
    const samples = open();
    const place = (netuid: number) => ({ ...POSITION, netuid: toNetuid(netuid) });
    const of = (blockNumber: number, netuids: readonly number[]): SampleBatch =>
      batch(blockNumber, blockNumber * 1000, {
        values: [],
        positions: netuids.map((netuid) => ({
          position: place(netuid),
          sample: held(blockNumber, blockNumber * 1000),
          price: toRaoPerAlpha(7n),
        })),
      });
    const all = Array.from({ length: 150 }, (_, netuid) => netuid);
    const [dropped, kept] = [all.filter((netuid) => netuid % 3 === 0), all.filter((netuid) => netuid % 3 > 0)];
    samples.record(of(1, kept));
    samples.record(of(2, dropped));
    samples.drop(GENESIS, 2);
    samples.record(of(3, kept));
    const pages = [...samples.historiesSince(GENESIS, [COLDKEY], 2000)];
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flat().map(({ position }) => position.netuid)).toEqual(kept);
    expect(pages.flat().every(({ first, last }) => first.blockNumber === 1 && last.blockNumber === 3)).toBe(true);
  });

  test('keep the hashes of the newest blocks and of the first one', () => {
    const samples = open();
    for (let at = 0; at < 80; at += 1) samples.record(batch(at, at, { values: [], positions: [] }));
    const kept = samples.newestBlocks(GENESIS, 1000);
    expect(kept.map(({ blockNumber }) => blockNumber)).toEqual([...Array.from({ length: 64 }, (_, at) => 79 - at), 0]);
    expect(samples.oldestBlock(GENESIS)).toEqual(batch(0, 0).block);
  });

  test('that no version writes are named damaged, not shown', () => {
    open().record(batch(1, 1000));
    store?.close();
    store = undefined;
    const raw = new DatabaseSync(join(dataDir, 'soma.sqlite'));
    raw.exec(`UPDATE value_samples SET free = '-1'; UPDATE position_samples SET shares = 'many'`);
    raw.close();
    const samples = open();
    const codeOf = (action: () => unknown): string | undefined => {
      try {
        action();
      } catch (error) {
        return AppError.find(error)?.code;
      }
      return undefined;
    };
    expect(codeOf(() => samples.values({ genesis: GENESIS, coldkey: COLDKEY }, 0))).toBe('store.damaged');
    expect(codeOf(() => samples.histories(GENESIS, [COLDKEY]))).toBe('store.damaged');
  });
});
