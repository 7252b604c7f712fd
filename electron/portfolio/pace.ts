/** What is owed changes with epochs, which are further apart than this, and with the accounts' own doing. */
const MAX_AGE_BLOCKS = 10;

/**
 * When to read again what takes two waves of requests, as many as a block may cost: after some blocks, or when what it was
 * read for changed, but never twice running.
 */
export class Pace {
  #readAt: number | undefined;
  #readFor = '';
  #triedAt: number | undefined;

  /** True once something was read. */
  get hasRead(): boolean {
    return this.#readAt !== undefined;
  }

  /** `what` names everything the reading depends on. */
  isDue(what: string, blockNumber: number): boolean {
    const isRecent = isWithin(this.#readAt, blockNumber, MAX_AGE_BLOCKS) && this.#readFor === what;
    return !isRecent && !isWithin(this.#triedAt, blockNumber, 2);
  }

  /** Call before asking, so that a reading that fails leaves the next block to others. */
  tried(blockNumber: number): void {
    this.#triedAt = blockNumber;
  }

  read(what: string, blockNumber: number): void {
    this.#readAt = blockNumber;
    this.#readFor = what;
  }
}

/** False for a block below: a fork, and what was read is gone. */
function isWithin(from: number | undefined, blockNumber: number, blocks: number): boolean {
  return from !== undefined && blockNumber >= from && blockNumber < from + blocks;
}
