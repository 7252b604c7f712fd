import type { ClaimType } from '../../../shared/contract/index.ts';
import { type Coldkey, toNetuid } from '../../../shared/units/index.ts';
import type { ClaimTypeRecord } from '../delegation-port.ts';
import { listOf, recordOf } from '../scale/plain.ts';
import { ScaleError } from '../scale/reader.ts';
import { multiQuery } from './multi-query.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

/** SubtensorModule.RootClaimType of each account; empty where the runtime has no such choice. */
export async function getClaimTypes(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly ClaimTypeRecord[]> {
  if (!at.runtime.capabilities.rootClaims) return [];
  const [values = []] = await multiQuery(at, [
    { item: 'RootClaimType', keys: coldkeys.map((coldkey) => [keyBytes(coldkey)]) },
  ]);
  return coldkeys.map((coldkey, index) => ({ coldkey, claimType: toClaimType(values[index]) }));
}

/** RootClaimTypeEnum by the names of its variants. */
function toClaimType(value: unknown): ClaimType {
  if (value === 'Swap') return { is: 'swap' };
  if (value === 'Keep') return { is: 'keep' };
  const { type, value: fields } = recordOf(value);
  if (type !== 'KeepSubnets') throw new ScaleError('an unknown way to claim');
  return { is: 'keep_subnets', netuids: listOf(recordOf(fields)['subnets']).map((netuid) => toNetuid(Number(netuid))) };
}
