import { createHash } from 'node:crypto';
import { RuntimeCodec } from '../scale/codec.ts';
import { toHex } from '../scale/hex.ts';
import { compactBytes, concatBytes, listBytes, u32Bytes } from '../scale/writer.ts';
import { type Header, parseHeader } from '../watch/header.ts';
import { eventIndexes } from './event-index.ts';
import { FakeNode, RpcFault } from './fake-node.ts';
import { readSnapshot, type SnapshotSpec } from './snapshots.ts';

export const FAKE_GENESIS = `0x${'ab'.repeat(32)}`;

const hash32 = (text: string): string => `0x${createHash('sha256').update(text).digest('hex')}`;

/** A header as JSON-RPC would give it; its real hash comes out of `parseHeader`. */
function headerJson(number: number, fork: string): Record<string, unknown> {
  return {
    parentHash: number === 0 ? `0x${'00'.repeat(32)}` : parseHeader(headerJson(number - 1, fork)).blockHash,
    number: `0x${number.toString(16)}`,
    stateRoot: hash32(`state ${fork} ${number}`),
    extrinsicsRoot: hash32(`extrinsics ${fork} ${number}`),
    digest: { logs: [] },
  };
}

/** A fake node that serves the real metadata of one spec, a few blocks, and storage set by the test. */
export class FakeChain {
  readonly node: FakeNode;
  readonly codec: RuntimeCodec;
  readonly storage = new Map<string, string>();
  readonly runtimeApis = new Map<string, (args: string) => Uint8Array>();
  /** Extrinsics by block number. */
  readonly blocks = new Map<number, readonly string[]>();
  genesis = FAKE_GENESIS;
  spec: SnapshotSpec;
  metadata: Uint8Array;
  best = 5;
  finalized = 3;
  fork = 'main';
  nextIndex = 0;

  private constructor(node: FakeNode, spec: SnapshotSpec) {
    this.node = node;
    this.spec = spec;
    this.metadata = readSnapshot(spec);
    this.codec = new RuntimeCodec(this.metadata);
    this.#serve();
  }

  static async start(spec: SnapshotSpec = 424): Promise<FakeChain> {
    return new FakeChain(await FakeNode.start(), spec);
  }

  get url(): string {
    return this.node.url;
  }

  header(number: number): Header {
    return parseHeader(headerJson(number, this.fork));
  }

  version(): object {
    return { specName: 'node-subtensor', specVersion: this.spec, transactionVersion: 1 };
  }

  /** Changes the runtime and announces it. */
  upgrade(spec: SnapshotSpec): void {
    this.spec = spec;
    this.metadata = readSnapshot(spec);
    this.node.notify('version', this.version());
  }

  /** One event record, fields all zero bytes but enough of them for System.ExtrinsicSuccess. */
  event(pallet: string, name: string, extrinsic: number, fields = new Uint8Array(4)): Uint8Array {
    const [palletIndex, eventIndex] = eventIndexes(pallet, name);
    const phase = concatBytes(Uint8Array.of(0), u32Bytes(extrinsic));
    return concatBytes(phase, Uint8Array.of(palletIndex, eventIndex), fields, Uint8Array.of(0));
  }

  /** The same events for every block. */
  setEvents(records: readonly Uint8Array[]): void {
    const key = this.codec.storage('System', 'Events')?.key();
    if (key !== undefined) this.storage.set(key, toHex(listBytes(records)));
  }

  /** Moves the heads and tells every subscriber. */
  advance(blocks = 1): void {
    this.best += blocks;
    this.finalized += blocks;
    this.node.notify('best', headerJson(this.best, this.fork));
    this.node.notify('finalized', headerJson(this.finalized, this.fork));
  }

  async stop(): Promise<void> {
    await this.node.stop();
  }

  #serve(): void {
    const { node } = this;
    node
      .on('chain_getBlockHash', ([number]) => {
        if (number === 0) return this.genesis;
        return typeof number === 'number' && number > this.best ? null : this.header(Number(number)).blockHash;
      })
      .on('state_getRuntimeVersion', () => this.version())
      .on('system_chain', () => 'Fake')
      .on('chain_getHeader', () => headerJson(this.best, this.fork))
      .on('state_getStorageHash', () => hash32(`code ${this.spec}`))
      .on('state_call', ([method, args]) => toHex(this.#stateCall(String(method), String(args))))
      .on('state_getMetadata', () => toHex(readSnapshot('218-v14')))
      .on('state_getStorage', ([key]) => this.storage.get(String(key)) ?? null)
      .on('state_queryStorageAt', ([keys, block]) => [
        { block, changes: (keys as string[]).map((key) => [key, this.storage.get(key) ?? null]) },
      ])
      .on('state_getKeysPaged', ([prefix]) => [...this.storage.keys()].filter((key) => key.startsWith(String(prefix))))
      .on('chain_subscribeNewHeads', (_, socket) => this.#subscribe(socket, 'best', headerJson(this.best, this.fork)))
      .on('chain_subscribeFinalizedHeads', (_, socket) =>
        this.#subscribe(socket, 'finalized', headerJson(this.finalized, this.fork)),
      )
      .on('state_subscribeRuntimeVersion', (_, socket) => this.#subscribe(socket, 'version', this.version()))
      .on('system_accountNextIndex', () => this.nextIndex)
      .on('author_submitExtrinsic', () => hash32('submitted'))
      .on('chain_getBlock', ([hash]) => {
        const number = Array.from({ length: this.best + 1 }, (_, at) => at).find(
          (at) => this.header(at).blockHash === hash,
        );
        if (number === undefined) return null;
        return { block: { header: headerJson(number, this.fork), extrinsics: this.blocks.get(number) ?? [] } };
      });
  }

  #stateCall(method: string, args: string): Uint8Array {
    if (method === 'Metadata_metadata_versions')
      return concatBytes(compactBytes(2n), u32Bytes(14), u32Bytes(this.metadata[4] ?? 0));
    if (method === 'Metadata_metadata_at_version') {
      return concatBytes(Uint8Array.of(1), compactBytes(BigInt(this.metadata.length)), this.metadata);
    }
    const api = this.runtimeApis.get(method);
    if (api === undefined) throw new RpcFault(4003, `Client error: Execution failed: ${method}`);
    return api(args);
  }

  /** The first notification follows the reply, as a real node does it. */
  #subscribe(socket: { send(text: string): void }, id: string, first: unknown): string {
    queueMicrotask(() =>
      socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'note', params: { subscription: id, result: first } })),
    );
    return id;
  }
}
