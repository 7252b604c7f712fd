import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import * as locks from '../locks/locks.ts';
import { hotkeyExists } from '../stake/checks.ts';
import { NetworksAdded } from '../storage/subnet.ts';
import { type CallHandler, type Origin, signerOf } from './handler.ts';

interface LockArgs {
  readonly hotkey: AccountId;
  readonly netuid: number;
  /** Alpha rao. */
  readonly amount: bigint;
}

function ensureSubnet(exec: Exec, netuid: number): void {
  ensure(NetworksAdded.get(exec.state, netuid), () => subtensorFailure('SubnetNotExists'));
}

function ensureHotkey(exec: Exec, hotkey: AccountId): void {
  ensure(hotkeyExists(exec.state, hotkey), () => subtensorFailure('HotKeyAccountNotExists'));
}

function lockStake(exec: Exec, origin: Origin, { hotkey, netuid, amount }: LockArgs): void {
  const coldkey = signerOf(origin);
  ensureSubnet(exec, netuid);
  ensure(amount > 0n, () => subtensorFailure('AmountTooLow'));
  ensureHotkey(exec, hotkey);
  locks.addLock(exec, coldkey, netuid, hotkey, amount);
}

interface MoveLockArgs {
  readonly destination_hotkey: AccountId;
  readonly netuid: number;
}

function moveLock(exec: Exec, origin: Origin, { destination_hotkey, netuid }: MoveLockArgs): void {
  const coldkey = signerOf(origin);
  ensureSubnet(exec, netuid);
  ensureHotkey(exec, destination_hotkey);
  locks.moveLock(exec, coldkey, netuid, destination_hotkey);
}

interface PerpetualArgs {
  readonly netuid: number;
  readonly enabled: boolean;
}

function setPerpetualLock(exec: Exec, origin: Origin, { netuid, enabled }: PerpetualArgs): void {
  const coldkey = signerOf(origin);
  ensureSubnet(exec, netuid);
  locks.setPerpetual(exec, coldkey, netuid, enabled);
}

/** `enabled` says that locked alpha is refused, which it is until somebody says otherwise. */
function setRejectLockedAlpha(exec: Exec, origin: Origin, { enabled }: { readonly enabled: boolean }): void {
  const coldkey = signerOf(origin);
  locks.setAcceptsLockedAlpha(exec.state, coldkey, !enabled);
  exec.emit('SubtensorModule', 'RejectLockedAlphaUpdated', { coldkey, enabled });
}

export const lockCalls: readonly (readonly [name: string, handler: CallHandler])[] = [
  ['SubtensorModule.lock_stake', lockStake],
  ['SubtensorModule.move_lock', moveLock],
  ['SubtensorModule.set_perpetual_lock', setPerpetualLock],
  ['SubtensorModule.set_reject_locked_alpha', setRejectLockedAlpha],
];
