import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import * as z from 'zod';
import { zAlphaRao, zColdkey, zHotkey, zNetuid, zTimeMs } from '../../shared/contract/schemas.ts';
import type { AlphaRao, Coldkey, Hotkey, Netuid, RaoPerAlpha } from '../../shared/units/index.ts';
import { parseRow, zDecimal } from './decimal.ts';
import { DAY_MS } from './kept.ts';

export interface SampledPosition {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
}

/** A position as it was at a block; a position that is gone has a sample of nothing. */
export interface PositionSample {
  readonly blockNumber: number;
  readonly timeMs: number;
  /** Alpha of the position's netuid; TAO in rao on root. */
  readonly alpha: AlphaRao;
  /** Scaled by 2^64. */
  readonly shares: bigint;
  /** Of the account, to tell growth from its own transactions. */
  readonly nonce: number;
  /** Earned since the position's first sample, alpha base units. */
  readonly earned: bigint;
  /** Steps since then in which something may have been missed. */
  readonly gaps: number;
}

export interface PositionHistory {
  readonly position: SampledPosition;
  readonly first: PositionSample;
  readonly last: PositionSample;
}

const zHeight = z.int().min(0);
const zAlpha = zDecimal.pipe(zAlphaRao);
const zRow = z.object({
  id: z.int(),
  coldkey: zColdkey,
  hotkey: zHotkey,
  netuid: zNetuid,
  first_block: zHeight,
  first_time: zTimeMs,
  first_alpha: zAlpha,
  first_shares: zDecimal,
  first_nonce: zHeight,
  first_earned: zDecimal,
  first_gaps: zHeight,
  last_block: zHeight,
  last_time: zTimeMs,
  last_alpha: zAlpha,
  last_shares: zDecimal,
  last_nonce: zHeight,
  last_earned: zDecimal,
  last_gaps: zHeight,
});

function toHistory(row: z.output<typeof zRow>): PositionHistory {
  return {
    position: { coldkey: row.coldkey, hotkey: row.hotkey, netuid: row.netuid },
    first: {
      blockNumber: row.first_block,
      timeMs: row.first_time,
      alpha: row.first_alpha,
      shares: row.first_shares,
      nonce: row.first_nonce,
      earned: row.first_earned,
      gaps: row.first_gaps,
    },
    last: {
      blockNumber: row.last_block,
      timeMs: row.last_time,
      alpha: row.last_alpha,
      shares: row.last_shares,
      nonce: row.last_nonce,
      earned: row.last_earned,
      gaps: row.last_gaps,
    },
  };
}

/** Histories read in one go: a few milliseconds of work. */
const PAGE = 32;
/** Before any sample: the history then begins with the first one. */
const BEFORE_ALL_MS = -1;

const cellsOf = (sample: 'first' | 'last'): string =>
  ['block_number AS block', 'time_ms AS time', 'alpha', 'shares', 'nonce', 'earned', 'gaps']
    .map((cell) => {
      const [column, name = column] = cell.split(' AS ');
      return `${sample}.${column} AS ${sample}_${name}`;
    })
    .join(', ');

/**
 * Positions of an account in the order they were first seen, each with its last sample and with the last one up to a time
 * (the first where none is that old). Every sample is found by its primary key or by `position_samples_time`.
 */
const HISTORIES = `
  SELECT place.id, place.coldkey, place.hotkey, place.netuid, ${cellsOf('first')}, ${cellsOf('last')}
  FROM (
    SELECT id, coldkey, hotkey, netuid FROM sampled_positions
    WHERE genesis = ?1 AND coldkey = ?2 AND id > ?3
      AND EXISTS (SELECT 1 FROM position_samples WHERE position_id = sampled_positions.id)
    ORDER BY id LIMIT ${PAGE}) AS place
  JOIN position_samples AS last ON last.position_id = place.id AND last.block_number = (
    SELECT MAX(block_number) FROM position_samples WHERE position_id = place.id)
  JOIN position_samples AS first ON first.position_id = place.id AND first.block_number = COALESCE(
    (SELECT block_number FROM position_samples WHERE position_id = place.id AND time_ms <= ?4
      ORDER BY time_ms DESC, block_number DESC LIMIT 1),
    (SELECT MIN(block_number) FROM position_samples WHERE position_id = place.id))
  ORDER BY place.id`;

/** Statements over samples of positions; whoever calls them holds the transaction. */
export class PositionSamples {
  readonly #histories;
  readonly #idOf;
  readonly #addPosition;
  readonly #upsert;
  readonly #drop;
  readonly #ids;
  readonly #prune;

  constructor(database: DatabaseSyncInstance) {
    this.#histories = database.prepare(HISTORIES);
    this.#ids = database.prepare('SELECT id FROM sampled_positions');
    this.#idOf = database.prepare(
      'SELECT id FROM sampled_positions WHERE genesis = ? AND coldkey = ? AND hotkey = ? AND netuid = ?',
    );
    this.#addPosition = database.prepare(
      'INSERT INTO sampled_positions (genesis, coldkey, hotkey, netuid) VALUES (?, ?, ?, ?) RETURNING id',
    );
    this.#upsert = database.prepare('REPLACE INTO position_samples VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#drop = database.prepare(`
      DELETE FROM position_samples WHERE block_number >= ?
        AND position_id IN (SELECT id FROM sampled_positions WHERE genesis = ?)`);
    // The first sample stays, and the last one of each day.
    this.#prune = database.prepare(`
      DELETE FROM position_samples WHERE position_id = ? AND time_ms < ?
        AND block_number > (
          SELECT MIN(block_number) FROM position_samples AS first WHERE first.position_id = position_samples.position_id)
        AND time_ms / ${DAY_MS} = (
          SELECT later.time_ms / ${DAY_MS} FROM position_samples AS later
          WHERE later.position_id = position_samples.position_id AND later.block_number > position_samples.block_number
          ORDER BY later.block_number LIMIT 1)`);
  }

  put(genesis: string, position: SampledPosition, sample: PositionSample, price: RaoPerAlpha): void {
    const { blockNumber, timeMs, alpha, shares, nonce, earned, gaps } = sample;
    const texts = [alpha, shares, price].map(String);
    this.#upsert.run(this.#id(genesis, position), blockNumber, timeMs, ...texts, nonce, String(earned), gaps);
  }

  /** First and last sample of every position that these accounts were seen to have. */
  histories(genesis: string, coldkeys: readonly Coldkey[]): PositionHistory[] {
    return [...this.pages(genesis, coldkeys, BEFORE_ALL_MS)].flat();
  }

  /** The same in pages, each beginning with the last sample up to a time, or with the first one after it. */
  *pages(genesis: string, coldkeys: readonly Coldkey[], sinceMs: number): Generator<PositionHistory[]> {
    for (const coldkey of coldkeys) {
      let after = 0;
      let rows: z.output<typeof zRow>[];
      do {
        rows = this.#histories
          .all(genesis, coldkey, after, sinceMs)
          .map((row) => parseRow(zRow, row, 'position_samples'));
        if (rows.length > 0) yield rows.map(toHistory);
        after = rows.at(-1)?.id ?? after;
      } while (rows.length === PAGE);
    }
  }

  drop(genesis: string, fromBlock: number): void {
    this.#drop.run(fromBlock, genesis);
  }

  prune(beforeMs: number): void {
    for (const { id } of this.#ids.all() as { id: number }[]) this.#prune.run(id, beforeMs);
  }

  #id(genesis: string, { coldkey, hotkey, netuid }: SampledPosition): number {
    const key = [genesis, coldkey, hotkey, netuid] as const;
    const found = (this.#idOf.get(...key) ?? this.#addPosition.get(...key)) as { id: number };
    return found.id;
  }
}
