import { type Coldkey, toRao } from '../../../shared/units/index.ts';
import type { AccountRecord } from '../port.ts';
import { intField, needInt, recordOf } from '../scale/plain.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes, needStorage } from './storage-entry.ts';

/** System.Account of every coldkey, in one request. An account the chain does not know is all zero. */
export async function getAccounts(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly AccountRecord[]> {
  if (coldkeys.length === 0) return [];
  const entry = needStorage(at.runtime.codec, 'System', 'Account');
  const values = await at.storage(coldkeys.map((coldkey) => entry.key(keyBytes(coldkey))));
  return coldkeys.map((address, index) => {
    const account = recordOf(entry.decode(values[index] ?? null));
    const data = recordOf(account['data']);
    return {
      address,
      nonce: Number(needInt(account, 'nonce')),
      free: toRao(needInt(data, 'free')),
      reserved: toRao(needInt(data, 'reserved')),
      frozen: toRao(intField(data, 'frozen')),
      consumers: Number(intField(account, 'consumers')),
      providers: Number(intField(account, 'providers')),
      sufficients: Number(intField(account, 'sufficients')),
    };
  });
}
