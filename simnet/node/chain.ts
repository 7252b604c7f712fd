import { bytesOf } from '../runtime/hex.ts';
import type { BlockContext, Runtime } from '../runtime/port.ts';
import type { Block, Built, Intervention } from './block.ts';
import { buildBlock, genesisBlock } from './build-block.ts';
import { ReplyCache } from './reply-cache.ts';
import { type ResumedChain, resumeBlocks } from './resume.ts';
import { StateLayer } from './state-layers.ts';
import { BlockTree } from './tree.ts';

const KEEP_STATES = 2_400;

export interface ChainOptions {
  readonly runtime: Runtime;
  readonly genesis: ReadonlyMap<string, Uint8Array>;
  /** Milliseconds since 1970. */
  readonly startMs: bigint;
  /** Aura slot, ms. */
  readonly slotMs: bigint;
  /** States kept behind the finalized head, in blocks. Default 2,400: as long as mortality reaches. */
  readonly keepStates?: number;
  /** Where an earlier run of the same chain ended. */
  readonly resume?: ResumedChain | undefined;
}

export interface HeadMove {
  /** Blocks that left the best chain, oldest first. */
  readonly retracted: readonly Block[];
  /** Blocks that joined it, oldest first. */
  readonly enacted: readonly Block[];
}

/** What a snapshot remembers of a chain. */
export interface ChainMark {
  readonly best: Block;
  readonly finalized: Block;
}

/** A tree of blocks, a best chain through it and a finalized head. It knows bytes and forks, no pallet. */
export class Chain {
  readonly genesis: Block;
  readonly tree: BlockTree;
  readonly #genesisHash: Uint8Array;
  readonly #slotMs: bigint;
  readonly #keepStates: number;
  /** Hashes of the best chain by height; with a hole above genesis in a chain that was resumed. */
  readonly #canonical: string[];
  #best: Block;
  #finalized: Block;
  #oldestState: number;
  readonly #replies = new ReplyCache();

  constructor(options: ChainOptions) {
    const genesis = genesisBlock(options.runtime, options.genesis, options.startMs);
    const resumed = options.resume === undefined ? [] : resumeBlocks(options.resume, options.runtime, genesis.hash);
    const head = resumed.at(-1);
    this.genesis = head === undefined ? genesis : { ...genesis, state: StateLayer.remnant(new Map()) };
    this.tree = new BlockTree(this.genesis);
    this.#genesisHash = bytesOf(this.genesis.hash);
    this.#slotMs = options.slotMs;
    this.#keepStates = options.keepStates ?? KEEP_STATES;
    this.#canonical = [this.genesis.hash];
    for (const block of resumed) {
      this.tree.add(block);
      this.#canonical[block.number] = block.hash;
    }
    this.#best = head ?? this.genesis;
    this.#finalized = this.#best;
    this.#oldestState = this.#best.number;
  }

  get best(): Block {
    return this.#best;
  }

  get finalized(): Block {
    return this.#finalized;
  }

  get(hash: string): Block | undefined {
    return this.tree.get(hash);
  }

  hashAt(number: number): string | undefined {
    return this.#canonical[number];
  }

  at(number: number): Block | undefined {
    const hash = this.#canonical[number];
    return hash === undefined ? undefined : this.tree.get(hash);
  }

  isCanonical(block: Block): boolean {
    return this.#canonical[block.number] === block.hash;
  }

  /** What the runtime needs to know to work on top of `parent`. */
  contextOn(parent: Block, timestampMs: bigint): BlockContext {
    return {
      genesisHash: this.#genesisHash,
      blockNumber: parent.number + 1,
      timestampMs,
      hashOf: (number) => this.#ancestorHash(parent, number),
    };
  }

  /**
   * `state_call`: executes on `block`'s own state.
   * @throws Error when the method is unknown, its arguments do not decode, or the state is no longer kept
   */
  call(block: Block, method: string, args: Uint8Array): Uint8Array {
    const next = this.contextOn(block, block.timestampMs);
    // A transaction is judged as if in the next block; everything else sees the block it is asked at.
    if (method.startsWith('TaggedTransactionQueue_')) return block.runtime.call(block.state, method, args, next);
    const context = { ...next, blockNumber: block.number };
    return this.#replies.of(block, method, args, () => block.runtime.call(block.state, method, args, context));
  }

  /** Builds a block on `parent` and remembers it; it does not become best by itself. */
  build(
    parent: Block,
    extrinsics: readonly Uint8Array[],
    timestampMs: bigint,
    runtime: Runtime,
    interventions: readonly Intervention[] = [],
  ): Built {
    const context = this.contextOn(parent, timestampMs);
    const slot = timestampMs / this.#slotMs;
    const built = buildBlock({ parent, context, runtime, extrinsics, interventions, slot });
    this.tree.add(built.block);
    return built;
  }

  /**
   * Makes `block` the head of the best chain.
   * @throws RangeError when that would drop a finalized block
   */
  setBest(block: Block): HeadMove {
    const enacted: Block[] = [];
    let common = block;
    while (!this.isCanonical(common)) {
      enacted.push(common);
      common = this.tree.parentOf(common);
    }
    if (common.number < this.#finalized.number) throw new RangeError('a finalized block cannot be dropped');
    enacted.reverse();
    const retracted = this.#canonical.splice(common.number + 1).flatMap((hash) => this.tree.get(hash) ?? []);
    this.#canonical.push(...enacted.map(({ hash }) => hash));
    this.#best = block;
    return { retracted, enacted };
  }

  /** Finalizes the best chain up to `number` and returns what became final, oldest first. */
  finalize(number: number): Block[] {
    const blocks: Block[] = [];
    for (let height = this.#finalized.number + 1; height <= Math.min(number, this.#best.number); height += 1) {
      const block = this.at(height);
      if (block !== undefined) blocks.push(block);
    }
    this.#finalized = blocks.at(-1) ?? this.#finalized;
    this.#prune();
    return blocks;
  }

  mark(): ChainMark {
    return { best: this.#best, finalized: this.#finalized };
  }

  /** Back to a mark as if nothing after it had happened. @throws RangeError when its state is no longer kept */
  rewind({ best, finalized }: ChainMark): void {
    if (!this.isCanonical(finalized) || best.number < this.#oldestState)
      throw new RangeError('too long ago to go back');
    this.#finalized = finalized;
    this.setBest(best);
    this.tree.dropAbove(best);
  }

  #prune(): void {
    const oldest = this.#finalized.number - this.#keepStates;
    for (; this.#oldestState < oldest; this.#oldestState += 1) {
      this.at(this.#oldestState)?.state.discard();
      this.tree.dropOthers(this.#oldestState, this.#canonical[this.#oldestState]);
    }
    if (oldest > 0) this.at(oldest)?.state.becomeOldest();
  }

  #ancestorHash(from: Block, number: number): Uint8Array | undefined {
    if (number > from.number || number < 0) return undefined;
    let at = from;
    while (at.number > number && !this.isCanonical(at)) at = this.tree.parentOf(at);
    const hash = at.number === number ? at.hash : this.#canonical[number];
    return hash === undefined ? undefined : bytesOf(hash);
  }
}
