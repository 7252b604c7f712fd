import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import * as z from 'zod';
import { zHotkey, zTake } from '../../shared/contract/schemas.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Hotkey, Take } from '../../shared/units/index.ts';
import { onDisk } from './disk-errors.ts';
import { inTransaction } from './in-transaction.ts';

/** A take, and when this machine first saw it. */
export interface TakeSample {
  readonly hotkey: Hotkey;
  readonly take: Take;
  readonly blockNumber: number;
  readonly seenMs: number;
}

export interface TakeSamples {
  /** All of them or none. @throws AppError disk.* */
  append(genesis: string, samples: readonly TakeSample[]): void;
  /** Of one chain, oldest first. @throws AppError disk.*, store.damaged */
  all(genesis: string): readonly TakeSample[];
}

const zRow = z.object({ hotkey: zHotkey, take: zTake, block_number: z.int().min(0), seen_ms: z.int().min(0) });

export function openTakeSamples(database: DatabaseSyncInstance): TakeSamples {
  const insert = database.prepare(
    'INSERT INTO take_samples (genesis, hotkey, take, block_number, seen_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare(
    'SELECT hotkey, take, block_number, seen_ms FROM take_samples WHERE genesis = ? ORDER BY id',
  );
  return {
    append: (genesis, samples) =>
      onDisk(() =>
        inTransaction(database, () => {
          for (const { hotkey, take, blockNumber, seenMs } of samples) {
            insert.run(genesis, hotkey, take, blockNumber, seenMs);
          }
        }),
      ),
    all: (genesis) =>
      onDisk(() =>
        select.all(genesis).map((cells) => {
          const row = zRow.safeParse(cells);
          if (!row.success) throw new AppError('store.damaged', { table: 'take_samples' }, { cause: row.error });
          const { hotkey, take, block_number, seen_ms } = row.data;
          return { hotkey, take, blockNumber: block_number, seenMs: seen_ms };
        }),
      ),
  };
}
