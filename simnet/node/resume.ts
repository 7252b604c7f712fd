import type { Runtime } from '../runtime/port.ts';
import type { Block } from './block.ts';
import { restoreBlock } from './build-block.ts';
import type { Header } from './header.ts';
import { StateLayer } from './state-layers.ts';

/** A finalized block as it is kept between two runs of a node. */
export interface KeptBlock {
  readonly header: Header;
  readonly extrinsics: readonly Uint8Array[];
  readonly inherentCount: number;
  readonly timestampMs: bigint;
  /** What stays readable of its state; anything else answers that it is no longer kept. */
  readonly remnant: ReadonlyMap<string, Uint8Array>;
}

/** A chain to go on with instead of beginning at genesis. */
export interface ResumedChain {
  /** The newest finalized blocks without genesis, oldest first and without gaps. None: the chain is at genesis. */
  readonly blocks: readonly KeptBlock[];
  /** The whole state after the last of them. */
  readonly state: ReadonlyMap<string, Uint8Array>;
}

/** Thrown for blocks that follow another genesis. */
export class OtherChain extends RangeError {
  override readonly name = 'OtherChain';
}

/**
 * The blocks to go on from, oldest first.
 * @throws OtherChain, or RangeError when they do not follow each other
 */
export function resumeBlocks({ blocks, state }: ResumedChain, runtime: Runtime, genesisHash: string): Block[] {
  const restored: Block[] = [];
  for (const kept of blocks) {
    const isHead = restored.length === blocks.length - 1;
    const layer = isHead ? StateLayer.genesis(state) : StateLayer.remnant(kept.remnant);
    const block = restoreBlock(kept, runtime, layer);
    const parent = restored.at(-1);
    const isFirst = parent === undefined;
    if (isFirst && block.number < 1) throw new RangeError('genesis is not kept');
    if (isFirst && block.number === 1 && block.parentHash !== genesisHash)
      throw new OtherChain('the first block kept is not of this chain');
    if (!isFirst && (block.number !== parent.number + 1 || block.parentHash !== parent.hash))
      throw new RangeError('the blocks kept do not follow each other');
    restored.push(block);
  }
  return restored;
}
