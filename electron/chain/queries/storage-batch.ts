import type { ReadAt } from './read-at.ts';

/** What one key holds: whether anything is stored, and its decoded value (the runtime's default where nothing is). */
export interface StoredValue {
  readonly present: boolean;
  readonly value: unknown;
}

const NOTHING: StoredValue = { present: false, value: undefined };

/**
 * Storage keys gathered from several items and read in one wave. An item the runtime does not have reads as absent and
 * is not asked for. Values are decoded when looked at.
 */
export class StorageBatch {
  readonly #at: ReadAt;
  readonly #keys: string[] = [];
  #values: readonly (string | null)[] | undefined;

  constructor(at: ReadAt) {
    this.#at = at;
  }

  /** Adds one key; the function it returns tells the value once `read` is done. */
  add(pallet: string, item: string, ...keys: readonly Uint8Array[]): () => StoredValue {
    const entry = this.#at.runtime.codec.storage(pallet, item);
    if (entry === undefined) return () => NOTHING;
    const index = this.#keys.push(entry.key(...keys)) - 1;
    return () => {
      if (this.#values === undefined) throw new Error('the batch has not been read');
      const raw = this.#values[index] ?? null;
      return { present: raw !== null, value: entry.decode(raw) };
    };
  }

  async read(): Promise<void> {
    this.#values = this.#keys.length === 0 ? [] : await this.#at.storage(this.#keys);
  }
}
