import { type AlphaRao, type Hotkey, type Netuid, toAlphaRao } from '../../../shared/units/index.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes, needStorage } from './storage-entry.ts';

export interface HotkeyOnSubnet {
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
}

/** Alpha of all stakers of each hotkey on a subnet, in the order asked; the root entry is TAO in rao. */
export async function getTotalHotkeyAlpha(at: ReadAt, pairs: readonly HotkeyOnSubnet[]): Promise<readonly AlphaRao[]> {
  const entry = needStorage(at.runtime.codec, 'SubtensorModule', 'TotalHotkeyAlpha');
  const values = await at.storage(pairs.map(({ hotkey, netuid }) => entry.key(keyBytes(hotkey), u16Bytes(netuid))));
  return pairs.map((_, index) => {
    const value = entry.decode(values[index] ?? null);
    return toAlphaRao(typeof value === 'bigint' ? value : 0n);
  });
}
