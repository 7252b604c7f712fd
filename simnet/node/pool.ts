import { Blake2256 } from '@polkadot-api/substrate-bindings';
import { hexOf } from '../runtime/hex.ts';
import type { InvalidTransaction, ValidTransaction } from '../runtime/port.ts';

export interface PooledTransaction {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly validity: ValidTransaction;
  /** Order of arrival, which breaks ties in priority. */
  readonly order: number;
}

export type Verdict = ValidTransaction | InvalidTransaction;

export type AddResult =
  | {
      readonly ok: true;
      readonly transaction: PooledTransaction;
      readonly ready: boolean;
      readonly replaced?: PooledTransaction;
    }
  | { readonly ok: false; readonly kind: 'invalid'; readonly reason: InvalidTransaction }
  | { readonly ok: false; readonly kind: 'already_imported' | 'priority_too_low'; readonly hash: string };

export function transactionHash(bytes: Uint8Array): string {
  return hexOf(Blake2256(bytes));
}

/** Transactions waiting for a block. Ready ones have all they require; future ones wait for an earlier nonce. */
export class Pool {
  readonly #all = new Map<string, PooledTransaction>();
  #order = 0;

  get size(): number {
    return this.#all.size;
  }

  all(): PooledTransaction[] {
    return [...this.#all.values()];
  }

  has(hash: string): boolean {
    return this.#all.has(hash);
  }

  remove(hash: string): PooledTransaction | undefined {
    const found = this.#all.get(hash);
    this.#all.delete(hash);
    return found;
  }

  clear(): void {
    this.#all.clear();
  }

  /** Takes a transaction in after `verdict`; of two with the same account and nonce the higher priority stays. */
  add(bytes: Uint8Array, verdict: Verdict): AddResult {
    const hash = transactionHash(bytes);
    if (this.#all.has(hash)) return { ok: false, kind: 'already_imported', hash };
    if (!verdict.ok) return { ok: false, kind: 'invalid', reason: verdict };
    const rival = this.all().find((other) => other.validity.provides.some((tag) => verdict.provides.includes(tag)));
    if (rival !== undefined && rival.validity.priority >= verdict.priority)
      return { ok: false, kind: 'priority_too_low', hash };
    if (rival !== undefined) this.#all.delete(rival.hash);
    this.#order += 1;
    const transaction = { hash, bytes, validity: verdict, order: this.#order };
    this.#all.set(hash, transaction);
    const ready = this.ready().some((other) => other.hash === hash);
    return { ok: true, transaction, ready, ...(rival === undefined ? {} : { replaced: rival }) };
  }

  /** Transactions in the order a block takes them: what they require comes first, then priority, then arrival. */
  ready(): PooledTransaction[] {
    const waiting = this.all().sort((a, b) =>
      a.validity.priority === b.validity.priority
        ? a.order - b.order
        : a.validity.priority > b.validity.priority
          ? -1
          : 1,
    );
    const provided = new Set<string>();
    const chosen: PooledTransaction[] = [];
    for (let progress = true; progress; ) {
      progress = false;
      for (let i = 0; i < waiting.length; i += 1) {
        const next = waiting[i];
        if (next === undefined || !next.validity.requires.every((tag) => provided.has(tag))) continue;
        waiting.splice(i, 1);
        for (const tag of next.validity.provides) provided.add(tag);
        chosen.push(next);
        progress = true;
        i -= 1;
      }
    }
    return chosen;
  }
}
