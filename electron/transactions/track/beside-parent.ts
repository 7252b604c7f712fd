import { AppError } from '../../../shared/errors/index.ts';
import type { BlockRef, ChainClient } from '../../chain/port.ts';

/** Worth another try at the next block; after any other refusal nobody will ever know. */
const PASSING: ReadonlySet<string> = new Set(['chain.offline', 'chain.timeout', 'chain.rate_limited']);

/**
 * What can be told by comparing a block with the one before; undefined where the node no longer has both.
 * @throws AppError chain.* that may pass
 */
export async function besideParent<T>(
  chain: Pick<ChainClient, 'getBlockHash'>,
  block: BlockRef,
  read: (parent: BlockRef) => Promise<T>,
): Promise<T | undefined> {
  try {
    const blockNumber = block.blockNumber - 1;
    return await read({ blockNumber, blockHash: await chain.getBlockHash(blockNumber) });
  } catch (error) {
    if (PASSING.has(AppError.find(error)?.code ?? '')) throw error;
    return undefined;
  }
}
