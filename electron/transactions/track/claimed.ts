import type { Intent } from '../../../shared/contract/index.ts';
import { ROOT_NETUID } from '../../../shared/units/index.ts';
import type { ChainClient, InclusionRecord } from '../../chain/port.ts';
import { besideParent } from './beside-parent.ts';
import type { Movement } from './received.ts';

/**
 * What a claim paid where no event tells it: what the positions gained in shares from the block before to its block: rao
 * on root where dividends were sold, alpha where they were kept. What emission added in that block is no share and does not
 * count. A claim that the chain itself made for the account in the very same block counts too, as nobody could tell it from
 * this one; where another transaction of that block moved its stake nothing is told. Empty for other intents, and where the
 * node no longer has those blocks.
 * @throws AppError chain.* that may pass
 */
export async function claimedOf(
  chain: Pick<ChainClient, 'getBlockHash' | 'getStakeGains'>,
  intent: Intent,
  { block, index }: Pick<InclusionRecord, 'block' | 'index'>,
): Promise<Movement[]> {
  if (intent.kind !== 'root.claim' && intent.kind !== 'basket.claim') return [];
  const netuids = intent.kind === 'root.claim' ? [ROOT_NETUID, ...intent.netuids] : [ROOT_NETUID];
  const hotkey = intent.kind === 'basket.claim' ? { hotkey: intent.hotkey } : {};
  const gains = await besideParent(chain, block, (parent) =>
    chain.getStakeGains({ coldkey: intent.coldkey, ...hotkey, netuids, parent, block, index }),
  );
  return (gains ?? [])
    .filter(({ alpha }) => alpha > 0n)
    .map(({ netuid, alpha }) => ({ way: 'received', netuid, amount: alpha }));
}
