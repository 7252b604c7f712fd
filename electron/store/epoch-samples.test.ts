import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import { type Hotkey, MAX_U64, toAlphaRao, toNetuid, toRaoPerAlpha, toTake } from '../../shared/units/index.ts';
import { type EpochSample, openStore, type Store } from './index.ts';

const GENESIS = `0x${'11'.repeat(32)}`;
const NETUID = toNetuid(3);
const HOTKEY = addressOf<Hotkey>(new Uint8Array(32).fill(3));
const OTHER = addressOf<Hotkey>(new Uint8Array(32).fill(2));
const EVERYTHING = { fromBlock: 0, toBlock: 1e9, limit: 1000 };

let dataDir: string;
let store: Store;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'soma-epochs-'));
  store = openStore({ dataDir });
});
afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function epoch(epochBlock: number, dividends = 1n, hotkey = HOTKEY): EpochSample {
  const rows = [
    {
      hotkey,
      dividends: toAlphaRao(dividends),
      stakeAfter: toAlphaRao(MAX_U64),
      rootDividends: toAlphaRao(7n),
    },
  ];
  return { netuid: NETUID, epochBlock, periodBlocks: 360, price: toRaoPerAlpha(50_000_000n), rows };
}
const blocks = (): number[] => store.epochs.recent(GENESIS, NETUID, EVERYTHING).map(({ epochBlock }) => epochBlock);

test('epochs come back as they were read, the newest first, after a restart too', () => {
  store.epochs.record(GENESIS, [epoch(360), epoch(720, 2n)]);
  store.close();
  store = openStore({ dataDir });
  expect(store.epochs.recent(GENESIS, NETUID, EVERYTHING)).toEqual([epoch(720, 2n), epoch(360)]);
});

test('an epoch that is read twice is one epoch, with everybody who was asked for and the newest figures', () => {
  store.epochs.record(GENESIS, [epoch(360, 1n)]);
  store.epochs.record(GENESIS, [epoch(360, 5n), epoch(360, 9n, OTHER)]);
  const [found, ...more] = store.epochs.recent(GENESIS, NETUID, EVERYTHING);
  expect(more).toEqual([]);
  expect(new Map(found?.rows.map(({ hotkey, dividends }) => [hotkey, dividends]))).toEqual(
    new Map([
      [OTHER, 9n],
      [HOTKEY, 5n],
    ]),
  );
});

test('chains and subnets do not mix, and a window leaves out what is outside it', () => {
  store.epochs.record(GENESIS, [epoch(360), { ...epoch(361), netuid: toNetuid(4) }, epoch(720), epoch(1080)]);
  store.epochs.record(`0x${'22'.repeat(32)}`, [epoch(400)]);
  expect(blocks()).toEqual([1080, 720, 360]);
  const range = { fromBlock: 361, toBlock: 1080, limit: 1 };
  expect(store.epochs.recent(GENESIS, NETUID, range).map(({ epochBlock }) => epochBlock)).toEqual([1080]);
  expect(store.epochs.recent(GENESIS, NETUID, { ...range, toBlock: 700 })).toEqual([]);
});

test('epochs beyond the one read are of another chain and go, with their rows', () => {
  store.epochs.record(GENESIS, [epoch(360), epoch(720), epoch(1080)]);
  store.epochs.record(GENESIS, [epoch(600)]);
  expect(blocks()).toEqual([600, 360]);
});

test('the oldest epochs make room', () => {
  store.epochs.record(
    GENESIS,
    Array.from({ length: 40 }, (_, index) => epoch((index + 1) * 360)),
  );
  expect(blocks()).toHaveLength(32);
  expect(Math.min(...blocks())).toBe(9 * 360);
  const raw = new DatabaseSync(join(dataDir, 'soma.sqlite'));
  expect(raw.prepare('SELECT count(*) AS rows FROM epoch_dividends').get()).toEqual({ rows: 32 });
  raw.close();
});

test('a row that no version writes is named damaged', () => {
  store.epochs.record(GENESIS, [epoch(360)]);
  const raw = new DatabaseSync(join(dataDir, 'soma.sqlite'));
  raw.exec(`UPDATE epoch_dividends SET dividends = '-1'`);
  raw.close();
  try {
    store.epochs.recent(GENESIS, NETUID, EVERYTHING);
    expect.unreachable();
  } catch (error) {
    expect(AppError.find(error)?.code).toBe('store.damaged');
  }
});

test('takes come back in the order they were seen, each chain its own', () => {
  const sample = { hotkey: HOTKEY, take: toTake(11_796), blockNumber: 9, seenMs: 1_700_000_000_000 };
  store.takes.append(GENESIS, [sample, { ...sample, hotkey: OTHER }]);
  store.takes.append(GENESIS, [{ ...sample, take: toTake(1000) }]);
  expect(store.takes.all(GENESIS).map(({ hotkey, take }) => [hotkey, take])).toEqual([
    [HOTKEY, 11_796],
    [OTHER, 11_796],
    [HOTKEY, 1000],
  ]);
  expect(store.takes.all('0x00')).toEqual([]);
});
