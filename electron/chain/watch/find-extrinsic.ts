import { AppError } from '../../../shared/errors/index.ts';
import { parseRuntimeVersion, type RawCall } from '../connection/handshake.ts';
import type { RuntimeHolder } from '../metadata/runtime-holder.ts';
import type { BlockRef, InclusionRecord } from '../port.ts';
import { needStorage } from '../queries/storage-entry.ts';
import { asHash } from '../scale/hex.ts';
import { ScaleError } from '../scale/reader.ts';
import type { BlockIndex } from './block-index.ts';
import { readInclusion } from './inclusion.ts';

/** Blocks asked for at once. */
const WAVE = 8;

export interface FindSetup {
  readonly request: RawCall;
  readonly runtime: RuntimeHolder;
  readonly blocks: BlockIndex;
}

/**
 * Looks for an extrinsic by hash in the canonical blocks from..to, oldest first.
 * Its events are decoded by the runtime that executed the block, also across an upgrade.
 */
export async function findExtrinsic(
  setup: FindSetup,
  hash: string,
  from: number,
  to: number,
): Promise<InclusionRecord | undefined> {
  const wanted = hash.toLowerCase();
  for (let start = from; start <= to; start += WAVE) {
    const numbers = Array.from({ length: Math.min(WAVE, to - start + 1) }, (_, at) => start + at);
    const refs = (await Promise.all(numbers.map((number) => canonical(setup.request, number)))).filter(isFound);
    const found = await Promise.all(
      refs.map(async (block) => ({ block, index: (await setup.blocks.get(block.blockHash)).hashes.indexOf(wanted) })),
    );
    const hit = found.find(({ index }) => index >= 0);
    if (hit !== undefined) return inclusionOf(setup, hit.block, hit.index);
    if (refs.length < numbers.length) return undefined; // the chain ends here
  }
  return undefined;
}

async function inclusionOf(
  { request, runtime, blocks }: FindSetup,
  block: BlockRef,
  index: number,
): Promise<InclusionRecord> {
  const { parentHash } = await blocks.get(block.blockHash);
  const version = parseRuntimeVersion(await request('state_getRuntimeVersion', [parentHash]));
  const codec = await runtime.codecFor(version, parentHash, request);
  const key = needStorage(codec, 'System', 'Events').key();
  const events = await request('state_getStorage', [key, block.blockHash], true);
  if (events !== null && typeof events !== 'string') throw new ScaleError('events are not bytes');
  return readInclusion(codec, block, index, events);
}

/** @throws AppError chain.reply_malformed */
export async function canonical(request: RawCall, blockNumber: number): Promise<BlockRef | undefined> {
  const reply = await request('chain_getBlockHash', [blockNumber]);
  if (reply === null) return undefined;
  try {
    return { blockNumber, blockHash: asHash(reply) };
  } catch (cause) {
    throw new AppError('chain.reply_malformed', {}, { cause });
  }
}

function isFound(block: BlockRef | undefined): block is BlockRef {
  return block !== undefined;
}
