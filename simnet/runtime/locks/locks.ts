import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import type { State, StateReader } from '../port.ts';
import { heldOn } from '../stake/position.ts';
import { Owner } from '../storage/hotkeys.ts';
import { AccountFlags, DecayingLock } from '../storage/locks.ts';
import { changeLock, findLock, isOwnerHotkey, isPerpetual, lockedOn } from './book.ts';
import { fullConviction } from './roll.ts';

const ACCEPTS_LOCKED_ALPHA = 1n;

/** Alpha rao of a coldkey on a subnet: all of it, what is locked, and what may leave. */
export interface Availability {
  readonly total: bigint;
  readonly locked: bigint;
  readonly available: bigint;
}

export function availabilityOf(state: StateReader, coldkey: AccountId, netuid: number): Availability {
  const total = heldOn(state, coldkey, netuid);
  const locked = lockedOn(state, coldkey, netuid);
  return { total, locked, available: total > locked ? total - locked : 0n };
}

/** @throws DispatchFailure StakeUnavailable when `alpha` would break the floor. */
export function ensureAvailable(state: StateReader, coldkey: AccountId, netuid: number, alpha: bigint): void {
  // Nearly nobody has a lock; adding up all positions is for those who have.
  if (lockedOn(state, coldkey, netuid) === 0n) return;
  ensure(alpha <= availabilityOf(state, coldkey, netuid).available, () => subtensorFailure('StakeUnavailable'));
}

/** Locks more alpha for a hotkey. @throws DispatchFailure LockHotkeyMismatch, InsufficientStakeForLock */
export function addLock(exec: Exec, coldkey: AccountId, netuid: number, hotkey: AccountId, amount: bigint): void {
  const { state } = exec;
  const found = findLock(state, coldkey, netuid);
  ensure(found === undefined || found.hotkey === hotkey, () => subtensorFailure('LockHotkeyMismatch'));
  const locked = (found?.lock.locked_mass ?? 0n) + amount;
  ensure(locked <= heldOn(state, coldkey, netuid), () => subtensorFailure('InsufficientStakeForLock'));
  growLock(state, coldkey, netuid, hotkey, amount);
  exec.emit('SubtensorModule', 'StakeLocked', { coldkey, hotkey, netuid, amount });
}

/** The bare change: genesis needs no checks and no event. */
export function growLock(state: State, coldkey: AccountId, netuid: number, hotkey: AccountId, amount: bigint): void {
  const owner = isOwnerHotkey(state, netuid, hotkey);
  changeLock(state, coldkey, netuid, hotkey, ({ locked_mass, conviction }) => ({
    locked_mass: locked_mass + amount,
    conviction: owner ? fullConviction(locked_mass + amount) : conviction,
  }));
}

/** Takes mass off a lock, and conviction in proportion. */
export function reduceLock(state: State, coldkey: AccountId, netuid: number, amount: bigint): void {
  const found = findLock(state, coldkey, netuid);
  if (found === undefined) return;
  changeLock(state, coldkey, netuid, found.hotkey, ({ locked_mass, conviction }) => {
    const left = locked_mass > amount ? locked_mass - amount : 0n;
    return { locked_mass: left, conviction: locked_mass === 0n ? 0n : (conviction * left) / locked_mass };
  });
}

/** Adds moved mass and conviction to a lock that may not exist yet. */
function receive(state: State, coldkey: AccountId, netuid: number, hotkey: AccountId, mass: bigint, won: bigint): void {
  const owner = isOwnerHotkey(state, netuid, hotkey);
  changeLock(state, coldkey, netuid, hotkey, ({ locked_mass, conviction }) => ({
    locked_mass: locked_mass + mass,
    conviction: owner ? fullConviction(locked_mass + mass) : conviction + won,
  }));
}

/** Conviction outlives a change of hotkey only when both have one owner. */
function survives(state: StateReader, from: AccountId, to: AccountId): boolean {
  return Owner.find(state, from) === Owner.find(state, to);
}

/** Lets the whole lock speak for another hotkey. @throws DispatchFailure NoExistingLock */
export function moveLock(exec: Exec, coldkey: AccountId, netuid: number, to: AccountId): void {
  const { state } = exec;
  const found = findLock(state, coldkey, netuid);
  ensure(found !== undefined, () => subtensorFailure('NoExistingLock'));
  const { hotkey: from, lock } = found;
  if (from !== to) {
    changeLock(state, coldkey, netuid, from, () => ({ locked_mass: 0n, conviction: 0n }));
    receive(state, coldkey, netuid, to, lock.locked_mass, survives(state, from, to) ? lock.conviction : 0n);
  }
  exec.emit('SubtensorModule', 'LockMoved', { coldkey, origin_hotkey: from, destination_hotkey: to, netuid });
}

/** Turns decay off or on; the lock changes over to the other sum. */
export function setPerpetual(exec: Exec, coldkey: AccountId, netuid: number, enabled: boolean): void {
  const { state } = exec;
  const found = findLock(state, coldkey, netuid);
  const isChange = isPerpetual(state, coldkey, netuid) !== enabled;
  if (found !== undefined && isChange)
    changeLock(state, coldkey, netuid, found.hotkey, () => ({ locked_mass: 0n, conviction: 0n }));
  if (enabled) DecayingLock.set(state, false, coldkey, netuid);
  else DecayingLock.remove(state, coldkey, netuid);
  if (found !== undefined && isChange)
    receive(state, coldkey, netuid, found.hotkey, found.lock.locked_mass, found.lock.conviction);
  exec.emit('SubtensorModule', 'PerpetualLockUpdated', { coldkey, netuid, enabled });
}

export function acceptsLockedAlpha(state: StateReader, coldkey: AccountId): boolean {
  return (AccountFlags.get(state, coldkey) & ACCEPTS_LOCKED_ALPHA) !== 0n;
}

export function setAcceptsLockedAlpha(state: State, coldkey: AccountId, accepts: boolean): void {
  const flags = AccountFlags.get(state, coldkey);
  const next = accepts ? flags | ACCEPTS_LOCKED_ALPHA : flags & ~ACCEPTS_LOCKED_ALPHA;
  if (next === 0n) AccountFlags.remove(state, coldkey);
  else AccountFlags.set(state, next, coldkey);
}

export interface CarriedStake {
  readonly from: AccountId;
  readonly to: AccountId;
  /** With whom the stake lies. */
  readonly hotkey: AccountId;
  readonly netuid: number;
  readonly alpha: bigint;
}

/**
 * Stake that goes to another coldkey on the same subnet takes along as much of the lock as is needed to stay covered.
 * Call before the stake moves. @throws DispatchFailure LockHotkeyMismatch, AccountRejectsLockedAlpha
 */
export function carryLock(state: State, { from, to, hotkey, netuid, alpha }: CarriedStake): void {
  const source = findLock(state, from, netuid);
  if (from === to || source === undefined) return;
  const { total, locked, available } = availabilityOf(state, from, netuid);
  const over = alpha > available ? alpha - available : 0n;
  const moved = over < locked ? over : locked;
  if (moved === 0n || total === 0n) return;
  const target = findLock(state, to, netuid)?.hotkey;
  ensure(target === undefined || target === hotkey, () => subtensorFailure('LockHotkeyMismatch'));
  ensure(acceptsLockedAlpha(state, to), () => subtensorFailure('AccountRejectsLockedAlpha'));
  const part = (source.lock.conviction * moved) / locked;
  changeLock(state, from, netuid, source.hotkey, ({ locked_mass, conviction }) => ({
    locked_mass: locked_mass - moved,
    conviction: conviction - part,
  }));
  receive(state, to, netuid, hotkey, moved, survives(state, source.hotkey, hotkey) ? part : 0n);
}
