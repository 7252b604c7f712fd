import type { Coldkey, Hotkey } from '../../../shared/units/index.ts';
import type { AutoStakeRecord } from '../delegation-port.ts';
import { ScaleError } from '../scale/reader.ts';
import { valuesBySubnet } from './map-keys.ts';
import type { ReadAt } from './read-at.ts';

/** SubtensorModule.AutoStakeDestination of each account on every subnet where one is set. */
export async function getAutoStake(at: ReadAt, coldkeys: readonly Coldkey[]): Promise<readonly AutoStakeRecord[]> {
  const lists = await valuesBySubnet(at, 'AutoStakeDestination', coldkeys);
  return coldkeys.flatMap((coldkey, index) =>
    (lists[index] ?? []).map(({ netuid, value }) => {
      if (typeof value !== 'string') throw new ScaleError('a destination is not an account');
      return { coldkey, netuid, hotkey: value as Hotkey };
    }),
  );
}
