import type { Block } from '../node/block.ts';
import type { SimNode } from '../node/node.ts';
import { settleEvents } from '../runtime/block/events.ts';
import { Exec } from '../runtime/exec.ts';
import { writeRuntimeMarks } from '../runtime/genesis.ts';
import { bytesOf } from '../runtime/hex.ts';
import { dissolve } from '../runtime/stake/dissolve.ts';
import { setNominatorMinimum } from '../runtime/stake/sweep.ts';
import { HasBaskets } from '../runtime/storage/baskets.ts';
import { RootStakeUnlockInterval } from '../runtime/storage/stake.ts';
import { NetworksAdded, TransferToggle } from '../runtime/storage/subnet.ts';
import type { Composed } from './compose.ts';
import { fund } from './faucet.ts';
import { type TradeWish, trade } from './trade.ts';

/** A block as tests speak of it. */
export interface BlockMark {
  readonly number: number;
  readonly hash: string;
}

/** Asks for a branch of empty blocks. */
export interface ForkWish {
  /** Height of the block on the best chain where the branch begins; not below the finalized head. */
  readonly from: number;
  readonly blocks: number;
}

const mark = ({ number, hash }: Block): BlockMark => ({ number, hash });

/** Rules the chain from outside, in the same process. None of it is reachable by RPC. */
export class Control {
  readonly #node: SimNode;
  readonly #runtimeAt: Composed['runtimeAt'];
  #nextTimeMs: bigint | undefined;
  #branches = 0n;

  constructor({ node, runtimeAt }: Composed) {
    this.#node = node;
    this.#runtimeAt = runtimeAt;
  }

  get best(): BlockMark {
    return mark(this.#node.chain.best);
  }

  get finalized(): BlockMark {
    return mark(this.#node.chain.finalized);
  }

  /** Makes `count` blocks now and returns the last. */
  mine(count = 1): BlockMark {
    for (let i = 0; i < count; i += 1) {
      this.#node.mine(this.#nextTimeMs);
      this.#nextTimeMs = undefined;
    }
    return this.best;
  }

  /** Pays `rao` with a block made at once. @throws RangeError as the faucet does */
  fund(address: string, rao: bigint): BlockMark {
    return mark(fund(this.#node, address, rao));
  }

  /** Somebody else buys or sells, with a block made at once: what waits in the pool finds the price moved. @throws as `trade` */
  trade(wish: TradeWish): BlockMark {
    return mark(trade(this.#node, wish));
  }

  /** Dissolves a subnet, with a block made at once. @throws RangeError when there is none */
  setSubnetGone(netuid: number): BlockMark {
    if (netuid === 0 || !NetworksAdded.get(this.#node.chain.best.state, netuid))
      throw new RangeError(`no subnet ${netuid} to dissolve`);
    return this.#govern((exec) => dissolve(exec, netuid));
  }

  /** Lets stake of a subnet go to other coldkeys, or not, with a block made at once. */
  setTransfers(netuid: number, allowed: boolean): BlockMark {
    return this.#govern((exec) => {
      TransferToggle.set(exec.state, allowed, netuid);
      exec.emit('SubtensorModule', 'TransferToggle', [netuid, allowed]);
    });
  }

  /** Sets the smallest nomination, rao, with a block made at once; smaller ones are paid out when it rises. */
  setNominatorMinimum(rao: bigint): BlockMark {
    return this.#govern((exec) => setNominatorMinimum(exec, rao));
  }

  /** Holds root stake so many blocks after each change of it, with a block made at once. @throws RangeError without root baskets */
  setRootHold(blocks: bigint): BlockMark {
    if (!HasBaskets.get(this.#node.chain.best.state))
      throw new RangeError('the hold on root stake came with root baskets');
    return this.#govern((exec) => RootStakeUnlockInterval.set(exec.state, blocks));
  }

  /** Timestamp of the next block, ms since 1970; later ones go on from there. */
  setTime(timestampMs: bigint): void {
    this.#nextTimeMs = timestampMs;
  }

  /** Sets (hex value) or removes (null) raw storage by hex key, with a block made at once. */
  setStorage(entries: Readonly<Record<string, string | null>>): BlockMark {
    this.#node.intervene((state) => {
      for (const [key, value] of Object.entries(entries)) {
        state.set(key.replace(/^0x/u, '').toLowerCase(), value === null ? undefined : bytesOf(value));
      }
    });
    return this.mine();
  }

  /**
   * Builds a branch of empty blocks beside the best chain and returns its tip. A branch that grows longer becomes best by
   * itself; `adopt` makes a shorter one best. @throws RangeError below the finalized head
   */
  fork({ from, blocks }: ForkWish): BlockMark {
    const start = this.#node.chain.at(from);
    if (start === undefined) throw new RangeError(`the best chain has no block ${from}`);
    // Some milliseconds off, so that a branch differs from whatever it competes with.
    this.#branches += 1n;
    let tip = this.#node.branch(start, start.timestampMs + this.#node.slotMs + this.#branches);
    for (let i = 1; i < blocks; i += 1) tip = this.#node.branch(tip, tip.timestampMs + this.#node.slotMs);
    return mark(tip);
  }

  /** Makes a known block the best one. @throws RangeError when it is unknown or would drop a finalized block */
  adopt(hash: string): void {
    const block = this.#node.chain.get(hash);
    if (block === undefined) throw new RangeError('no such block');
    this.#node.adopt(block);
  }

  /** Drops the last `depth` blocks for a branch one block longer; their transactions go back to the pool. */
  reorg(depth: number): BlockMark {
    return this.fork({ from: this.best.number - depth, blocks: depth + 1 });
  }

  /** Stops finality, or lets it go on and catch up. */
  stallFinality(stalled = true): void {
    this.#node.stallFinality(stalled);
  }

  /** Finalizes up to a height of the best chain, or all of it. */
  finalize(number: number = this.best.number): BlockMark {
    this.#node.finalizeTo(number);
    return this.finalized;
  }

  /** Forgets what waits in the pool, as a node that restarts does. */
  clearPool(): void {
    this.#node.transactions.clear();
  }

  /** Hashes of what waits in the pool. */
  pendingHashes(): readonly string[] {
    return this.#node.transactions.pool.all().map(({ hash }) => hash);
  }

  /** A point to come back to: blocks, pool and runtime. `restore` throws RangeError when its state is no longer kept. */
  snapshot(): { readonly restore: () => void } {
    return { restore: this.#node.snapshot() };
  }

  /** Does at the beginning of the next block, which is made at once, what only governance could do. */
  #govern(act: (exec: Exec) => void): BlockMark {
    const blockNumber = this.best.number + 1;
    this.#node.intervene((state) => {
      const exec = new Exec(state, blockNumber, { type: 'Initialization' });
      exec.transaction(() => act(exec));
      settleEvents(state, exec);
    });
    return this.mine();
  }

  /** Makes a block with another spec version of the runtime; all later blocks have it. */
  upgrade(specVersion: number): BlockMark {
    this.#node.upgrade(this.#runtimeAt(specVersion));
    this.#node.intervene((state) => writeRuntimeMarks(state, specVersion));
    return this.mine();
  }
}
