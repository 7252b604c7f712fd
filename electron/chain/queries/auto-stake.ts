import type { Coldkey, Hotkey } from '../../../shared/units/index.ts';
import type { AutoStakeRecord } from '../delegation-port.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';
import { getSubnetsUnder } from './subnet-keys.ts';

/** Where the mining rewards of each account go, by subnet: the keys of every account, then all values in one request. */
export async function getAutoStake(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly AutoStakeRecord[]> {
  const entry = at.runtime.codec.storage('SubtensorModule', 'AutoStakeDestination');
  if (entry === undefined) return [];
  const subnets = await Promise.all(coldkeys.map((coldkey) => getSubnetsUnder(at, entry, keyBytes(coldkey))));
  const rows = coldkeys.flatMap((coldkey, index) => (subnets[index] ?? []).map((netuid) => ({ coldkey, netuid })));
  if (rows.length === 0) return [];
  const values = await at.storage(rows.map(({ coldkey, netuid }) => entry.key(keyBytes(coldkey), u16Bytes(netuid))));
  return rows.flatMap((row, index) => {
    const hotkey = entry.decode(values[index] ?? null);
    if (hotkey === undefined || hotkey === null) return [];
    if (typeof hotkey !== 'string') throw new ScaleError('an auto-stake destination is no account');
    return [{ ...row, hotkey: hotkey as Hotkey }];
  });
}
