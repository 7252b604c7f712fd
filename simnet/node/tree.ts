import type { Block } from './block.ts';

/** All known blocks, of every branch. */
export class BlockTree {
  readonly #blocks = new Map<string, Block>();
  readonly #byHeight = new Map<number, Set<string>>();

  constructor(genesis: Block) {
    this.add(genesis);
  }

  add(block: Block): void {
    this.#blocks.set(block.hash, block);
    const level = this.#byHeight.get(block.number);
    if (level === undefined) this.#byHeight.set(block.number, new Set([block.hash]));
    else level.add(block.hash);
  }

  get(hash: string): Block | undefined {
    return this.#blocks.get(hash);
  }

  /** @throws Error for genesis, and for a branch whose beginning was dropped */
  parentOf(block: Block): Block {
    const parent = this.#blocks.get(block.parentHash);
    if (parent === undefined) throw new Error('the block has no known parent');
    return parent;
  }

  /** Hashes of all branches at a height. */
  hashesAt(number: number): readonly string[] {
    return [...(this.#byHeight.get(number) ?? [])];
  }

  /** Blocks from `ancestor` (exclusive) to `block`, oldest first. @throws Error when it is no descendant */
  pathFrom(ancestor: Block, block: Block): Block[] {
    const path: Block[] = [];
    for (let at = block; at.hash !== ancestor.hash; at = this.parentOf(at)) {
      if (at.number <= ancestor.number) throw new Error('not a descendant');
      path.push(at);
    }
    return path.reverse();
  }

  /** Every block above `ancestor` on every branch that grows from it, parents first. */
  descendantsOf(ancestor: Block): Block[] {
    const found: Block[] = [];
    let level = new Set([ancestor.hash]);
    for (let height = ancestor.number + 1; level.size > 0; height += 1) {
      const next = new Set<string>();
      for (const hash of this.#byHeight.get(height) ?? []) {
        const block = this.#blocks.get(hash);
        if (block === undefined || !level.has(block.parentHash)) continue;
        found.push(block);
        next.add(hash);
      }
      level = next;
    }
    return found;
  }

  /** Forgets the blocks of a height that are not on the chain. */
  dropOthers(number: number, keep: string | undefined): void {
    for (const hash of this.hashesAt(number)) if (hash !== keep) this.#drop(number, hash);
  }

  /** Forgets everything that came after `block`, and its rivals. */
  dropAbove(block: Block): void {
    this.dropOthers(block.number, block.hash);
    for (let height = block.number + 1; this.#byHeight.has(height); height += 1) {
      for (const hash of this.hashesAt(height)) this.#drop(height, hash);
      this.#byHeight.delete(height);
    }
  }

  #drop(number: number, hash: string): void {
    this.#blocks.delete(hash);
    this.#byHeight.get(number)?.delete(hash);
  }
}
