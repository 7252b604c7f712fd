import { addressOf } from '../../../shared/domain/address.ts';
import type { Coldkey, Hotkey, Netuid } from '../../../shared/units/index.ts';
import { fromHex } from '../scale/hex.ts';
import { ScaleError } from '../scale/reader.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

/** The chain keeps one lock an account and subnet; a few more are tolerated. */
const MAX_LOCKS = 8;

/** Hotkey that the account's conviction lock on the subnet points to (SubtensorModule.Lock); undefined when none. */
export async function getLockHotkey(at: ReadAt, coldkey: Coldkey, netuid: Netuid): Promise<Hotkey | undefined> {
  const entry = at.runtime.codec.storage('SubtensorModule', 'Lock');
  if (entry === undefined) return undefined;
  const under = [keyBytes(coldkey), u16Bytes(netuid)];
  const [key] = await at.keys(entry.key(...under), MAX_LOCKS);
  if (key === undefined) return undefined;
  const hotkey = fromHex(key).slice(-32);
  if (entry.key(...under, hotkey) !== key) throw new ScaleError('a lock key is not of its map');
  return addressOf<Hotkey>(hotkey);
}
