import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { toPpm, toRao } from '../../shared/units/index.ts';
import { openStore, type Store } from './index.ts';
import { journalRecord } from './journal-record.test-support.ts';

let dataDir: string;
let store: Store | undefined;
const open = (): Store => {
  store = openStore({ dataDir });
  return store;
};
const close = (): void => {
  store?.close();
  store = undefined;
};
const codeOf = (action: () => unknown): string | undefined => {
  try {
    action();
  } catch (error) {
    return AppError.find(error)?.code;
  }
  return undefined;
};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'soma-store-'));
});
afterEach(() => {
  close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the journal', () => {
  test('gives back what was written, after a restart too', () => {
    const record = journalRecord({
      fee: toRao(135_261n),
      moved: [{ way: 'received', step: 2, asset: { kind: 'tao' }, amount: 7n }],
    });
    open().journal.insert(record);
    close();
    expect(open().journal.get(record.txId)).toEqual(record);
  });

  test('reads the one amount that rows of older versions hold: sent by a transfer, received by anything else', () => {
    const { journal } = open();
    journal.insert(journalRecord());
    close();
    const database = new DatabaseSync(join(dataDir, 'soma.sqlite'));
    const old = JSON.stringify({ asset: { kind: 'tao' }, amount: '7' });
    database.prepare('UPDATE journal SET received = ?').run(old);
    database.close();
    expect(open().journal.get('tx-00000001')?.moved).toEqual([{ way: 'sent', asset: { kind: 'tao' }, amount: 7n }]);
  });

  test('lists the newest first and knows what is still open', () => {
    const { journal } = open();
    journal.insert(journalRecord());
    journal.insert(journalRecord({ txId: 'tx-00000002', createdAtMs: 2000, state: 'finalized', final: true }));
    journal.insert(journalRecord({ txId: 'tx-00000003', createdAtMs: 3000 }));
    expect(journal.list().map(({ txId }) => txId)).toEqual(['tx-00000003', 'tx-00000002', 'tx-00000001']);
    expect(journal.pending().map(({ txId }) => txId)).toEqual(['tx-00000001', 'tx-00000003']);
  });

  test('a row that is final does not change any more', () => {
    const { journal } = open();
    journal.insert(journalRecord({ state: 'finalized', final: true }));
    expect(journal.update('tx-00000001', { state: 'sent', final: false }).state).toBe('finalized');
    expect(journal.get('tx-00000001')?.state).toBe('finalized');
  });

  test('an update can take a block away again', () => {
    const { journal } = open();
    journal.insert(journalRecord({ state: 'in_block', block: { blockNumber: 7, blockHash: `0x${'33'.repeat(32)}` } }));
    expect(journal.update('tx-00000001', { state: 'sent', block: undefined }).block).toBeUndefined();
    expect(journal.get('tx-00000001')?.block).toBeUndefined();
  });

  test('a row that no version writes is named damaged, not shown', () => {
    open().journal.insert(journalRecord());
    close();
    const raw = new DatabaseSync(join(dataDir, 'soma.sqlite'));
    raw.exec(`UPDATE journal SET intent = '{"kind":"steal"}'`);
    raw.close();
    const { journal } = open();
    expect(codeOf(() => journal.list())).toBe('store.damaged');
  });
});

describe('the settings', () => {
  test('start at the practice network with nobody having chosen it', () => {
    const { settings } = open();
    expect(settings.get()).toEqual({
      network: 'practice',
      endpoints: {},
      theme: 'system',
      tolerance: 5000,
      lockAfterMinutes: 15,
      hideBalances: false,
      favourites: [],
    });
    expect(settings.networkChosen()).toBe(false);
  });

  test('keep a patch across a restart, and naming a network is a choice', () => {
    open().settings.set({ tolerance: toPpm(10_000), theme: undefined });
    expect(store?.settings.networkChosen()).toBe(false);
    store?.settings.set({ network: 'local', endpoints: { local: ['ws://127.0.0.1:9945'] } });
    close();
    const { settings } = open();
    expect(settings.get()).toMatchObject({ tolerance: 10_000, theme: 'system', network: 'local' });
    expect(settings.networkChosen()).toBe(true);
  });

  test('refuse a value outside the contract and keep the old one', () => {
    const { settings } = open();
    expect(codeOf(() => settings.set({ lockAfterMinutes: 0 }))).toBe('api.bad_input');
    expect(settings.get().lockAfterMinutes).toBe(15);
  });
});

describe('the file', () => {
  test.skipIf(process.platform === 'win32')('is readable by its owner only, its log too', () => {
    const mask = process.umask(0);
    try {
      open().journal.insert(journalRecord());
      for (const name of ['soma.sqlite', 'soma.sqlite-wal', 'soma.sqlite-shm']) {
        expect(statSync(join(dataDir, name)).mode & 0o777, name).toBe(0o600);
      }
    } finally {
      process.umask(mask);
    }
  });

  test('commits fully synchronised through a write-ahead log', () => {
    open();
    expect(readFileSync(join(dataDir, 'soma.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3');
    expect(readFileSync(join(dataDir, 'soma.sqlite'))[18]).toBe(2); // header byte 18: 2 means WAL
  });

  test('of a newer version is refused untouched', () => {
    open();
    close();
    const raw = new DatabaseSync(join(dataDir, 'soma.sqlite'));
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    expect(codeOf(open)).toBe('store.from_future');
  });

  test('that is not a database is named damaged', () => {
    writeFileSync(join(dataDir, 'soma.sqlite'), 'x'.repeat(8192));
    expect(codeOf(open)).toBe('store.damaged');
  });

  test('with broken pages is named damaged, not read', () => {
    const { journal } = open();
    for (let i = 0; i < 200; i += 1) journal.insert(journalRecord({ txId: `tx-${String(i).padStart(8, '0')}` }));
    close();
    const path = join(dataDir, 'soma.sqlite');
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
    expect(codeOf(open)).toBe('store.damaged');
  });
});
