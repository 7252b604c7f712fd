import type { RuntimeVersion } from '../../../runtime/port.ts';
import type { Block } from '../../block.ts';
import type { SimNode } from '../../node.ts';
import { invalidParams, RpcError } from '../rpc-error.ts';
import type { Operation } from './operations.ts';
import { prunedBy } from './pins.ts';

/** Blocks one follower may keep pinned before it is told to stop: a follower that never unpins is broken. */
const MAX_PINNED = 4096;

export type Send = (event: Record<string, unknown>) => void;

function runtimeOf(version: RuntimeVersion): Record<string, unknown> {
  const { specName, implName, specVersion, implVersion, transactionVersion } = version;
  const apis = Object.fromEntries(version.apis.map(([id, apiVersion]) => [id, apiVersion]));
  return { type: 'valid', spec: { specName, implName, specVersion, implVersion, transactionVersion, apis } };
}

/** One `chainHead_v1_follow` subscription: which blocks it was told of and still holds. */
export class Follower {
  readonly #node: SimNode;
  readonly #send: Send;
  readonly #withRuntime: boolean;
  readonly #pinned = new Set<string>();
  /** Announced blocks that are not final yet. */
  readonly #pending = new Map<string, Block>();
  readonly #stops: (() => void)[] = [];
  readonly #running = new Set<string>();
  #operations = 0;
  #isLive = true;

  constructor(node: SimNode, send: Send, withRuntime: boolean) {
    this.#node = node;
    this.#send = send;
    this.#withRuntime = withRuntime;
  }

  start(): void {
    const { finalized, best, tree } = this.#node.chain;
    this.#pinned.add(finalized.hash);
    this.#send({
      event: 'initialized',
      finalizedBlockHashes: [finalized.hash],
      ...(this.#withRuntime ? { finalizedBlockRuntime: runtimeOf(finalized.runtime.version) } : {}),
    });
    for (const block of tree.descendantsOf(finalized)) this.#announce(block);
    this.#send({ event: 'bestBlockChanged', bestBlockHash: best.hash });
    this.#stops.push(
      this.#node.onRewind.add(() => this.#halt()),
      this.#node.onBlock.add((block) => this.#announce(block)),
      this.#node.onBest.add((change) => this.#tell({ event: 'bestBlockChanged', bestBlockHash: change.best.hash })),
      this.#node.onFinalized.add((blocks) => this.#finalized(blocks)),
    );
  }

  /** Ends it silently. */
  stop(): void {
    this.#isLive = false;
    for (const stop of this.#stops) stop();
    this.#stops.length = 0;
    this.#running.clear();
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  /** @throws RpcError -32801 for a block this follower does not hold */
  pinned(hash: unknown): Block {
    const block = typeof hash === 'string' && this.#pinned.has(hash) ? this.#node.chain.get(hash) : undefined;
    if (block === undefined) throw new RpcError(-32_801, 'Invalid block hash');
    return block;
  }

  /** @throws RpcError -32801, -32804 for a hash named twice; nothing is unpinned then */
  unpin(hashes: readonly unknown[]): void {
    if (new Set(hashes).size !== hashes.length) throw new RpcError(-32_804, 'Duplicate block hashes');
    const blocks = hashes.map((hash) => this.pinned(hash));
    for (const { hash } of blocks) this.#pinned.delete(hash);
  }

  /** Starts an operation whose events follow the reply that names it. */
  operate(operation: Operation): string {
    this.#operations += 1;
    const operationId = String(this.#operations);
    this.#running.add(operationId);
    setImmediate(() => {
      if (!this.#running.delete(operationId)) return;
      for (const event of operation()) this.#send({ ...event, operationId });
    });
    return operationId;
  }

  stopOperation(operationId: string): void {
    this.#running.delete(operationId);
  }

  /** No operation here ever waits to be continued. @throws RpcError -32803 or -32602 */
  continueOperation(operationId: string): never {
    if (this.#running.has(operationId)) throw new RpcError(-32_803, 'The operation does not wait');
    throw invalidParams('no such operation');
  }

  #tell(event: Record<string, unknown>): void {
    if (this.#isLive) this.#send(event);
  }

  #halt(): void {
    this.#tell({ event: 'stop' });
    this.stop();
  }

  #announce(block: Block): void {
    if (this.#pinned.size >= MAX_PINNED) this.#halt();
    if (!this.#isLive) return;
    this.#pinned.add(block.hash);
    this.#pending.set(block.hash, block);
    const isNew = this.#node.chain.get(block.parentHash)?.runtime !== block.runtime;
    this.#send({
      event: 'newBlock',
      blockHash: block.hash,
      parentBlockHash: block.parentHash,
      newRuntime: this.#withRuntime && isNew ? runtimeOf(block.runtime.version) : null,
    });
  }

  #finalized(blocks: readonly Block[]): void {
    const finalizedBlockHashes = blocks.map(({ hash }) => hash);
    const prunedBlockHashes = prunedBy(this.#node.chain.tree, this.#pending, blocks);
    for (const hash of [...finalizedBlockHashes, ...prunedBlockHashes]) this.#pending.delete(hash);
    this.#tell({ event: 'finalized', finalizedBlockHashes, prunedBlockHashes });
  }
}
