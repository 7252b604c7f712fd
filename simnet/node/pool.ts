import { blake2AsU8a } from '@polkadot/util-crypto';
import { hexOf } from '../runtime/hex.ts';
import type { InvalidTransaction, ValidTransaction } from '../runtime/port.ts';
import { inBlockOrder } from './pool-order.ts';

export interface PooledTransaction {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly validity: ValidTransaction;
  /** Order of arrival, which breaks ties in priority. */
  readonly order: number;
  /** Height at which its mortality ends. */
  readonly validTill: number;
}

export type Verdict = ValidTransaction | InvalidTransaction;

export interface Added {
  readonly ok: true;
  readonly transaction: PooledTransaction;
  /** False while an earlier nonce is missing. */
  readonly ready: boolean;
  /** Future transactions that became ready with it, in order. */
  readonly promoted: readonly PooledTransaction[];
  readonly replaced?: PooledTransaction;
}

export type AddResult =
  | Added
  | { readonly ok: false; readonly kind: 'invalid'; readonly reason: InvalidTransaction }
  | { readonly ok: false; readonly kind: 'already_imported' | 'banned' | 'full'; readonly hash: string }
  | {
      readonly ok: false;
      readonly kind: 'priority_too_low';
      readonly hash: string;
      readonly rival: bigint;
      readonly own: bigint;
    };

const MAX_READY = 8_192;
const MAX_FUTURE = 512;

export function transactionHash(bytes: Uint8Array): string {
  return hexOf(blake2AsU8a(bytes, 256));
}

/** Transactions waiting for a block. Ready ones have all they require; future ones wait for an earlier nonce. */
export class Pool {
  readonly #ready = new Map<string, PooledTransaction>();
  readonly #future = new Map<string, PooledTransaction>();
  /** Who provides a tag, among the ready. */
  readonly #provider = new Map<string, PooledTransaction>();
  #order = 0;

  get size(): number {
    return this.#ready.size + this.#future.size;
  }

  /** Ready ones in order of arrival, then future ones. */
  all(): PooledTransaction[] {
    return [...this.#ready.values(), ...this.#future.values()];
  }

  has(hash: string): boolean {
    return this.#ready.has(hash) || this.#future.has(hash);
  }

  provides(tag: string): boolean {
    return this.#provider.has(tag);
  }

  clear(): void {
    this.#ready.clear();
    this.#future.clear();
    this.#provider.clear();
  }

  /**
   * Takes in a transaction the runtime found valid; of two with the same account and nonce the higher priority stays.
   * `validTill` is the height at which it dies.
   */
  add(hash: string, bytes: Uint8Array, validity: ValidTransaction, validTill: number): AddResult {
    if (this.has(hash)) return { ok: false, kind: 'already_imported', hash };
    this.#order += 1;
    const transaction = { hash, bytes, validity, order: this.#order, validTill };
    if (!validity.requires.every((tag) => this.#provider.has(tag))) {
      if (this.#future.size >= MAX_FUTURE) return { ok: false, kind: 'full', hash };
      this.#future.set(hash, transaction);
      return { ok: true, transaction, ready: false, promoted: [] };
    }
    const rival = validity.provides.map((tag) => this.#provider.get(tag)).find((other) => other !== undefined);
    if (rival !== undefined && rival.validity.priority >= validity.priority) {
      return { ok: false, kind: 'priority_too_low', hash, rival: rival.validity.priority, own: validity.priority };
    }
    if (this.#ready.size >= MAX_READY) return { ok: false, kind: 'full', hash };
    if (rival !== undefined) this.remove(rival.hash);
    this.#insertReady(transaction);
    const promoted = this.#promote();
    return { ok: true, transaction, ready: true, promoted, ...(rival === undefined ? {} : { replaced: rival }) };
  }

  /** Takes one out; ready ones that depended on it wait again. */
  remove(hash: string): PooledTransaction | undefined {
    const found = this.#ready.get(hash);
    if (found === undefined) {
      const waiting = this.#future.get(hash);
      this.#future.delete(hash);
      return waiting;
    }
    this.#ready.delete(hash);
    for (const tag of found.validity.provides) this.#provider.delete(tag);
    this.#demote(found.validity.provides);
    return found;
  }

  /** Takes out what a block has included, which satisfies what depended on it. Returns what became ready. */
  settle(hashes: ReadonlySet<string>): PooledTransaction[] {
    const freed = new Set<string>();
    for (const hash of hashes) {
      const found = this.#ready.get(hash) ?? this.#future.get(hash);
      if (found === undefined) continue;
      this.#ready.delete(hash);
      this.#future.delete(hash);
      for (const tag of found.validity.provides) {
        this.#provider.delete(tag);
        freed.add(tag);
      }
    }
    if (freed.size === 0) return [];
    const before = new Set(this.#ready.keys());
    for (const each of this.all()) {
      if (!each.validity.requires.some((tag) => freed.has(tag))) continue;
      const requires = each.validity.requires.filter((tag) => !freed.has(tag));
      this.#replace({ ...each, validity: { ...each.validity, requires } });
    }
    this.#promote();
    return [...this.#ready.values()].filter(({ hash }) => !before.has(hash));
  }

  /** Transactions in the order a block takes them. */
  ready(): PooledTransaction[] {
    return inBlockOrder([...this.#ready.values()], this.#provider);
  }

  #replace(transaction: PooledTransaction): void {
    if (!this.#ready.has(transaction.hash)) {
      this.#future.set(transaction.hash, transaction);
      return;
    }
    this.#insertReady(transaction);
  }

  #insertReady(transaction: PooledTransaction): void {
    this.#ready.set(transaction.hash, transaction);
    for (const tag of transaction.validity.provides) this.#provider.set(tag, transaction);
  }

  /** Future transactions whose requirements are met now become ready; of two with one nonce the first does. */
  #promote(): PooledTransaction[] {
    const promoted: PooledTransaction[] = [];
    for (let progress = true; progress; ) {
      progress = false;
      for (const next of this.#future.values()) {
        if (!next.validity.requires.every((tag) => this.#provider.has(tag))) continue;
        if (next.validity.provides.some((tag) => this.#provider.has(tag))) continue;
        this.#future.delete(next.hash);
        this.#insertReady(next);
        promoted.push(next);
        progress = true;
      }
    }
    return promoted;
  }

  #demote(lost: readonly string[]): void {
    for (const each of [...this.#ready.values()]) {
      if (!each.validity.requires.some((tag) => lost.includes(tag)) || !this.#ready.has(each.hash)) continue;
      this.remove(each.hash);
      this.#future.set(each.hash, each);
    }
  }
}
