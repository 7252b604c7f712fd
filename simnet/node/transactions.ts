import type { InvalidTransaction } from '../runtime/port.ts';
import { Bans } from './bans.ts';
import type { Block } from './block.ts';
import { Listeners } from './listeners.ts';
import { type AddResult, Pool, type PooledTransaction, transactionHash, type Verdict } from './pool.ts';
import type { TransactionStatus } from './transaction-status.ts';

export interface StatusOf {
  readonly hash: string;
  readonly status: TransactionStatus;
}

/** What the pool needs to know of the chain. */
export interface PoolView {
  best(): Block;
  /** The runtime's verdict on top of the best block. */
  validate(bytes: Uint8Array): Verdict;
}

/** Transactions on their way into blocks, and out of them again when a branch is dropped. */
export class Transactions {
  readonly pool = new Pool();
  readonly onStatus = new Listeners<StatusOf>();
  readonly #bans = new Bans();
  readonly #view: PoolView;

  constructor(view: PoolView) {
    this.#view = view;
  }

  /** Takes a transaction into the pool after checking it against the best state. */
  submit(bytes: Uint8Array): AddResult {
    const hash = transactionHash(bytes);
    const now = this.#view.best().timestampMs;
    if (this.#bans.has(hash, now)) return { ok: false, kind: 'banned', hash };
    const result = this.#take(hash, bytes);
    if (!result.ok && result.kind === 'invalid' && result.reason.unknown !== true) this.#bans.add(hash, now);
    return result;
  }

  /** The runtime kept a ready transaction out of a block. */
  refuse(bytes: Uint8Array, reason: InvalidTransaction): void {
    // No room, or an earlier one is missing: it may come in with the next block.
    if (reason.kind === 'ExhaustsResources' || reason.kind === 'Future') return;
    this.#drop(transactionHash(bytes), { kind: 'invalid', reason });
  }

  /** The best chain moved: what it includes leaves the pool, what it lost comes back. */
  follow(retracted: readonly Block[], enacted: readonly Block[]): void {
    const now = this.#view.best().timestampMs;
    this.#tellOfBlocks(retracted, 'retracted');
    const included = new Set(enacted.flatMap(({ extrinsicHashes }) => extrinsicHashes));
    for (const hash of included) this.#bans.add(hash, now);
    const freed = this.pool.settle(included);
    this.#tellOfBlocks(enacted, 'inBlock');
    for (const { hash } of freed) this.#tellReady(hash);
    for (const block of retracted) this.#reinstate(block, included);
    this.#expire();
    if (retracted.length > 0) this.#revalidate();
  }

  finalized(blocks: readonly Block[]): void {
    this.#tellOfBlocks(blocks, 'finalized');
  }

  finalityTimeout(block: Block): void {
    this.#tellOfBlocks([block], 'finalityTimeout');
  }

  /** Checks all that waits again: after an upgrade or a change from outside. */
  revalidate(): void {
    this.#revalidate();
  }

  /** Forgets what waits, as a node that restarts does. */
  clear(): void {
    const lost = this.pool.all();
    this.pool.clear();
    this.#bans.clear();
    for (const { hash } of lost) this.#tell(hash, { kind: 'dropped' });
  }

  #take(hash: string, bytes: Uint8Array): AddResult {
    if (this.pool.has(hash)) return { ok: false, kind: 'already_imported', hash };
    const verdict = this.#view.validate(bytes);
    if (!verdict.ok) return { ok: false, kind: 'invalid', reason: verdict };
    const till = BigInt(this.#view.best().number) + verdict.longevity;
    const validTill = till > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(till);
    const result = this.pool.add(hash, bytes, verdict, validTill);
    if (!result.ok) return result;
    if (result.replaced !== undefined) this.#tell(result.replaced.hash, { kind: 'usurped', by: hash });
    if (result.ready) this.#tellReady(hash);
    else this.#tell(hash, { kind: 'future' });
    for (const promoted of result.promoted) this.#tellReady(promoted.hash);
    return result;
  }

  #reinstate({ extrinsics, extrinsicHashes, inherentCount }: Block, included: ReadonlySet<string>): void {
    for (let i = inherentCount; i < extrinsics.length; i += 1) {
      const bytes = extrinsics[i];
      const hash = extrinsicHashes[i];
      if (bytes === undefined || hash === undefined || included.has(hash)) continue;
      this.#bans.delete(hash);
      const result = this.#take(hash, bytes);
      if (!result.ok && result.kind === 'invalid') this.#tell(hash, { kind: 'invalid', reason: result.reason });
    }
  }

  #expire(): void {
    const height = this.#view.best().number;
    for (const { hash, validTill } of this.pool.all()) {
      if (validTill < height + 1)
        this.#drop(hash, { kind: 'invalid', reason: { ok: false, kind: 'AncientBirthBlock' } });
    }
  }

  #revalidate(): void {
    for (const { hash, bytes } of this.pool.all()) {
      const verdict = this.#view.validate(bytes);
      if (!verdict.ok) this.#drop(hash, { kind: 'invalid', reason: verdict });
    }
  }

  #drop(hash: string, status: TransactionStatus): PooledTransaction | undefined {
    const found = this.pool.remove(hash);
    if (found === undefined) return undefined;
    this.#bans.add(hash, this.#view.best().timestampMs);
    this.#tell(hash, status);
    return found;
  }

  #tellOfBlocks(blocks: readonly Block[], kind: 'inBlock' | 'retracted' | 'finalized' | 'finalityTimeout'): void {
    if (this.onStatus.size === 0) return;
    for (const { hash: blockHash, extrinsicHashes } of blocks) {
      for (const [index, hash] of extrinsicHashes.entries()) this.#tell(hash, { kind, blockHash, index });
    }
  }

  #tellReady(hash: string): void {
    this.#tell(hash, { kind: 'ready' });
    this.#tell(hash, { kind: 'broadcast' });
  }

  #tell(hash: string, status: TransactionStatus): void {
    this.onStatus.emit({ hash, status });
  }
}
