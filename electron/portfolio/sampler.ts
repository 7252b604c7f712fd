import type { Earned, Portfolio } from '../../shared/contract/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import type { PositionKey, PositionShares } from '../chain/delegation-port.ts';
import type { ChainClient, StakePositionRecord } from '../chain/port.ts';
import type { SampledBlock, Samples } from '../store/index.ts';
import type { PortfolioFacts } from './facts.ts';
import { ForkCheck } from './fork-check.ts';
import { PositionBook } from './position-book.ts';
import { type ChainTime, ValueBook } from './value-book.ts';

/** Blocks of an earlier run that are checked against the chain at the start. */
const CHECKED_AT_START = 3;

/**
 * Samples one chain into the store as its blocks are read. Samples are of best blocks; those of a block that a fork dropped
 * are forgotten as soon as the chain tells another hash for its height. While the chain is behind the newest sample
 * (a node that catches up) nothing is sampled.
 */
export class Sampler {
  readonly #samples: Samples;
  readonly #genesis: string;
  readonly #forks: ForkCheck;
  #loaded = new Set<Coldkey>();
  #positions = new PositionBook();
  #values = new ValueBook();
  #newest: SampledBlock | undefined;

  /** @throws AppError disk.*, store.damaged */
  constructor(samples: Samples, genesis: string) {
    this.#samples = samples;
    this.#genesis = genesis;
    const newest = samples.newestBlocks(genesis, CHECKED_AT_START);
    const oldest = samples.oldestBlock(genesis);
    this.#newest = newest[0];
    this.#forks = new ForkCheck([...(oldest === undefined ? [] : [oldest]), ...newest.toReversed()]);
  }

  /** Forgets samples of dropped blocks. Asks in the wave of whoever calls it beside other reads. @throws AppError disk.* */
  async checkForks(chain: ChainClient): Promise<void> {
    const gone = await this.#forks.lowestGone(chain);
    if (gone !== undefined) this.#drop(gone);
  }

  /** Positions whose shares the next sample needs. @throws AppError disk.*, store.damaged */
  changed(facts: PortfolioFacts): PositionKey[] {
    if (this.#isReplaced(facts)) this.#drop(facts.block.blockNumber);
    this.#load(facts);
    return this.#isBehind(facts) ? [] : this.#positions.changed(facts);
  }

  /** Keeps what is due. Value is that of the portfolio, which is of the facts' block. @throws AppError disk.* */
  record(
    facts: PortfolioFacts,
    portfolio: Portfolio,
    shares: readonly PositionShares[],
    time: ChainTime & { readonly nowMs: number },
  ): void {
    if (this.#isBehind(facts)) return;
    const values = this.#values.next(facts, portfolio, time, time.nowMs);
    const positions = this.#positions.next(facts, shares, time.nowMs);
    if (values.length > 0 || positions.length > 0) {
      this.#samples.record({ genesis: this.#genesis, block: facts.block, values, positions });
      this.#newest = facts.block;
      this.#forks.add(facts.block);
    }
    this.#values.accept(facts, values);
    this.#positions.accept(facts, positions);
  }

  /** Since the position was first seen. */
  earned(position: StakePositionRecord): Earned | undefined {
    return this.#positions.earned(position);
  }

  #load({ accounts }: PortfolioFacts): void {
    const genesis = this.#genesis;
    if (!this.#values.isLoaded(undefined)) this.#values.load(undefined, this.#samples.newestValue({ genesis }));
    for (const { address } of accounts) {
      if (this.#loaded.has(address)) continue;
      this.#positions.load(this.#samples.histories(genesis, [address]));
      this.#values.load(address, this.#samples.newestValue({ genesis, coldkey: address }));
      this.#loaded.add(address);
    }
  }

  #isBehind({ block }: PortfolioFacts): boolean {
    return this.#newest !== undefined && block.blockNumber < this.#newest.blockNumber;
  }

  #isReplaced({ block }: PortfolioFacts): boolean {
    return block.blockNumber === this.#newest?.blockNumber && block.blockHash !== this.#newest.blockHash;
  }

  /** What is in memory of it goes too and is loaded again: sums go on from the samples that stand. */
  #drop(fromBlock: number): void {
    this.#samples.drop(this.#genesis, fromBlock);
    this.#forks.forget(fromBlock);
    this.#loaded = new Set();
    this.#positions = new PositionBook();
    this.#values = new ValueBook();
    [this.#newest] = this.#samples.newestBlocks(this.#genesis, 1);
  }
}
