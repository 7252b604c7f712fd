import type { At, ChainClient } from '../chain/port.ts';

interface Kept<T> {
  readonly chain: ChainClient;
  readonly specVersion: number | undefined;
  readonly reading: At<T>;
}

/**
 * One large reading, asked again only when it is too many blocks old, the runtime was upgraded, or another chain is in
 * use. Everybody who asks meanwhile shares one request.
 */
export class Cached<T> {
  readonly #chain: () => ChainClient;
  readonly #read: (chain: ChainClient) => Promise<At<T>>;
  readonly #maxAgeBlocks: number;
  #kept: Kept<T> | undefined;
  #underWay: { readonly chain: ChainClient; readonly reading: Promise<At<T>> } | undefined;

  constructor(chain: () => ChainClient, read: (chain: ChainClient) => Promise<At<T>>, maxAgeBlocks: number) {
    this.#chain = chain;
    this.#read = read;
    this.#maxAgeBlocks = maxAgeBlocks;
  }

  /** What is known of the chain in use, however old; undefined before the first reading. */
  peek(): At<T> | undefined {
    const chain = this.#chain();
    return this.#kept?.chain === chain ? this.#kept.reading : undefined;
  }

  /** A reading that is recent enough. @throws AppError chain.* */
  get(): Promise<At<T>> {
    const chain = this.#chain();
    const { best, specVersion } = chain.status();
    const kept = this.#kept;
    if (kept !== undefined && kept.chain === chain && kept.specVersion === specVersion) {
      const age = (best?.blockNumber ?? 0) - kept.reading.block.blockNumber;
      if (Math.abs(age) <= this.#maxAgeBlocks) return Promise.resolve(kept.reading);
    }
    if (this.#underWay?.chain === chain) return this.#underWay.reading;
    const reading = this.#read(chain).then((fresh) => {
      this.#kept = { chain, specVersion, reading: fresh };
      return fresh;
    });
    const mine = { chain, reading };
    this.#underWay = mine;
    const done = (): void => {
      if (this.#underWay === mine) this.#underWay = undefined;
    };
    reading.then(done, done);
    return reading;
  }
}
