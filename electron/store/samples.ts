import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ValueSample } from '../../shared/contract/index.ts';
import type { Coldkey, RaoPerAlpha } from '../../shared/units/index.ts';
import { onDisk } from './disk-errors.ts';
import { inTransaction } from './in-transaction.ts';
import { KEPT_BLOCKS, KEPT_WHOLE_MS } from './kept.ts';
import {
  type PositionHistory,
  type PositionSample,
  PositionSamples,
  type SampledPosition,
} from './position-samples.ts';
import { type ValueOf, ValueSamples } from './value-samples.ts';

export interface SampledBlock {
  readonly blockNumber: number;
  readonly blockHash: string;
}

/** What one reading of the chain adds. Every sample is of its block. */
export interface SampleBatch {
  readonly genesis: string;
  readonly block: SampledBlock;
  readonly values: readonly { readonly coldkey?: Coldkey | undefined; readonly sample: ValueSample }[];
  readonly positions: readonly {
    readonly position: SampledPosition;
    readonly sample: PositionSample;
    readonly price: RaoPerAlpha;
  }[];
}

/**
 * What accounts and positions were worth, sampled on this machine from best blocks. Calls are synchronous and durable when
 * they return. @throws AppError disk.*, store.damaged
 */
export interface Samples {
  /** All or nothing. Replaces samples of the same height: another block of that height is another fork. */
  record(batch: SampleBatch): void;
  /** Forgets samples of this height and above: a fork dropped their blocks. */
  drop(genesis: string, fromBlock: number): void;
  /** The newest blocks that samples are of, newest first. */
  newestBlocks(genesis: string, limit: number): readonly SampledBlock[];
  /** The first one: a chain begun anew has another block there. */
  oldestBlock(genesis: string): SampledBlock | undefined;
  newestValue(of: ValueOf): ValueSample | undefined;
  /** Since a time, oldest first. */
  values(of: ValueOf, sinceMs: number): ValueSample[];
  /** First and last sample of every position of these accounts. */
  histories(genesis: string, coldkeys: readonly Coldkey[]): PositionHistory[];
  /** The same, from the last sample up to a time; from the first one where none is that old. In pages, to rest between them. */
  historiesSince(genesis: string, coldkeys: readonly Coldkey[], sinceMs: number): Iterable<readonly PositionHistory[]>;
  /** Thins what is older than ninety days to one sample a day. */
  prune(nowMs: number): void;
}

export function openSamples(database: DatabaseSyncInstance): Samples {
  const valueSamples = new ValueSamples(database);
  const positionSamples = new PositionSamples(database);
  const putBlock = database.prepare('REPLACE INTO sampled_blocks VALUES (?, ?, ?)');
  const blocks = 'SELECT block_number AS blockNumber, block_hash AS blockHash FROM sampled_blocks WHERE genesis = ?';
  const newest = database.prepare(`${blocks} ORDER BY block_number DESC LIMIT ?`);
  const oldest = database.prepare(`${blocks} ORDER BY block_number LIMIT 1`);
  const dropBlocks = database.prepare('DELETE FROM sampled_blocks WHERE genesis = ? AND block_number >= ?');
  const forgetBlocks = database.prepare(`
    DELETE FROM sampled_blocks WHERE genesis = ?1
      AND block_number > (SELECT MIN(block_number) FROM sampled_blocks WHERE genesis = ?1)
      AND block_number <= (
        SELECT block_number FROM sampled_blocks WHERE genesis = ?1
        ORDER BY block_number DESC LIMIT 1 OFFSET ${KEPT_BLOCKS})`);

  const write = (action: () => void): void => onDisk(() => inTransaction(database, action));
  return {
    record: ({ genesis, block, values, positions }) =>
      write(() => {
        putBlock.run(genesis, block.blockNumber, block.blockHash);
        forgetBlocks.run(genesis);
        for (const { coldkey, sample } of values) valueSamples.put({ genesis, coldkey }, sample);
        for (const { position, sample, price } of positions) positionSamples.put(genesis, position, sample, price);
      }),
    drop: (genesis, fromBlock) =>
      write(() => {
        dropBlocks.run(genesis, fromBlock);
        valueSamples.drop(genesis, fromBlock);
        positionSamples.drop(genesis, fromBlock);
      }),
    newestBlocks: (genesis, limit) => onDisk(() => newest.all(genesis, limit) as unknown as SampledBlock[]),
    oldestBlock: (genesis) => onDisk(() => oldest.get(genesis) as SampledBlock | undefined),
    newestValue: (of) => onDisk(() => valueSamples.newest(of)),
    values: (of, sinceMs) => onDisk(() => valueSamples.since(of, sinceMs)),
    histories: (genesis, coldkeys) => onDisk(() => positionSamples.histories(genesis, coldkeys)),
    historiesSince: (genesis, coldkeys, sinceMs) => pagesOnDisk(positionSamples.pages(genesis, coldkeys, sinceMs)),
    prune: (nowMs) =>
      write(() => {
        valueSamples.prune(nowMs - KEPT_WHOLE_MS);
        positionSamples.prune(nowMs - KEPT_WHOLE_MS);
      }),
  };
}

/** Each page is read when it is asked for. @throws AppError disk.*, store.damaged */
function* pagesOnDisk<T>(pages: Generator<T>): Generator<T> {
  for (;;) {
    const page = onDisk(() => pages.next());
    if (page.done === true) return;
    yield page.value;
  }
}
