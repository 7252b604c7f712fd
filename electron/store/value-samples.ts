import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import * as z from 'zod';
import type { ValueSample } from '../../shared/contract/index.ts';
import { zRao, zTimeMs } from '../../shared/contract/schemas.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { parseRow, zDecimal } from './decimal.ts';
import { DAY_MS } from './kept.ts';

/** Whose value it is: an account's, or without `coldkey` all accounts' together. */
export interface ValueOf {
  readonly genesis: string;
  readonly coldkey?: Coldkey | undefined;
}

const zAmount = zDecimal.pipe(zRao);
const zRow = z.object({
  block_number: z.int().min(0),
  time_ms: zTimeMs,
  free: zAmount,
  reserved: zAmount,
  staked_spot: zAmount,
  staked_exit: zAmount.nullable(),
});

/** How the column names all accounts together. */
const ownerOf = ({ coldkey }: ValueOf): string => coldkey ?? '';

function toSample(row: unknown): ValueSample {
  const parsed = parseRow(zRow, row, 'value_samples');
  return {
    blockNumber: parsed.block_number,
    timeMs: parsed.time_ms,
    free: parsed.free,
    reserved: parsed.reserved,
    stakedSpot: parsed.staked_spot,
    ...(parsed.staked_exit === null ? {} : { stakedExit: parsed.staked_exit }),
  };
}

/** Statements over samples of value; whoever calls them holds the transaction. */
export class ValueSamples {
  readonly #upsert;
  readonly #newest;
  readonly #since;
  readonly #drop;
  readonly #prune;

  constructor(database: DatabaseSyncInstance) {
    this.#upsert = database.prepare('REPLACE INTO value_samples VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#newest = database.prepare(
      'SELECT * FROM value_samples WHERE genesis = ? AND coldkey = ? ORDER BY block_number DESC LIMIT 1',
    );
    this.#since = database.prepare(
      'SELECT * FROM value_samples WHERE genesis = ? AND coldkey = ? AND time_ms >= ? ORDER BY block_number',
    );
    this.#drop = database.prepare(`
      DELETE FROM value_samples WHERE genesis = ? AND block_number >= ?
        AND coldkey IN (SELECT DISTINCT coldkey FROM value_samples WHERE genesis = ?)`);
    // The sample that is followed by another of the same day goes: the last one of each day stays.
    this.#prune = database.prepare(`
      DELETE FROM value_samples WHERE time_ms < ? AND time_ms / ${DAY_MS} = (
        SELECT later.time_ms / ${DAY_MS} FROM value_samples AS later
        WHERE later.genesis = value_samples.genesis AND later.coldkey = value_samples.coldkey
          AND later.block_number > value_samples.block_number
        ORDER BY later.block_number LIMIT 1)`);
  }

  put(of: ValueOf, { blockNumber, timeMs, free, reserved, stakedSpot, stakedExit }: ValueSample): void {
    const amounts = [free, reserved, stakedSpot].map(String);
    this.#upsert.run(of.genesis, ownerOf(of), blockNumber, timeMs, ...amounts, stakedExit?.toString() ?? null);
  }

  newest(of: ValueOf): ValueSample | undefined {
    const row: unknown = this.#newest.get(of.genesis, ownerOf(of));
    return row === undefined ? undefined : toSample(row);
  }

  /** Oldest first. */
  since(of: ValueOf, sinceMs: number): ValueSample[] {
    return this.#since.all(of.genesis, ownerOf(of), sinceMs).map(toSample);
  }

  drop(genesis: string, fromBlock: number): void {
    this.#drop.run(genesis, fromBlock, genesis);
  }

  prune(beforeMs: number): void {
    this.#prune.run(beforeMs);
  }
}
