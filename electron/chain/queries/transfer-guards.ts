import { addressOf } from '../../../shared/domain/address.ts';
import type { Coldkey, Hotkey, Netuid } from '../../../shared/units/index.ts';
import type { TransferGuards } from '../delegation-port.ts';
import { fromHex } from '../scale/hex.ts';
import { u16Bytes } from '../scale/writer.ts';
import type { ReadAt } from './read-at.ts';
import { keyBytes } from './storage-entry.ts';

export interface TransferQuery {
  readonly from: Coldkey;
  readonly to: Coldkey;
  readonly netuid: Netuid;
}

/** Bit of AccountFlags that lets stake with a lock come in; unset means it is refused. */
const ACCEPTS_LOCKED = 1n;

/** What may stand in the way of stake that goes to another coldkey. One wave. */
export async function getTransferGuards(at: ReadAt, { from, to, netuid }: TransferQuery): Promise<TransferGuards> {
  const { codec, capabilities } = at.runtime;
  const toggle = codec.storage('SubtensorModule', 'TransferToggle');
  const flags = codec.storage('SubtensorModule', 'AccountFlags');
  const wanted = [toggle?.key(u16Bytes(netuid)), flags?.key(keyBytes(to))].filter((key) => key !== undefined);
  const [values, senderLockHotkey, recipientLockHotkey] = await Promise.all([
    at.storage(wanted),
    lockHotkey(at, from, netuid),
    lockHotkey(at, to, netuid),
  ]);
  const raw = new Map(wanted.map((key, index) => [key, values[index] ?? null]));
  const allowed = toggle?.decode(raw.get(toggle.key(u16Bytes(netuid))) ?? null);
  const flagged = flags?.decode(raw.get(flags.key(keyBytes(to))) ?? null);
  return {
    transfersAllowed: toggle === undefined || allowed === true,
    acceptsLocked: !capabilities.convictionLocks || (typeof flagged === 'bigint' && (flagged & ACCEPTS_LOCKED) !== 0n),
    ...(senderLockHotkey === undefined ? {} : { senderLockHotkey }),
    ...(recipientLockHotkey === undefined ? {} : { recipientLockHotkey }),
  };
}

/** The hotkey that a lock of the account on the subnet points to: the last 32 bytes of the key Lock(coldkey, netuid, hotkey). */
async function lockHotkey(at: ReadAt, coldkey: Coldkey, netuid: Netuid): Promise<Hotkey | undefined> {
  const entry = at.runtime.capabilities.convictionLocks
    ? at.runtime.codec.storage('SubtensorModule', 'Lock')
    : undefined;
  if (entry === undefined) return undefined;
  const [key] = await at.keys(entry.key(keyBytes(coldkey), u16Bytes(netuid)), 1);
  return key === undefined ? undefined : addressOf<Hotkey>(fromHex(key).slice(-32));
}
