import type { Coldkey, Netuid } from '../../../shared/units/index.ts';
import type { TransferGuards } from '../delegation-port.ts';
import { u16Bytes } from '../scale/writer.ts';
import { getLockHotkey } from './locks.ts';
import type { ReadAt } from './read-at.ts';
import { StorageBatch } from './storage-batch.ts';
import { keyBytes } from './storage-entry.ts';

/** Bit of AccountFlags that lets an account take alpha that carries a lock; the default refuses it. */
const ACCEPTS_LOCKED = 1n;

export interface TransferQuery {
  readonly from: Coldkey;
  readonly to: Coldkey;
  readonly netuid: Netuid;
}

/** One storage request and the lock keys of both accounts, in one wave. */
export async function getTransferGuards(at: ReadAt, { from, to, netuid }: TransferQuery): Promise<TransferGuards> {
  const batch = new StorageBatch(at);
  const hasToggle = at.runtime.codec.storage('SubtensorModule', 'TransferToggle') !== undefined;
  const toggle = batch.add('SubtensorModule', 'TransferToggle', u16Bytes(netuid));
  const flags = batch.add('SubtensorModule', 'AccountFlags', keyBytes(to));
  const [sender, recipient] = await Promise.all([
    getLockHotkey(at, from, netuid),
    getLockHotkey(at, to, netuid),
    batch.read(),
  ]);
  const { value } = flags();
  return {
    transfersAllowed: !hasToggle || toggle().value === true,
    acceptsLocked: value === undefined || (typeof value === 'bigint' && (value & ACCEPTS_LOCKED) !== 0n),
    ...(recipient === undefined ? {} : { recipientLockHotkey: recipient }),
    ...(sender === undefined ? {} : { senderLockHotkey: sender }),
  };
}
