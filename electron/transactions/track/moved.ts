import type { DecodedCallView, Intent } from '../../../shared/contract/index.ts';
import type { ChainClient, InclusionRecord } from '../../chain/port.ts';
import { boughtOf } from './bought.ts';
import { claimedOf } from './claimed.ts';
import { type Movement, movementsOf } from './received.ts';

/**
 * What a transaction brought and gave away: by its events where they tell it, else, for claims, by the shares gained in its
 * block. Never by both, which would count one amount twice. Only of a basket that was bought events tell one half, what was
 * spent, and the worth of shares the other; where no event says that it was bought, nothing is told.
 * @throws AppError chain.* that may pass
 */
export async function movedBy(
  chain: Pick<ChainClient, 'getBlockHash' | 'getStakeGains' | 'getBasketGain'>,
  { intent, call }: { readonly intent: Intent; readonly call: DecodedCallView },
  included: InclusionRecord,
): Promise<Movement[]> {
  if (!included.ok) return [];
  const told = movementsOf(intent, call, included);
  if (told.length > 0) return [...told, ...(await boughtOf(chain, intent, included))];
  return claimedOf(chain, intent, included);
}
