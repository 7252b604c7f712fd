import type { AccountId } from '../hex.ts';
import type { State, StateReader } from '../port.ts';
import type { LockState } from '../storage/locks.ts';
import * as locks from '../storage/locks.ts';
import { SubnetOwnerHotkey } from '../storage/subnet.ts';
import { BlockNumber } from '../storage/system.ts';
import { isDust, type LockClass, type LockRates, rollForward, withoutDust } from './roll.ts';

export interface FoundLock {
  /** Whom the lock speaks for; the alpha may lie with other hotkeys. */
  readonly hotkey: AccountId;
  /** As it stands now. */
  readonly lock: LockState;
}

export function nowOf(state: StateReader): bigint {
  return BigInt(BlockNumber.get(state));
}

export function ratesOf(state: StateReader): LockRates {
  return { maturity: locks.MaturityRate.get(state), unlock: locks.UnlockRate.get(state) };
}

export function isOwnerHotkey(state: StateReader, netuid: number, hotkey: AccountId): boolean {
  return SubnetOwnerHotkey.find(state, netuid) === hotkey;
}

export function isPerpetual(state: StateReader, coldkey: AccountId, netuid: number): boolean {
  return locks.DecayingLock.find(state, coldkey, netuid) === false;
}

function classOf(state: StateReader, coldkey: AccountId, netuid: number, hotkey: AccountId): LockClass {
  return { owner: isOwnerHotkey(state, netuid, hotkey), perpetual: isPerpetual(state, coldkey, netuid) };
}

/** The one lock a coldkey may have on a subnet, rolled to now. */
export function findLock(state: StateReader, coldkey: AccountId, netuid: number): FoundLock | undefined {
  for (const [[, , hotkey], stored] of locks.Lock.entries(state, coldkey, netuid)) {
    const kind = classOf(state, coldkey, netuid, hotkey);
    return { hotkey, lock: withoutDust(rollForward(stored, nowOf(state), ratesOf(state), kind)) };
  }
  return undefined;
}

/** Alpha rao that may not leave the subnet. */
export function lockedOn(state: StateReader, coldkey: AccountId, netuid: number): bigint {
  return findLock(state, coldkey, netuid)?.lock.locked_mass ?? 0n;
}

interface Sum {
  get(state: StateReader): LockState | undefined;
  set(state: State, lock: LockState): void;
  remove(state: State): void;
}

/** The sum that holds all locks of a class on a hotkey. */
function sumOf(netuid: number, hotkey: AccountId, { owner, perpetual }: LockClass): Sum {
  if (owner) {
    const item = perpetual ? locks.OwnerLock : locks.DecayingOwnerLock;
    return {
      get: (state) => item.find(state, netuid),
      set: (state, lock) => item.set(state, lock, netuid),
      remove: (state) => item.remove(state, netuid),
    };
  }
  const item = perpetual ? locks.HotkeyLock : locks.DecayingHotkeyLock;
  return {
    get: (state) => item.find(state, netuid, hotkey),
    set: (state, lock) => item.set(state, lock, netuid, hotkey),
    remove: (state) => item.remove(state, netuid, hotkey),
  };
}

/** Conviction of a hotkey on a subnet, U64F64: all locks that speak for it, rolled to now. */
export function convictionOf(state: StateReader, hotkey: AccountId, netuid: number): bigint {
  const rates = ratesOf(state);
  let total = 0n;
  for (const owner of isOwnerHotkey(state, netuid, hotkey) ? [false, true] : [false]) {
    for (const perpetual of [true, false]) {
      const stored = sumOf(netuid, hotkey, { owner, perpetual }).get(state);
      if (stored === undefined) continue;
      total += withoutDust(rollForward(stored, nowOf(state), rates, { owner, perpetual })).conviction;
    }
  }
  return total;
}

/** The hotkey with most conviction on a subnet. */
export function mostConvicted(state: StateReader, netuid: number): AccountId | undefined {
  const hotkeys = new Set<AccountId>();
  for (const item of [locks.HotkeyLock, locks.DecayingHotkeyLock])
    for (const [[, hotkey]] of item.entries(state, netuid)) hotkeys.add(hotkey);
  if (locks.OwnerLock.has(state, netuid) || locks.DecayingOwnerLock.has(state, netuid))
    hotkeys.add(SubnetOwnerHotkey.get(state, netuid));
  let best: { readonly hotkey: AccountId; readonly conviction: bigint } | undefined;
  for (const hotkey of [...hotkeys].sort()) {
    const conviction = convictionOf(state, hotkey, netuid);
    if (conviction > 0n && (best === undefined || conviction > best.conviction)) best = { hotkey, conviction };
  }
  return best?.hotkey;
}

const atLeastZero = (value: bigint): bigint => (value > 0n ? value : 0n);

/** Changes a coldkey's lock on a hotkey, and with it the sum it is part of; both are rolled to now first. */
export function changeLock(
  state: State,
  coldkey: AccountId,
  netuid: number,
  hotkey: AccountId,
  change: (rolled: LockState) => Omit<LockState, 'last_update'>,
): void {
  const now = nowOf(state);
  const rates = ratesOf(state);
  const kind = classOf(state, coldkey, netuid, hotkey);
  const nothing: LockState = { locked_mass: 0n, conviction: 0n, last_update: now };
  const before = rollForward(locks.Lock.find(state, coldkey, netuid, hotkey) ?? nothing, now, rates, kind);
  const after = withoutDust({ ...change(withoutDust(before)), last_update: now });
  const sum = sumOf(netuid, hotkey, kind);
  const all = rollForward(sum.get(state) ?? nothing, now, rates, kind);
  const next: LockState = {
    locked_mass: atLeastZero(all.locked_mass - before.locked_mass) + after.locked_mass,
    conviction: atLeastZero(all.conviction - before.conviction) + after.conviction,
    last_update: now,
  };
  if (isDust(after)) {
    locks.Lock.remove(state, coldkey, netuid, hotkey);
    locks.LockingColdkeys.remove(state, netuid, hotkey, coldkey);
  } else {
    locks.Lock.set(state, after, coldkey, netuid, hotkey);
    locks.LockingColdkeys.set(state, undefined, netuid, hotkey, coldkey);
  }
  if (next.locked_mass > 0n || next.conviction > 0n) sum.set(state, next);
  else sum.remove(state);
}
