import type { BlockRef, ChainClient } from '../chain/port.ts';

/** Blocks asked about at once: more are open only while nothing is finalized. */
const MAX_ASKED = 16;

/** Sampled blocks that a fork may still drop. Only another hash at its height proves that a block is gone. */
export class ForkCheck {
  #open: readonly BlockRef[];

  constructor(open: readonly BlockRef[]) {
    this.#open = open;
  }

  add(block: BlockRef): void {
    if (this.#open.every(({ blockHash }) => blockHash !== block.blockHash)) this.#open = [...this.#open, block];
  }

  forget(fromBlock: number): void {
    this.#open = this.#open.filter(({ blockNumber }) => blockNumber < fromBlock);
  }

  /**
   * The lowest sampled height where the chain has another block now. Asks for the hash at each open height in one wave; a
   * height the node does not know (yet) proves nothing. What finality confirms is not asked again.
   */
  async lowestGone(chain: ChainClient): Promise<number | undefined> {
    const { best, finalized } = chain.status();
    const asked = this.#open.filter(({ blockNumber }) => blockNumber <= (best?.blockNumber ?? 0)).slice(-MAX_ASKED);
    const found = await Promise.all(
      asked.map(({ blockNumber }) => chain.getBlockHash(blockNumber).catch(() => undefined)),
    );
    const gone = asked.filter((block, at) => found[at] !== undefined && found[at] !== block.blockHash);
    const confirmed = new Set(
      asked.filter((block, at) => found[at] === block.blockHash && block.blockNumber <= (finalized?.blockNumber ?? 0)),
    );
    this.#open = this.#open.filter((block) => !confirmed.has(block));
    return gone.length === 0 ? undefined : Math.min(...gone.map(({ blockNumber }) => blockNumber));
  }
}
