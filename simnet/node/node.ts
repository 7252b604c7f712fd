import type { Runtime } from '../runtime/port.ts';
import { type Block, Chain, type Intervention } from './chain.ts';
import { Listeners } from './listeners.ts';
import { type AddResult, Pool, transactionHash, type Verdict } from './pool.ts';
import type { TransactionStatus } from './transaction-status.ts';

/** Extrinsics one block takes at most; a real block is bounded by weight. */
const MAX_PER_BLOCK = 1000;

export interface NodeOptions {
  readonly runtime: Runtime;
  readonly genesis: ReadonlyMap<string, Uint8Array>;
  /** Timestamp of genesis, ms since 1970; later ones follow in steps of the slot. */
  readonly startMs: bigint;
  /** Time between two blocks as the chain sees it, ms. */
  readonly slotMs: bigint;
  /** Blocks between best and finalized head. */
  readonly finalityLag: number;
}

export interface HeadChange {
  readonly best: Block;
  readonly retracted: readonly Block[];
  readonly enacted: readonly Block[];
}

/** A chain, a pool and what happens between them. It makes a block when told to. */
export class SimNode {
  readonly chain: Chain;
  readonly pool = new Pool();
  readonly onBlock = new Listeners<Block>();
  readonly onBest = new Listeners<HeadChange>();
  readonly onFinalized = new Listeners<readonly Block[]>();
  readonly onStatus = new Listeners<{ readonly hash: string; readonly status: TransactionStatus }>();
  readonly onRuntime = new Listeners<Runtime>();
  readonly slotMs: bigint;
  #runtime: Runtime;
  #finalityLag: number;
  #finalityStalled = false;
  #interventions: Intervention[] = [];

  constructor(options: NodeOptions) {
    this.#runtime = options.runtime;
    this.#finalityLag = options.finalityLag;
    this.slotMs = options.slotMs;
    this.chain = new Chain(options.runtime, options.genesis, options.startMs, options.slotMs);
  }

  get runtime(): Runtime {
    return this.#runtime;
  }

  /** Blocks from now on are made by `runtime`; subscribers hear of the new version with the next block. */
  upgrade(runtime: Runtime): void {
    this.#runtime = runtime;
  }

  /** Changes state at the beginning of the next block. */
  intervene(change: Intervention): void {
    this.#interventions.push(change);
  }

  stallFinality(stalled: boolean): void {
    this.#finalityStalled = stalled;
  }

  validate(bytes: Uint8Array, at: Block = this.chain.best): Verdict {
    return this.#runtime.validate(at.state, bytes, this.chain.contextOn(at, at.timestampMs + this.slotMs));
  }

  /** Takes a transaction into the pool after checking it against the best state. */
  submit(bytes: Uint8Array): AddResult {
    const result = this.pool.add(bytes, this.validate(bytes));
    if (!result.ok) return result;
    if (result.replaced !== undefined) {
      this.#tell(result.replaced.hash, { kind: 'usurped', by: result.transaction.hash });
    }
    this.#tell(result.transaction.hash, { kind: result.ready ? 'ready' : 'future' });
    return result;
  }

  /** Makes the next block on the best chain from what is ready. */
  mine(timestampMs?: bigint): Block {
    const { best } = this.chain;
    const ready = this.pool
      .ready()
      .slice(0, MAX_PER_BLOCK)
      .map(({ bytes }) => bytes);
    return this.extend(best, ready, timestampMs ?? best.timestampMs + this.slotMs);
  }

  /** Builds on `parent`; the new block becomes best when it is higher than the best one. */
  extend(parent: Block, extrinsics: readonly Uint8Array[], timestampMs: bigint): Block {
    const wasVersion = parent.runtime.version.specVersion;
    const changes = this.#interventions;
    this.#interventions = [];
    const { block, refused } = this.chain.build(parent, extrinsics, timestampMs, this.#runtime, (state) => {
      for (const change of changes) change(state);
    });
    for (const { bytes, reason } of refused) {
      const hash = transactionHash(bytes);
      if (this.pool.remove(hash) !== undefined) this.#tell(hash, { kind: 'invalid', reason });
    }
    this.onBlock.emit(block);
    if (block.number > this.chain.best.number) this.#adopt(block);
    if (block.runtime.version.specVersion !== wasVersion) this.onRuntime.emit(block.runtime);
    return block;
  }

  /** Moves finality up to `number` whatever the lag says. */
  finalizeTo(number: number): void {
    const blocks = this.chain.finalize(number);
    if (blocks.length === 0) return;
    this.#tellOfBlocks(blocks, 'finalized');
    this.onFinalized.emit(blocks);
  }

  /** Back to `block` as if nothing after it had happened; what waited in the pool is forgotten. */
  restore(block: Block): void {
    this.chain.rewind(block);
    this.pool.clear();
    this.onBest.emit({ best: block, retracted: [], enacted: [block] });
  }

  #adopt(block: Block): void {
    const change = this.chain.setBest(block);
    this.#tellOfBlocks(change.retracted, 'retracted');
    const included = new Set<string>();
    for (const { extrinsics } of change.enacted) for (const bytes of extrinsics) included.add(transactionHash(bytes));
    for (const hash of included) this.pool.remove(hash);
    this.#reinstate(change.retracted, included);
    this.#tellOfBlocks(change.enacted, 'inBlock');
    this.#revalidate();
    this.onBest.emit({ best: block, ...change });
    if (!this.#finalityStalled) this.finalizeTo(block.number - this.#finalityLag);
  }

  /** Transactions of dropped blocks wait again unless the new branch has them. */
  #reinstate(retracted: readonly Block[], included: ReadonlySet<string>): void {
    for (const { extrinsics } of retracted) {
      for (const bytes of extrinsics) {
        if (included.has(transactionHash(bytes)) || isInherent(bytes)) continue;
        const verdict = this.validate(bytes);
        if (verdict.ok) this.pool.add(bytes, verdict);
      }
    }
  }

  /** A waiting transaction may have died: its nonce was used or its era ended. */
  #revalidate(): void {
    for (const { hash, bytes } of this.pool.all()) {
      const verdict = this.validate(bytes);
      if (verdict.ok) {
        this.pool.remove(hash);
        this.pool.add(bytes, verdict);
        continue;
      }
      this.pool.remove(hash);
      this.#tell(hash, { kind: 'invalid', reason: verdict });
    }
  }

  #tellOfBlocks(blocks: readonly Block[], kind: 'inBlock' | 'retracted' | 'finalized'): void {
    if (this.onStatus.size === 0) return;
    for (const { hash: blockHash, extrinsics } of blocks) {
      for (const [index, bytes] of extrinsics.entries()) this.#tell(transactionHash(bytes), { kind, blockHash, index });
    }
  }

  #tell(hash: string, status: TransactionStatus): void {
    this.onStatus.emit({ hash, status });
  }
}

/** An unsigned (v4 bare) extrinsic: after the length prefix its version byte has no signature bit. */
function isInherent(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  const prefix = (first & 3) === 0 ? 1 : (first & 3) === 1 ? 2 : 4;
  return ((bytes[prefix] ?? 0) & 0x80) === 0;
}
