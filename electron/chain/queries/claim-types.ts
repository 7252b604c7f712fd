import type { ClaimType } from '../../../shared/contract/index.ts';
import { type Coldkey, toNetuid } from '../../../shared/units/index.ts';
import type { ClaimTypeRecord } from '../delegation-port.ts';
import { listOf, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes, needStorage } from './storage-entry.ts';

/** What happens to each account's root dividends when they are claimed; one request. Empty without root claims. */
export async function getClaimTypes(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly ClaimTypeRecord[]> {
  if (!at.runtime.capabilities.rootClaims || coldkeys.length === 0) return [];
  const entry = needStorage(at.runtime.codec, 'SubtensorModule', 'RootClaimType');
  const values = await at.storage(coldkeys.map((coldkey) => entry.key(keyBytes(coldkey))));
  return coldkeys.map((coldkey, index) => ({ coldkey, claimType: toClaimType(entry.decode(values[index] ?? null)) }));
}

/** RootClaimTypeEnum by the names of its variants. @throws ScaleError for one we do not know */
function toClaimType(value: unknown): ClaimType {
  if (value === 'Swap') return { is: 'swap' };
  if (value === 'Keep') return { is: 'keep' };
  const { type, value: fields } = recordOf(value);
  if (type !== 'KeepSubnets') throw new ScaleError('an unknown claim type');
  const netuids = listOf(recordOf(fields)['subnets']).map((netuid) => toNetuid(Number(netuid)));
  // Keeping on no subnet is selling on all of them.
  return netuids.length === 0 ? { is: 'swap' } : { is: 'keep_subnets', netuids };
}
