import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import * as z from 'zod';
import { zAlphaRao, zHotkey, zNetuid, zPrice } from '../../shared/contract/schemas.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { AlphaRao, Hotkey, Netuid, RaoPerAlpha } from '../../shared/units/index.ts';
import { onDisk } from './disk-errors.ts';
import { inTransaction } from './in-transaction.ts';

/** What one epoch paid with one validator, alpha base units of the epoch's subnet. */
export interface EpochRow {
  readonly hotkey: Hotkey;
  /** To its nominators, its take already gone. */
  readonly dividends: AlphaRao;
  /** Staked with it when the epoch had paid. */
  readonly stakeAfter: AlphaRao;
  /** To its root stakers. */
  readonly rootDividends: AlphaRao;
}

/** One epoch of one subnet as it was read. */
export interface EpochSample {
  readonly netuid: Netuid;
  readonly epochBlock: number;
  readonly periodBlocks: number;
  /** Spot price when it was read, rao per alpha. */
  readonly price: RaoPerAlpha;
  readonly rows: readonly EpochRow[];
}

/** Kept of each subnet of each chain; a yield looks at fewer. */
const KEPT_EPOCHS = 32;

export interface EpochSamples {
  /**
   * Keeps readings. An epoch that was read before is the same epoch: its rows are replaced, never counted twice. Epochs
   * after the one read are not on this chain (a fork, or a practice network begun anew) and go. @throws AppError disk.*
   */
  record(genesis: string, samples: readonly EpochSample[]): void;
  /** Newest first, at most `limit` epochs in `fromBlock..toBlock`. @throws AppError disk.*, store.damaged */
  recent(
    genesis: string,
    netuid: Netuid,
    range: { readonly fromBlock: number; readonly toBlock: number; readonly limit: number },
  ): readonly EpochSample[];
}

const decimal = <T>(schema: z.ZodType<T, bigint>): z.ZodType<T, string> =>
  z
    .string()
    .regex(/^\d{1,20}$/u)
    .transform((text) => schema.parse(BigInt(text)));

const zEpoch = z.object({
  id: z.int(),
  netuid: zNetuid,
  epoch_block: z.int().min(0),
  period_blocks: z.int().min(1),
  price: decimal(zPrice),
});
const zDividends = z.object({
  hotkey: zHotkey,
  dividends: decimal(zAlphaRao),
  stake_after: decimal(zAlphaRao),
  root_dividends: decimal(zAlphaRao),
});

function parsed<T>(schema: z.ZodType<T>, row: unknown): T {
  const result = schema.safeParse(row);
  if (!result.success) throw new AppError('store.damaged', { table: 'epochs' }, { cause: result.error });
  return result.data;
}

export function openEpochSamples(database: DatabaseSyncInstance): EpochSamples {
  const upsert = database.prepare(`
    INSERT INTO epochs (genesis, netuid, epoch_block, period_blocks, price) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (genesis, netuid, epoch_block) DO UPDATE SET period_blocks = excluded.period_blocks, price = excluded.price
    RETURNING id`);
  const replaceRow = database.prepare(`
    REPLACE INTO epoch_dividends (epoch_id, hotkey, dividends, stake_after, root_dividends) VALUES (?, ?, ?, ?, ?)`);
  // what is beyond the epoch read, and what is older than anybody looks at
  const unwanted = database.prepare(`
    SELECT id FROM epochs WHERE genesis = ?1 AND netuid = ?2 AND (epoch_block > ?3 OR epoch_block NOT IN (
      SELECT epoch_block FROM epochs WHERE genesis = ?1 AND netuid = ?2 AND epoch_block <= ?3
      ORDER BY epoch_block DESC LIMIT ${KEPT_EPOCHS}))`);
  const dropRows = database.prepare('DELETE FROM epoch_dividends WHERE epoch_id = ?');
  const dropEpoch = database.prepare('DELETE FROM epochs WHERE id = ?');
  const newest = database.prepare(`
    SELECT id, netuid, epoch_block, period_blocks, price FROM epochs
    WHERE genesis = ? AND netuid = ? AND epoch_block BETWEEN ? AND ? ORDER BY epoch_block DESC LIMIT ?`);
  const rowsOf = database.prepare(`
    SELECT hotkey, dividends, stake_after, root_dividends FROM epoch_dividends WHERE epoch_id = ? ORDER BY hotkey`);

  const keep = (genesis: string, sample: EpochSample): void => {
    const { netuid, epochBlock, periodBlocks, price } = sample;
    const { id } = upsert.get(genesis, netuid, epochBlock, periodBlocks, price.toString()) as { id: number };
    for (const { hotkey, dividends, stakeAfter, rootDividends } of sample.rows) {
      replaceRow.run(id, hotkey, dividends.toString(), stakeAfter.toString(), rootDividends.toString());
    }
    for (const old of unwanted.all(genesis, netuid, epochBlock) as { id: number }[]) {
      dropRows.run(old.id);
      dropEpoch.run(old.id);
    }
  };
  const read = (row: unknown): EpochSample => {
    const epoch = parsed(zEpoch, row);
    return {
      netuid: epoch.netuid,
      epochBlock: epoch.epoch_block,
      periodBlocks: epoch.period_blocks,
      price: epoch.price,
      rows: rowsOf.all(epoch.id).map((cells) => {
        const { hotkey, dividends, stake_after, root_dividends } = parsed(zDividends, cells);
        return { hotkey, dividends, stakeAfter: stake_after, rootDividends: root_dividends };
      }),
    };
  };
  return {
    record: (genesis, samples) =>
      onDisk(() =>
        inTransaction(database, () => {
          for (const sample of samples) keep(genesis, sample);
        }),
      ),
    recent: (genesis, netuid, { fromBlock, toBlock, limit }) =>
      onDisk(() => newest.all(genesis, netuid, fromBlock, toBlock, limit).map(read)),
  };
}
