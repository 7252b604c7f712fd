import { digestItemCodec } from '../codecs.ts';
import { type AccountId, type Hex, hexOf } from '../hex.ts';
import type { BlockContext, State } from '../port.ts';
import {
  AllExtrinsicsLength,
  BlockHash,
  BlockNumber,
  BlockWeights,
  DidUpdate,
  Digest,
  EventCount,
  Events,
  ExtrinsicCount,
  InherentsApplied,
  ParentHash,
} from '../storage/system.ts';

/** Blocks whose hashes stay in state: the longest possible mortality. */
export const BLOCK_HASH_COUNT = 2_400;

const ZERO_WEIGHT = { ref_time: 0n, proof_size: 0n };
/** Picoseconds of an empty block (System.BlockWeights.base_block). */
const BASE_BLOCK_REF_TIME = 431_614_000n;

/** Resets what lives for one block and records where the block stands. */
export function openBlock(
  state: State,
  context: BlockContext,
  parentHash: Uint8Array,
  digest: readonly Uint8Array[],
): void {
  const number = context.blockNumber;
  const parent: Hex = hexOf(parentHash);
  BlockNumber.set(state, number);
  ParentHash.set(state, parent);
  if (number > 0) BlockHash.set(state, parent, number - 1);
  if (number > BLOCK_HASH_COUNT) BlockHash.remove(state, number - BLOCK_HASH_COUNT - 1);
  Digest.set(
    state,
    digest.map((item) => digestItemCodec.dec(item)),
  );
  Events.remove(state);
  EventCount.remove(state);
  ExtrinsicCount.remove(state);
  AllExtrinsicsLength.remove(state);
  InherentsApplied.remove(state);
  DidUpdate.remove(state);
  const mandatory = { ref_time: BASE_BLOCK_REF_TIME, proof_size: 0n };
  BlockWeights.set(state, { normal: ZERO_WEIGHT, operational: ZERO_WEIGHT, mandatory });
}

/** Settles the block: the clock must have been set, per-block marks go. */
export function closeBlock(state: State): void {
  DidUpdate.remove(state);
  ExtrinsicCount.remove(state);
  AllExtrinsicsLength.remove(state);
}

/** Who earns the fees: the practice network has one author, a keyless account. */
export const BLOCK_AUTHOR: AccountId = hexOf(new TextEncoder().encode('modlsimnet-block-author'.padEnd(32, '\0')));
