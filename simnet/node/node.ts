import type { Runtime } from '../runtime/port.ts';
import type { Block, Intervention } from './block.ts';
import { Chain, type ChainMark, type ChainOptions, type HeadMove } from './chain.ts';
import { CODE_KEY, codeOf } from './code.ts';
import { Listeners } from './listeners.ts';
import type { AddResult, Verdict } from './pool.ts';
import { Transactions } from './transactions.ts';

/** Extrinsics offered to one block at most; the runtime bounds it by weight besides. */
const MAX_PER_BLOCK = 4_000;
/** Blocks a transaction's block may wait for finality before its watcher is told that it takes too long. */
const FINALITY_TIMEOUT = 512;

export interface NodeOptions extends ChainOptions {
  /** Blocks between best and finalized head. */
  readonly finalityLag: number;
  /** Timestamp of the next block, ms since 1970; one slot after its parent when absent. */
  readonly clock?: (parent: Block) => bigint;
}

export interface HeadChange extends HeadMove {
  readonly best: Block;
}

/** A chain, a pool and what happens between them. It makes a block when told to. */
export class SimNode {
  readonly chain: Chain;
  readonly transactions: Transactions;
  readonly slotMs: bigint;
  /** Every new block, of whatever branch. */
  readonly onBlock = new Listeners<Block>();
  readonly onBest = new Listeners<HeadChange>();
  readonly onFinalized = new Listeners<readonly Block[]>();
  /** The chain was put back to an earlier point. */
  readonly onRewind = new Listeners<Block>();
  readonly #finalityLag: number;
  readonly #clock: (parent: Block) => bigint;
  #runtime: Runtime;
  #finalityStalled = false;
  #interventions: Intervention[] = [];

  constructor(options: NodeOptions) {
    this.#runtime = options.runtime;
    this.#finalityLag = options.finalityLag;
    this.slotMs = options.slotMs;
    this.#clock = options.clock ?? ((parent) => parent.timestampMs + options.slotMs);
    this.chain = new Chain(options);
    this.transactions = new Transactions({
      best: () => this.chain.best,
      validate: (bytes) => this.validate(bytes),
    });
  }

  /** Blocks from the next one on are made by `runtime`. */
  upgrade(runtime: Runtime): void {
    this.#runtime = runtime;
    this.intervene((state) => state.set(CODE_KEY, codeOf(runtime)));
  }

  /** Changes state at the beginning of the next block. */
  intervene(change: Intervention): void {
    this.#interventions.push(change);
  }

  stallFinality(stalled: boolean): void {
    this.#finalityStalled = stalled;
    if (!stalled) this.finalizeTo(this.chain.best.number - this.#finalityLag);
  }

  /** The runtime's verdict on top of the best block. */
  validate(bytes: Uint8Array): Verdict {
    const { best } = this.chain;
    return this.#runtime.validate(best.state, bytes, this.chain.contextOn(best, best.timestampMs + this.slotMs));
  }

  submit(bytes: Uint8Array): AddResult {
    return this.transactions.submit(bytes);
  }

  /** Makes the next block on the best chain from what is ready. */
  mine(timestampMs?: bigint): Block {
    const { best } = this.chain;
    const ready = this.transactions.pool.ready().slice(0, MAX_PER_BLOCK);
    return this.#extend(
      best,
      ready.map(({ bytes }) => bytes),
      timestampMs ?? this.#clock(best),
    );
  }

  /**
   * Builds an empty block on `parent`. It becomes best only when it is higher than the best one.
   * @throws RangeError below the finalized head
   */
  branch(parent: Block, timestampMs: bigint): Block {
    if (parent.number < this.chain.finalized.number)
      throw new RangeError('a branch may not begin below the finalized head');
    return this.#extend(parent, [], timestampMs);
  }

  /** Makes `block` the head of the best chain, whatever its height. @throws RangeError when that drops a finalized block */
  adopt(block: Block): void {
    const move = this.chain.setBest(block);
    if (move.enacted.length === 0 && move.retracted.length === 0) return;
    this.transactions.follow(move.retracted, move.enacted);
    this.onBest.emit({ best: block, ...move });
    const late = this.chain.at(block.number - FINALITY_TIMEOUT);
    if (late !== undefined && late.number > this.chain.finalized.number) this.transactions.finalityTimeout(late);
    if (!this.#finalityStalled) this.finalizeTo(block.number - this.#finalityLag);
  }

  /** Moves finality up to `number` whatever the lag says. */
  finalizeTo(number: number): void {
    const blocks = this.chain.finalize(number);
    if (blocks.length === 0) return;
    this.transactions.finalized(blocks);
    this.onFinalized.emit(blocks);
  }

  /** A point to come back to. */
  snapshot(): () => void {
    const mark: ChainMark = this.chain.mark();
    const runtime = this.#runtime;
    const waiting = this.transactions.pool.all().map(({ bytes }) => bytes);
    return () => {
      this.chain.rewind(mark);
      this.#runtime = runtime;
      this.#interventions = [];
      this.transactions.clear();
      for (const bytes of waiting) this.transactions.submit(bytes);
      this.onRewind.emit(mark.best);
      this.onBest.emit({ best: mark.best, retracted: [mark.best], enacted: [mark.best] });
    };
  }

  #extend(parent: Block, extrinsics: readonly Uint8Array[], timestampMs: bigint): Block {
    const interventions = this.#interventions;
    this.#interventions = [];
    const { block, refused } = this.chain.build(parent, extrinsics, timestampMs, this.#runtime, interventions);
    for (const { bytes, reason } of refused) this.transactions.refuse(bytes, reason);
    this.onBlock.emit(block);
    if (block.number > this.chain.best.number) this.adopt(block);
    const isUpgrade = block.runtime !== parent.runtime;
    if (isUpgrade || interventions.length > 0) this.transactions.revalidate();
    return block;
  }
}
