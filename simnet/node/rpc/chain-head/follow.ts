import type { RuntimeVersion } from '../../../runtime/port.ts';
import type { Block } from '../../chain.ts';
import type { SimNode } from '../../node.ts';
import { RpcError } from '../rpc-error.ts';

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
  /** Announced blocks above the finalized one, to tell which were pruned. */
  readonly #pending = new Map<string, number>();
  readonly #stops: (() => void)[] = [];
  #operations = 0;

  constructor(node: SimNode, send: Send, withRuntime: boolean) {
    this.#node = node;
    this.#send = send;
    this.#withRuntime = withRuntime;
  }

  start(): void {
    const { finalized, best } = this.#node.chain;
    this.#pinned.add(finalized.hash);
    this.#send({
      event: 'initialized',
      finalizedBlockHashes: [finalized.hash],
      ...(this.#withRuntime ? { finalizedBlockRuntime: runtimeOf(finalized.runtime.version) } : {}),
    });
    for (const block of this.#node.chain.pathFrom(finalized, best)) this.#announce(block);
    this.#send({ event: 'bestBlockChanged', bestBlockHash: best.hash });
    this.#stops.push(
      this.#node.onBlock.add((block) => this.#announce(block)),
      this.#node.onBest.add((change) => this.#send({ event: 'bestBlockChanged', bestBlockHash: change.best.hash })),
      this.#node.onFinalized.add((blocks) => this.#finalized(blocks)),
    );
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops.length = 0;
  }

  /** @throws RpcError -32801 for a block this follower does not hold */
  pinned(hash: unknown): Block {
    const block = typeof hash === 'string' && this.#pinned.has(hash) ? this.#node.chain.get(hash) : undefined;
    if (block === undefined) throw new RpcError(-32_801, 'Invalid block hash');
    return block;
  }

  unpin(hash: unknown): void {
    this.#pinned.delete(this.pinned(hash).hash);
  }

  /** Starts an operation whose events follow the reply that names it. */
  operate(work: (operationId: string) => readonly Record<string, unknown>[]): string {
    this.#operations += 1;
    const operationId = String(this.#operations);
    setImmediate(() => {
      for (const event of work(operationId)) this.#send(event);
    });
    return operationId;
  }

  #announce(block: Block): void {
    if (this.#pinned.size >= MAX_PINNED) {
      this.#send({ event: 'stop' });
      this.stop();
      return;
    }
    this.#pinned.add(block.hash);
    this.#pending.set(block.hash, block.number);
    const parent = this.#node.chain.get(block.parentHash);
    const isNew = parent !== undefined && parent.runtime.version.specVersion !== block.runtime.version.specVersion;
    this.#send({
      event: 'newBlock',
      blockHash: block.hash,
      parentBlockHash: block.parentHash,
      ...(this.#withRuntime ? { newRuntime: isNew ? runtimeOf(block.runtime.version) : null } : {}),
    });
  }

  #finalized(blocks: readonly Block[]): void {
    const hashes = blocks.map(({ hash }) => hash);
    const height = blocks.at(-1)?.number ?? 0;
    const settled = [...this.#pending].filter(([, number]) => number <= height).map(([hash]) => hash);
    for (const hash of settled) this.#pending.delete(hash);
    this.#send({
      event: 'finalized',
      finalizedBlockHashes: hashes,
      prunedBlockHashes: settled.filter((hash) => !hashes.includes(hash)),
    });
  }
}
