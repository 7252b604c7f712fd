import type { Intent } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { ROOT_NETUID } from '../../../shared/units/index.ts';
import type { ChainClient, InclusionRecord } from '../../chain/port.ts';
import type { Movement } from './received.ts';

/** Worth another try at the next block; after any other refusal nobody will ever know. */
const PASSING: ReadonlySet<string> = new Set(['chain.offline', 'chain.timeout', 'chain.rate_limited']);

/**
 * What a claim paid where no event tells it: what the positions gained in shares from the block before to its block: rao
 * on root where dividends were sold, alpha where they were kept. What emission added in that block is no share and does not
 * count. A claim that the chain itself made for the account in the very same block counts too. Empty for other intents, and
 * where the node no longer has those blocks.
 * @throws AppError chain.* that may pass
 */
export async function claimedOf(
  chain: Pick<ChainClient, 'getBlockHash' | 'getStakeGains'>,
  intent: Intent,
  { block }: Pick<InclusionRecord, 'block'>,
): Promise<Movement[]> {
  if (intent.kind !== 'root.claim' && intent.kind !== 'basket.claim') return [];
  const netuids = intent.kind === 'root.claim' ? [ROOT_NETUID, ...intent.netuids] : [ROOT_NETUID];
  const hotkey = intent.kind === 'basket.claim' ? { hotkey: intent.hotkey } : {};
  try {
    const parent = { blockNumber: block.blockNumber - 1, blockHash: await chain.getBlockHash(block.blockNumber - 1) };
    const gains = await chain.getStakeGains({ coldkey: intent.coldkey, ...hotkey, netuids, parent, block });
    return gains
      .filter(({ alpha }) => alpha > 0n)
      .map(({ netuid, alpha }) => ({ way: 'received', netuid, amount: alpha }));
  } catch (error) {
    if (PASSING.has(AppError.find(error)?.code ?? '')) throw error;
    return [];
  }
}
