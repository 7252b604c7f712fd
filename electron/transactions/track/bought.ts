import type { Intent } from '../../../shared/contract/index.ts';
import { ROOT_NETUID } from '../../../shared/units/index.ts';
import type { ChainClient, InclusionRecord } from '../../chain/port.ts';
import { besideParent } from './beside-parent.ts';
import type { Movement } from './received.ts';

/**
 * What the purchase of a basket brought. Shares have no unit; what the account's shares with that validator gained in worth
 * from the block before to its block is known by the runtime's own quote: rao that a claim would pay. What others did to
 * prices in that block is in it. Empty for other intents, where it gained nothing, and where the node no longer has those
 * blocks. @throws AppError chain.* that may pass
 */
export async function boughtOf(
  chain: Pick<ChainClient, 'getBlockHash' | 'getBasketGain'>,
  intent: Intent,
  { block }: Pick<InclusionRecord, 'block'>,
): Promise<Movement[]> {
  if (intent.kind !== 'basket.buy') return [];
  const { coldkey, hotkey } = intent;
  const gain = await besideParent(chain, block, (parent) => chain.getBasketGain({ coldkey, hotkey, parent, block }));
  return gain === undefined || gain <= 0n ? [] : [{ way: 'worth', netuid: ROOT_NETUID, amount: gain }];
}
