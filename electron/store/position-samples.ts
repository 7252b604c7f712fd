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

const zPosition = z.object({ id: z.int(), coldkey: zColdkey, hotkey: zHotkey, netuid: zNetuid });
const zRow = z.object({
  block_number: z.int().min(0),
  time_ms: zTimeMs,
  alpha: zDecimal.pipe(zAlphaRao),
  shares: zDecimal,
  nonce: z.int().min(0),
  earned: zDecimal,
  gaps: z.int().min(0),
});

function toSample(row: unknown): PositionSample {
  const parsed = parseRow(zRow, row, 'position_samples');
  return {
    blockNumber: parsed.block_number,
    timeMs: parsed.time_ms,
    alpha: parsed.alpha,
    shares: parsed.shares,
    nonce: parsed.nonce,
    earned: parsed.earned,
    gaps: parsed.gaps,
  };
}

/** Statements over samples of positions; whoever calls them holds the transaction. */
export class PositionSamples {
  readonly #positions;
  readonly #idOf;
  readonly #addPosition;
  readonly #upsert;
  readonly #first;
  readonly #last;
  readonly #upTo;
  readonly #drop;
  readonly #ids;
  readonly #prune;

  constructor(database: DatabaseSyncInstance) {
    const one = (where: string): string => `SELECT * FROM position_samples WHERE position_id = ? ${where} LIMIT 1`;
    this.#positions = database.prepare('SELECT * FROM sampled_positions WHERE genesis = ? AND coldkey = ?');
    this.#ids = database.prepare('SELECT id FROM sampled_positions');
    this.#idOf = database.prepare(
      'SELECT id FROM sampled_positions WHERE genesis = ? AND coldkey = ? AND hotkey = ? AND netuid = ?',
    );
    this.#addPosition = database.prepare(
      'INSERT INTO sampled_positions (genesis, coldkey, hotkey, netuid) VALUES (?, ?, ?, ?) RETURNING id',
    );
    this.#upsert = database.prepare('REPLACE INTO position_samples VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#first = database.prepare(one('ORDER BY block_number'));
    this.#last = database.prepare(one('ORDER BY block_number DESC'));
    this.#upTo = database.prepare(one('AND time_ms <= ? ORDER BY time_ms DESC, block_number DESC'));
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
    return this.#of(genesis, coldkeys).flatMap(({ id, ...position }) => {
      const first: unknown = this.#first.get(id);
      const last: unknown = this.#last.get(id);
      return first === undefined || last === undefined
        ? []
        : [{ position, first: toSample(first), last: toSample(last) }];
    });
  }

  /** The same, beginning with the last sample up to a time, or with the first one after it. */
  historiesSince(genesis: string, coldkeys: readonly Coldkey[], sinceMs: number): PositionHistory[] {
    return this.#of(genesis, coldkeys).flatMap(({ id, ...position }) => {
      const first: unknown = this.#upTo.get(id, sinceMs) ?? this.#first.get(id);
      const last: unknown = this.#last.get(id);
      return first === undefined || last === undefined
        ? []
        : [{ position, first: toSample(first), last: toSample(last) }];
    });
  }

  drop(genesis: string, fromBlock: number): void {
    this.#drop.run(fromBlock, genesis);
  }

  prune(beforeMs: number): void {
    for (const { id } of this.#ids.all() as { id: number }[]) this.#prune.run(id, beforeMs);
  }

  #of(genesis: string, coldkeys: readonly Coldkey[]): z.output<typeof zPosition>[] {
    return coldkeys.flatMap((coldkey) =>
      this.#positions.all(genesis, coldkey).map((row) => parseRow(zPosition, row, 'sampled_positions')),
    );
  }

  #id(genesis: string, { coldkey, hotkey, netuid }: SampledPosition): number {
    const key = [genesis, coldkey, hotkey, netuid] as const;
    const found = (this.#idOf.get(...key) ?? this.#addPosition.get(...key)) as { id: number };
    return found.id;
  }
}
