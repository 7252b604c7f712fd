import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { onDisk } from './disk-errors.ts';
import type { JournalPatch, JournalRecord } from './journal-record.ts';
import { type JournalRow, toRecord, toRow } from './journal-row.ts';

/** Most rows the contract can carry. */
const MAX_LISTED = 5000;

/** Every transaction that was ever signed. All calls are synchronous and durable when they return. @throws AppError disk.*, store.damaged */
export interface Journal {
  insert(record: JournalRecord): void;
  /** Merges a change into a row and answers the row as it is now. A row that is final does not change. */
  update(txId: string, patch: JournalPatch): JournalRecord;
  get(txId: string): JournalRecord | undefined;
  /** Newest first. */
  list(limit?: number): JournalRecord[];
  /** Rows to which something may still happen, oldest first. */
  pending(): JournalRecord[];
}

export function openJournal(database: DatabaseSyncInstance): Journal {
  const one = database.prepare('SELECT * FROM journal WHERE tx_id = ?');
  const newest = database.prepare('SELECT * FROM journal ORDER BY created_ms DESC, tx_id LIMIT ?');
  const open = database.prepare('SELECT * FROM journal WHERE final = 0 ORDER BY created_ms, tx_id');

  const read = (txId: string): JournalRecord | undefined => {
    const row: unknown = one.get(txId);
    return row === undefined ? undefined : toRecord(row);
  };
  const insert = (row: JournalRow): void => {
    const columns = Object.keys(row);
    database
      .prepare(`INSERT INTO journal (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
  };
  const change = ({ tx_id, ...row }: JournalRow): void => {
    const columns = Object.keys(row).map((column) => `${column} = ?`);
    database
      .prepare(`UPDATE journal SET ${columns.join(', ')} WHERE tx_id = ? AND final = 0`)
      .run(...Object.values(row), tx_id);
  };

  return {
    insert: (record) => onDisk(() => insert(toRow(record))),
    update: (txId, patch) =>
      onDisk(() => {
        const before = read(txId);
        if (before === undefined) throw new RangeError(`no transaction ${txId}`);
        if (before.final) return before;
        const after = { ...before, ...patch };
        change(toRow(after));
        return after;
      }),
    get: (txId) => onDisk(() => read(txId)),
    list: (limit = MAX_LISTED) => onDisk(() => newest.all(limit).map(toRecord)),
    pending: () => onDisk(() => open.all().map(toRecord)),
  };
}
