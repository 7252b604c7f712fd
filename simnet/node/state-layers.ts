import type { StateReader } from '../runtime/port.ts';
import { StateIndex } from './state-index.ts';

const MAX_TEXTS = 131_072;

export type Changes = ReadonlyMap<string, Uint8Array | undefined>;

const NOTHING: Changes = new Map();

/** Thrown when a block's state is older than what the node keeps. */
export class StateDiscarded extends Error {
  override readonly name = 'StateDiscarded';
}

/** The one whole state in memory, and the layer it is the state of. It moves along with the blocks. */
interface Trunk {
  readonly index: StateIndex;
  at: StateLayer;
  /** One copy of each key's text: the same few thousand keys change block after block. */
  readonly texts: Map<string, string>;
  /** The way found last: old blocks are read many keys at a time. */
  route: Route | undefined;
}

/** Layers between two states: own side newest first, then the other side oldest first. */
interface Route {
  readonly from: StateLayer;
  readonly to: StateLayer;
  readonly up: readonly StateLayer[];
  readonly down: readonly StateLayer[];
}

/**
 * The state after one block: its changes over its parent's state and the way back. One whole state is kept for the
 * newest block; the state of any other is read through the differences between the two, so a read costs O(1) at the
 * head, O(distance) elsewhere, and a fork costs only its own changes.
 */
export class StateLayer implements StateReader {
  readonly #trunk: Trunk;
  readonly #depth: number;
  #parent: StateLayer | undefined;
  #changes: Changes;
  /** What the changed keys held before. */
  #undo: Changes;
  #isDiscarded = false;

  private constructor(trunk: Trunk | StateIndex, depth: number, changes: Changes, undo: Changes, parent?: StateLayer) {
    this.#trunk = trunk instanceof StateIndex ? { index: trunk, at: this, texts: new Map(), route: undefined } : trunk;
    this.#depth = depth;
    this.#changes = changes;
    this.#undo = undo;
    this.#parent = parent;
  }

  static genesis(entries: ReadonlyMap<string, Uint8Array>): StateLayer {
    return new StateLayer(new StateIndex(entries), 0, new Map(), new Map());
  }

  /** A state that is no longer kept but for these values. */
  static remnant(values: ReadonlyMap<string, Uint8Array>): StateLayer {
    const layer = StateLayer.genesis(new Map());
    layer.after(NOTHING); // takes the whole state away, so that a read here looks for a way to it and finds none
    layer.discard();
    layer.#changes = values;
    return layer;
  }

  /** What this block changed; once discarded, what stays readable of it. */
  get changes(): Changes {
    return this.#changes;
  }

  /** The state one block later; the whole state moves there. */
  after(changes: Changes): StateLayer {
    this.focus();
    const kept = new Map<string, Uint8Array | undefined>();
    const undo = new Map<string, Uint8Array | undefined>();
    for (const [raw, value] of changes) {
      const key = this.#oneCopy(raw);
      kept.set(key, value);
      undo.set(key, this.get(key));
    }
    const next = new StateLayer(this.#trunk, this.#depth + 1, kept, undo, this);
    next.focus();
    return next;
  }

  /** @throws StateDiscarded */
  get(key: string): Uint8Array | undefined {
    const { at, index } = this.#trunk;
    if (at === this) return index.get(key);
    if (this.#isDiscarded && this.#changes.has(key)) return this.#changes.get(key);
    const { up, down } = this.#routeToTrunk();
    for (const layer of up) if (layer.#changes.has(key)) return layer.#changes.get(key);
    for (const layer of down) if (layer.#undo.has(key)) return layer.#undo.get(key);
    return index.get(key);
  }

  /** @throws StateDiscarded */
  *keys(prefix: string): Generator<string> {
    const { at, index } = this.#trunk;
    const differing = new Set<string>();
    if (at !== this) {
      const { up, down } = this.#routeToTrunk();
      for (const layer of [...up, ...down]) {
        for (const key of layer.#changes.keys()) if (key.startsWith(prefix)) differing.add(key);
      }
    }
    if (differing.size === 0) {
      yield* index.keys(prefix);
      return;
    }
    for (const key of index.keys(prefix)) differing.add(key);
    for (const key of [...differing].sort()) if (this.get(key) !== undefined) yield key;
  }

  /** Forgets this state and, with it, the way to anything older. Call for ancestors of every block still wanted. */
  discard(): void {
    this.#isDiscarded = true;
    this.#parent = undefined;
    this.#changes = NOTHING;
    this.#undo = NOTHING;
  }

  /** Cuts the way to older states, which have been discarded. */
  becomeOldest(): void {
    this.#parent = undefined;
    this.#undo = NOTHING;
  }

  /** @throws StateDiscarded */
  #routeToTrunk(): Route {
    if (this.#isDiscarded) throw new StateDiscarded('the state of this block is no longer kept');
    const { at, route } = this.#trunk;
    if (route?.from === this && route.to === at) return route;
    const found = StateLayer.#route(this, at);
    this.#trunk.route = found;
    return found;
  }

  static #route(from: StateLayer, to: StateLayer): Route {
    const up: StateLayer[] = [];
    const down: StateLayer[] = [];
    let [mine, other] = [from, to];
    while (mine !== other) {
      if (mine.#depth >= other.#depth) {
        up.push(mine);
        mine = mine.#olderOrThrow();
      } else {
        down.push(other);
        other = other.#olderOrThrow();
      }
    }
    return { from, to, up, down: down.reverse() };
  }

  #oneCopy(key: string): string {
    const { texts } = this.#trunk;
    const known = texts.get(key);
    if (known !== undefined) return known;
    if (texts.size >= MAX_TEXTS) texts.clear();
    texts.set(key, key);
    return key;
  }

  #olderOrThrow(): StateLayer {
    if (this.#parent === undefined) throw new StateDiscarded('the state of this block is no longer kept');
    return this.#parent;
  }

  /**
   * Moves the whole state here, so that what follows reads it at once: before a block is built on this one.
   * @throws StateDiscarded
   */
  focus(): void {
    if (this.#trunk.at === this) return;
    const { index } = this.#trunk;
    const { up, down } = this.#routeToTrunk();
    for (const layer of [...down].reverse()) for (const [key, value] of layer.#undo) index.set(key, value);
    for (const layer of [...up].reverse()) for (const [key, value] of layer.#changes) index.set(key, value);
    this.#trunk.at = this;
    this.#trunk.route = undefined;
  }
}
