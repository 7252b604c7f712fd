import { blake2AsU8a } from '@polkadot/util-crypto';
import { bytesOf, hexOf } from '../runtime/hex.ts';
import type { BlockContext, InvalidTransaction, Runtime } from '../runtime/port.ts';
import type { Block, Built, Intervention } from './block.ts';
import { withCode } from './code.ts';
import { Draft } from './draft.ts';
import { auraDigest, encodeHeader, extrinsicsRootOf, type Header, stateRootAfter } from './header.ts';
import { transactionHash } from './pool.ts';
import type { KeptBlock } from './resume.ts';
import { StateLayer } from './state-layers.ts';

const ZERO_HASH = new Uint8Array(32);

function seal(header: Header, rest: Omit<Block, 'hash' | 'number' | 'parentHash' | 'header' | 'encodedHeader'>): Block {
  const encodedHeader = encodeHeader(header);
  const hash = hexOf(blake2AsU8a(encodedHeader, 256));
  return { hash, number: header.number, parentHash: hexOf(header.parentHash), header, encodedHeader, ...rest };
}

/** Block 0: the scenario's storage and the runtime's code. */
export function genesisBlock(runtime: Runtime, scenario: ReadonlyMap<string, Uint8Array>, timestampMs: bigint): Block {
  const storage = withCode(scenario, runtime);
  const header: Header = {
    parentHash: ZERO_HASH,
    number: 0,
    stateRoot: stateRootAfter(ZERO_HASH, storage),
    extrinsicsRoot: extrinsicsRootOf([]),
    digest: [],
  };
  return seal(header, {
    extrinsics: [],
    extrinsicHashes: [],
    inherentCount: 0,
    timestampMs,
    state: StateLayer.genesis(storage),
    runtime,
  });
}

/** A block of an earlier run. */
export function restoreBlock(kept: KeptBlock, runtime: Runtime, state: StateLayer): Block {
  const { header, extrinsics, inherentCount, timestampMs } = kept;
  const extrinsicHashes = extrinsics.map(transactionHash);
  return seal(header, { extrinsics, extrinsicHashes, inherentCount, timestampMs, state, runtime });
}

export interface BlockPlan {
  readonly parent: Block;
  readonly context: BlockContext;
  readonly runtime: Runtime;
  /** What the pool offers, in order. */
  readonly extrinsics: readonly Uint8Array[];
  readonly interventions: readonly Intervention[];
  /** Aura slot. */
  readonly slot: bigint;
}

/** Executes a block on its parent's state. */
export function buildBlock(plan: BlockPlan): Built {
  const { parent, context, runtime } = plan;
  parent.state.focus();
  const draft = new Draft(parent.state);
  const digest = [auraDigest(plan.slot)];
  runtime.initializeBlock(draft, context, bytesOf(parent.hash), digest);
  for (const intervene of plan.interventions) intervene(draft);
  const extrinsics: Uint8Array[] = [];
  const refused: { bytes: Uint8Array; reason: InvalidTransaction }[] = [];
  const inherents = runtime.inherents(context);
  for (const bytes of [...inherents, ...plan.extrinsics]) {
    const result = runtime.applyExtrinsic(draft, bytes, context);
    if ('included' in result) extrinsics.push(bytes);
    else refused.push({ bytes, reason: result });
  }
  if (refused.some(({ bytes }) => inherents.includes(bytes))) throw new Error('the runtime refused its own inherent');
  runtime.finalizeBlock(draft);
  const header: Header = {
    parentHash: bytesOf(parent.hash),
    number: context.blockNumber,
    stateRoot: stateRootAfter(parent.header.stateRoot, draft.changes),
    extrinsicsRoot: extrinsicsRootOf(extrinsics),
    digest,
  };
  const block = seal(header, {
    extrinsics,
    extrinsicHashes: extrinsics.map(transactionHash),
    inherentCount: inherents.length,
    timestampMs: context.timestampMs,
    state: parent.state.after(draft.changes),
    runtime,
  });
  return { block, refused };
}
