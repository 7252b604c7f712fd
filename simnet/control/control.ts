import { parseAddress } from '../../shared/domain/address.ts';
import type { Block } from '../node/chain.ts';
import type { SimNode } from '../node/node.ts';
import { mintInto } from '../runtime/genesis.ts';
import { bytesOf, hexOf } from '../runtime/hex.ts';
import { createRuntime } from '../runtime/index.ts';

/** Builds on an older block. */
export interface ForkRequest {
  /** Height of the canonical block the branch begins on. */
  readonly from: number;
  readonly blocks: number;
}

/** A block as tests speak of it. */
export interface BlockMark {
  readonly number: number;
  readonly hash: string;
}

const mark = ({ number, hash }: Block): BlockMark => ({ number, hash });

/** Pays play money with the next block, which is made at once. @throws RangeError for an address or amount that cannot be */
export function fund(node: SimNode, address: string, rao: bigint): BlockMark {
  const parsed = parseAddress(address);
  if (!parsed.ok) throw new RangeError('not an address');
  node.intervene((state) => mintInto(state, hexOf(parsed.publicKey), rao));
  return mark(node.mine());
}

/** Rules the chain from outside, in the same process. None of it is reachable by RPC. */
export class Control {
  readonly #node: SimNode;
  #clockMs: bigint | undefined;

  constructor(node: SimNode) {
    this.#node = node;
  }

  get best(): BlockMark {
    return mark(this.#node.chain.best);
  }

  get finalized(): BlockMark {
    return mark(this.#node.chain.finalized);
  }

  /** Makes `count` blocks now and returns the last. */
  mine(count = 1): BlockMark {
    let last = this.#node.chain.best;
    for (let i = 0; i < count; i += 1) {
      last = this.#node.mine(this.#clockMs);
      this.#clockMs = undefined;
    }
    return mark(last);
  }

  fund(address: string, rao: bigint): BlockMark {
    return fund(this.#node, address, rao);
  }

  /** Timestamp of the next block, ms since 1970. */
  setTime(timestampMs: bigint): void {
    this.#clockMs = timestampMs;
  }

  /** Sets or removes raw storage with the next block, which is made at once. Keys and values are hex. */
  setStorage(entries: Readonly<Record<string, string | null>>): BlockMark {
    this.#node.intervene((state) => {
      for (const [key, value] of Object.entries(entries)) {
        state.set(key.replace(/^0x/u, '').toLowerCase(), value === null ? undefined : bytesOf(value));
      }
    });
    return this.mine();
  }

  /** Builds a branch of empty blocks; it becomes best once it is longer. Transactions it lacks go back to the pool. */
  fork({ from, blocks }: ForkRequest): BlockMark {
    const hash = this.#node.chain.hashAt(from);
    const start = hash === undefined ? undefined : this.#node.chain.get(hash);
    if (start === undefined) throw new RangeError(`no canonical block ${from}`);
    let tip = start;
    // One millisecond off, so that the branch differs from the blocks it competes with.
    for (let i = 0; i < blocks; i += 1) tip = this.#node.extend(tip, [], tip.timestampMs + this.#node.slotMs + 1n);
    return mark(tip);
  }

  /** Drops the last `depth` blocks for a branch one block longer. */
  reorg(depth: number): BlockMark {
    return this.fork({ from: this.#node.chain.best.number - depth, blocks: depth + 1 });
  }

  stallFinality(stalled: boolean): void {
    this.#node.stallFinality(stalled);
  }

  /** Finalizes up to `number`, or the best block. */
  finalize(number: number = this.#node.chain.best.number): void {
    this.#node.finalizeTo(number);
  }

  /** Forgets what waits in the pool, as a node that restarts does. */
  clearPool(): void {
    this.#node.pool.clear();
  }

  pendingHashes(): readonly string[] {
    return this.#node.pool.all().map(({ hash }) => hash);
  }

  /** A point to come back to. */
  snapshot(): { restore(): void } {
    const block = this.#node.chain.best;
    return { restore: () => this.#node.restore(block) };
  }

  /** From the next block on the runtime is another version. */
  upgrade(specVersion: number): BlockMark {
    this.#node.upgrade(createRuntime({ specVersion }));
    return this.mine();
  }
}
