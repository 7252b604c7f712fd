import type { AccountId } from '../hex.ts';
import { storageItem } from './item.ts';
import type { FixedBits } from './types.ts';

/** Locked alpha and the say it has earned, as they stood at a block. */
export interface LockState {
  /** Alpha rao. */
  readonly locked_mass: bigint;
  /** U64F64 alpha rao. */
  readonly conviction: FixedBits;
  readonly last_update: bigint;
}

export const Lock = storageItem<[coldkey: AccountId, netuid: number, hotkey: AccountId], LockState>(
  'SubtensorModule',
  'Lock',
);
/** False marks a perpetual lock; absent, the lock decays. */
export const DecayingLock = storageItem<[coldkey: AccountId, netuid: number], boolean>(
  'SubtensorModule',
  'DecayingLock',
);
export const LockingColdkeys = storageItem<[netuid: number, hotkey: AccountId, coldkey: AccountId], undefined>(
  'SubtensorModule',
  'LockingColdkeys',
);
/** Sums of all perpetual and of all decaying locks on a hotkey that does not own the subnet. */
export const HotkeyLock = storageItem<[netuid: number, hotkey: AccountId], LockState>('SubtensorModule', 'HotkeyLock');
export const DecayingHotkeyLock = storageItem<[netuid: number, hotkey: AccountId], LockState>(
  'SubtensorModule',
  'DecayingHotkeyLock',
);
/** The same for the hotkey that owns it. */
export const OwnerLock = storageItem<[netuid: number], LockState>('SubtensorModule', 'OwnerLock');
export const DecayingOwnerLock = storageItem<[netuid: number], LockState>('SubtensorModule', 'DecayingOwnerLock');
/** Blocks in which conviction comes within 1/e of the mass. */
export const MaturityRate = storageItem<[], bigint>('SubtensorModule', 'MaturityRate');
/** Blocks in which a decaying lock falls to 1/e. */
export const UnlockRate = storageItem<[], bigint>('SubtensorModule', 'UnlockRate');
/** Bit 0: accepts locked alpha from others. */
export const AccountFlags = storageItem<[coldkey: AccountId], bigint>('SubtensorModule', 'AccountFlags');
