import type { Block } from './block.ts';

/** Blocks whose replies are kept: clients ask at the best and the finalized head. */
const MAX_BLOCKS = 4;
const MAX_REPLIES = 2_048;

/**
 * What runtime APIs answered at a block. A reply follows from the block's state and the question alone, so asking again
 * gives the same bytes; many clients ask the same of the same head.
 */
export class ReplyCache {
  readonly #blocks = new Map<string, Map<string, Uint8Array>>();

  /** The reply kept for the question, or what `work` answers now. */
  of({ hash }: Block, method: string, args: Uint8Array, work: () => Uint8Array): Uint8Array {
    const question = `${method} ${Buffer.from(args.buffer, args.byteOffset, args.length).toString('latin1')}`;
    let replies = this.#blocks.get(hash);
    const known = replies?.get(question);
    if (known !== undefined) return known;
    const reply = work();
    if (replies === undefined) {
      replies = new Map();
      this.#blocks.set(hash, replies);
      if (this.#blocks.size > MAX_BLOCKS) this.#dropOldest();
    }
    if (replies.size < MAX_REPLIES) replies.set(question, reply);
    return reply;
  }

  #dropOldest(): void {
    const [oldest] = this.#blocks.keys();
    if (oldest !== undefined) this.#blocks.delete(oldest);
  }
}
