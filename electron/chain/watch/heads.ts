import type { ChainClock } from '../clock.ts';
import type { BlockRef } from '../port.ts';
import { parseHeader } from './header.ts';

export interface HeadsPair {
  readonly best: BlockRef;
  readonly finalized: BlockRef;
}

/** The best and the finalized head, and since when the best one stands (monotonic milliseconds). */
export class Heads {
  readonly #clock: ChainClock;
  readonly #listeners = new Set<(heads: HeadsPair) => void>();
  readonly #changed: () => void;
  #best: BlockRef | undefined;
  #finalized: BlockRef | undefined;
  #bestSince = 0;

  constructor(clock: ChainClock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get best(): BlockRef | undefined {
    return this.#best;
  }

  get finalized(): BlockRef | undefined {
    return this.#finalized;
  }

  get sinceBestMs(): number | undefined {
    return this.#best === undefined ? undefined : this.#clock.now() - this.#bestSince;
  }

  /** After each new best block; once more when finality catches up with it, because nothing may follow then. */
  listen(listener: (heads: HeadsPair) => void): () => void {
    const own = (heads: HeadsPair): void => listener(heads);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  /** A header from the node, from the handshake or a notification. @throws ScaleError when it is none */
  bestFrom(header: unknown): void {
    this.setBest(parseHeader(header));
  }

  setBest({ blockNumber, blockHash }: BlockRef): void {
    if (this.#best?.blockHash === blockHash) return;
    this.#best = { blockNumber, blockHash };
    this.#bestSince = this.#clock.now();
    this.#changed();
    this.#tell();
  }

  /** @throws ScaleError when it is no header */
  finalizedFrom(header: unknown): void {
    const { blockNumber, blockHash } = parseHeader(header);
    if (this.#finalized?.blockHash === blockHash) return;
    const first = this.#finalized === undefined;
    // A node that fell behind tells older heads again; finality never goes back.
    if (this.#finalized !== undefined && blockNumber < this.#finalized.blockNumber) return;
    this.#finalized = { blockNumber, blockHash };
    this.#changed();
    if (first || this.#finalized.blockNumber >= (this.#best?.blockNumber ?? 0)) this.#tell();
  }

  #tell(): void {
    if (this.#best === undefined || this.#finalized === undefined) return;
    for (const listener of [...this.#listeners]) listener({ best: this.#best, finalized: this.#finalized });
  }
}
