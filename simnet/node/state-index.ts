import type { State } from '../runtime/port.ts';

/** Hex digits of pallet and item hash together: keys are kept by item, so that a prefix read touches one bucket. */
const BUCKET_DIGITS = 64;

interface Bucket {
  readonly values: Map<string, Uint8Array>;
  /** Keys in ascending order once somebody asked for them; kept in order from then on. */
  sorted: string[] | undefined;
}

function bucketName(key: string): string {
  return key.slice(0, BUCKET_DIGITS);
}

/** Index of the first key that is not below `wanted`. */
function lowerBound(keys: readonly string[], wanted: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One whole state: values by key in O(1), keys by prefix in order without looking at other items. */
export class StateIndex implements State {
  readonly #buckets = new Map<string, Bucket>();
  #names: string[] | undefined;

  constructor(entries: Iterable<readonly [string, Uint8Array]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  get(key: string): Uint8Array | undefined {
    return this.#buckets.get(bucketName(key))?.values.get(key);
  }

  set(key: string, value: Uint8Array | undefined): void {
    const name = bucketName(key);
    const bucket = this.#buckets.get(name);
    if (value === undefined) {
      if (bucket?.values.delete(key) !== true || bucket.sorted === undefined) return;
      bucket.sorted.splice(lowerBound(bucket.sorted, key), 1);
      return;
    }
    if (bucket === undefined) {
      this.#buckets.set(name, { values: new Map([[key, value]]), sorted: undefined });
      this.#names = undefined;
      return;
    }
    const before = bucket.values.size;
    bucket.values.set(key, value);
    if (bucket.sorted !== undefined && bucket.values.size > before) {
      bucket.sorted.splice(lowerBound(bucket.sorted, key), 0, key);
    }
  }

  *keys(prefix: string): Generator<string> {
    if (prefix.length >= BUCKET_DIGITS) {
      yield* this.#keysIn(bucketName(prefix), prefix);
      return;
    }
    this.#names ??= [...this.#buckets.keys()].sort();
    const names = this.#names;
    for (let i = lowerBound(names, prefix); i < names.length; i += 1) {
      const name = names[i] ?? '';
      if (!name.startsWith(prefix)) return;
      yield* this.#keysIn(name, name);
    }
  }

  *#keysIn(name: string, prefix: string): Generator<string> {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) return;
    bucket.sorted ??= [...bucket.values.keys()].sort();
    const { sorted } = bucket;
    for (let i = lowerBound(sorted, prefix); i < sorted.length; i += 1) {
      const key = sorted[i] ?? '';
      if (!key.startsWith(prefix)) return;
      yield key;
    }
  }
}
