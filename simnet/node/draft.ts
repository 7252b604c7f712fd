import type { State, StateReader } from '../runtime/port.ts';

/** Changes being made on top of a state while a block is built or tried. */
export class Draft implements State {
  readonly changes = new Map<string, Uint8Array | undefined>();
  readonly #base: StateReader;

  constructor(base: StateReader) {
    this.#base = base;
  }

  get(key: string): Uint8Array | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.#base.get(key);
  }

  set(key: string, value: Uint8Array | undefined): void {
    this.changes.set(key, value);
  }

  *keys(prefix: string): Generator<string> {
    const mine = [...this.changes.keys()].filter((key) => key.startsWith(prefix));
    if (mine.length === 0) {
      yield* this.#base.keys(prefix);
      return;
    }
    for (const key of [...new Set([...this.#base.keys(prefix), ...mine])].sort()) {
      if (this.get(key) !== undefined) yield key;
    }
  }
}
