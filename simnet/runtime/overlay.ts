import type { State, StateReader } from './port.ts';

/** Changes on top of another state, kept apart until committed: how a failed call leaves no trace. */
export class Overlay implements State {
  readonly #base: StateReader;
  readonly #changes = new Map<string, Uint8Array | undefined>();

  constructor(base: StateReader) {
    this.#base = base;
  }

  get(key: string): Uint8Array | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key);
  }

  set(key: string, value: Uint8Array | undefined): void {
    this.#changes.set(key, value);
  }

  *keys(prefix: string): Generator<string> {
    const changed = [...this.#changes.keys()].filter((key) => key.startsWith(prefix));
    if (changed.length === 0) {
      yield* this.#base.keys(prefix);
      return;
    }
    const all = new Set([...this.#base.keys(prefix), ...changed]);
    for (const key of [...all].sort()) if (this.get(key) !== undefined) yield key;
  }

  /** Writes the changes to `target`. */
  commitTo(target: State): void {
    for (const [key, value] of this.#changes) target.set(key, value);
  }
}

/** A state that lives in one map: tests, genesis, and whoever needs a runtime without a node. */
export class MapState implements State {
  readonly map: Map<string, Uint8Array>;

  constructor(map: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.map = new Map(map);
  }

  get(key: string): Uint8Array | undefined {
    return this.map.get(key);
  }

  set(key: string, value: Uint8Array | undefined): void {
    if (value === undefined) this.map.delete(key);
    else this.map.set(key, value);
  }

  *keys(prefix: string): Generator<string> {
    yield* [...this.map.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}
