import type { DecodedCallView, Intent } from '../../../shared/contract/index.ts';
import type { ChainClient, InclusionRecord } from '../../chain/port.ts';
import { claimedOf } from './claimed.ts';
import { type Movement, movementsOf } from './received.ts';

/**
 * What a transaction brought and gave away: by its events where they tell it, else, for claims, by the shares gained in its
 * block. Never by both, which would count one amount twice. @throws AppError chain.* that may pass
 */
export async function movedBy(
  chain: Pick<ChainClient, 'getBlockHash' | 'getStakeGains'>,
  { intent, call }: { readonly intent: Intent; readonly call: DecodedCallView },
  included: InclusionRecord,
): Promise<Movement[]> {
  if (!included.ok) return [];
  const told = movementsOf(intent, call, included);
  return told.length > 0 ? told : claimedOf(chain, intent, included);
}
