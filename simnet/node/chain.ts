import { Blake2256 } from '@polkadot-api/substrate-bindings';
import { concatBytes, hexOf } from '../runtime/hex.ts';
import type { BlockContext, InvalidTransaction, Runtime, State } from '../runtime/port.ts';
import { withCode } from './code.ts';
import { Draft } from './draft.ts';
import { auraDigest, encodeHeader, type Header, headerHash, stateRootAfter } from './header.ts';
import { StateLayer } from './state-layers.ts';

/** A block as the node keeps it. Hashes are 0x hex. */
export interface Block {
  readonly hash: string;
  readonly number: number;
  readonly parentHash: string;
  readonly header: Header;
  readonly encodedHeader: Uint8Array;
  /** Encoded with length prefix, inherents first. */
  readonly extrinsics: readonly Uint8Array[];
  readonly timestampMs: bigint;
  readonly state: StateLayer;
  /** Runtime this block was made with; it differs from its parent's after an upgrade. */
  readonly runtime: Runtime;
}

export interface Built {
  readonly block: Block;
  /** Extrinsics the runtime kept out, with its reason. */
  readonly refused: readonly { readonly bytes: Uint8Array; readonly reason: InvalidTransaction }[];
}

/** A change of state that no extrinsic makes: the faucet, and tests that set storage. */
export type Intervention = (state: State) => void;

const ZERO_HASH = new Uint8Array(32);

/** Blocks by hash, a best chain and a finalized head. It knows bytes and forks, no pallet. */
export class Chain {
  readonly genesis: Block;
  readonly #blocks = new Map<string, Block>();
  readonly #slotMs: bigint;
  /** Canonical hash by height. */
  #canonical: string[] = [];
  #best: Block;
  #finalized: Block;

  constructor(runtime: Runtime, scenario: ReadonlyMap<string, Uint8Array>, timestampMs: bigint, slotMs: bigint) {
    const genesis = withCode(scenario, runtime);
    this.#slotMs = slotMs;
    const header: Header = {
      parentHash: ZERO_HASH,
      number: 0,
      stateRoot: stateRootAfter(ZERO_HASH, genesis),
      extrinsicsRoot: Blake2256(new Uint8Array()),
      digest: [],
    };
    const encodedHeader = encodeHeader(header);
    this.genesis = {
      hash: hexOf(headerHash(encodedHeader)),
      number: 0,
      parentHash: hexOf(ZERO_HASH),
      header,
      encodedHeader,
      extrinsics: [],
      timestampMs,
      state: StateLayer.genesis(genesis),
      runtime,
    };
    this.#blocks.set(this.genesis.hash, this.genesis);
    this.#canonical = [this.genesis.hash];
    this.#best = this.genesis;
    this.#finalized = this.genesis;
  }

  get best(): Block {
    return this.#best;
  }

  get finalized(): Block {
    return this.#finalized;
  }

  get(hash: string): Block | undefined {
    return this.#blocks.get(hash);
  }

  hashAt(number: number): string | undefined {
    return this.#canonical[number];
  }

  isCanonical(block: Block): boolean {
    return this.#canonical[block.number] === block.hash;
  }

  /** Blocks from `ancestor` (exclusive) to `block`, oldest first. */
  pathFrom(ancestor: Block, block: Block): Block[] {
    const path: Block[] = [];
    for (let at = block; at.hash !== ancestor.hash; ) {
      path.push(at);
      const parent = this.#blocks.get(at.parentHash);
      if (parent === undefined || at.number <= ancestor.number) throw new Error('not a descendant');
      at = parent;
    }
    return path.reverse();
  }

  /** What the runtime needs to know to work on top of `parent`. */
  contextOn(parent: Block, timestampMs: bigint): BlockContext {
    return {
      genesisHash: Uint8Array.from(Buffer.from(this.genesis.hash.slice(2), 'hex')),
      blockNumber: parent.number + 1,
      timestampMs,
      hashOf: (number) => this.#ancestorHash(parent, number),
    };
  }

  /** Context of a call executed on `block`'s own state. */
  contextAt(block: Block): BlockContext {
    return { ...this.contextOn(block, block.timestampMs), blockNumber: block.number };
  }

  /** Builds a block on `parent` and remembers it; it does not become best by itself. */
  build(
    parent: Block,
    extrinsics: readonly Uint8Array[],
    timestampMs: bigint,
    runtime: Runtime,
    before?: Intervention,
  ): Built {
    parent.state.focus();
    const draft = new Draft(parent.state);
    const context = this.contextOn(parent, timestampMs);
    const digest = [auraDigest(timestampMs / this.#slotMs)];
    runtime.initializeBlock(draft, context, Buffer.from(parent.hash.slice(2), 'hex'), digest);
    before?.(draft);
    const included: Uint8Array[] = [];
    const refused: { bytes: Uint8Array; reason: InvalidTransaction }[] = [];
    for (const bytes of [...runtime.inherents(context), ...extrinsics]) {
      const result = runtime.applyExtrinsic(draft, bytes, context);
      if ('included' in result) included.push(bytes);
      else refused.push({ bytes, reason: result });
    }
    runtime.finalizeBlock(draft);
    const header: Header = {
      parentHash: Buffer.from(parent.hash.slice(2), 'hex'),
      number: context.blockNumber,
      stateRoot: stateRootAfter(parent.header.stateRoot, draft.changes),
      extrinsicsRoot: Blake2256(concatBytes(included)),
      digest,
    };
    const encodedHeader = encodeHeader(header);
    const block: Block = {
      hash: hexOf(headerHash(encodedHeader)),
      number: header.number,
      parentHash: parent.hash,
      header,
      encodedHeader,
      extrinsics: included,
      timestampMs,
      state: parent.state.after(draft.changes),
      runtime,
    };
    this.#blocks.set(block.hash, block);
    return { block, refused };
  }

  /** Goes back to an earlier canonical block, finalized or not: only a snapshot being restored does this. */
  rewind(block: Block): void {
    this.#canonical = this.#canonical.slice(0, block.number + 1);
    this.#best = block;
    if (this.#finalized.number > block.number) this.#finalized = block;
  }

  /**
   * Makes `block` the head of the best chain.
   * @returns blocks that left the canonical chain and blocks that joined it, oldest first
   * @throws Error when that would drop a finalized block
   */
  setBest(block: Block): { retracted: Block[]; enacted: Block[] } {
    let common = block;
    while (!this.isCanonical(common)) {
      const parent = this.#blocks.get(common.parentHash);
      if (parent === undefined) throw new Error('the block has no known parent');
      common = parent;
    }
    if (common.number < this.#finalized.number) throw new Error('a finalized block cannot be dropped');
    const retracted = this.#canonical.slice(common.number + 1).flatMap((hash) => this.#blocks.get(hash) ?? []);
    const enacted = this.pathFrom(common, block);
    this.#canonical = [...this.#canonical.slice(0, common.number + 1), ...enacted.map(({ hash }) => hash)];
    this.#best = block;
    return { retracted, enacted };
  }

  /** Finalizes the canonical block at `number`; nothing happens when it is finalized already. */
  finalize(number: number): Block[] {
    const hashes = this.#canonical.slice(this.#finalized.number + 1, number + 1);
    const blocks = hashes.flatMap((hash) => this.#blocks.get(hash) ?? []);
    this.#finalized = blocks.at(-1) ?? this.#finalized;
    return blocks;
  }

  #ancestorHash(from: Block, number: number): Uint8Array | undefined {
    if (number > from.number || number < 0) return undefined;
    let hash = this.isCanonical(from) ? this.#canonical[number] : undefined;
    if (hash === undefined) {
      let at: Block | undefined = from;
      while (at !== undefined && at.number > number) at = this.#blocks.get(at.parentHash);
      hash = at?.hash;
    }
    return hash === undefined ? undefined : Buffer.from(hash.slice(2), 'hex');
  }
}
