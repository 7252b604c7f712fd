import type { AccountId } from '../runtime/hex.ts';
import { growLock } from '../runtime/locks/locks.ts';
import { ChildKeys, ChildkeyTake, ParentKeys } from '../runtime/storage/children.ts';
import {
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  LastTxBlockDelegateTake,
} from '../runtime/storage/hotkeys.ts';
import { DecayingLock } from '../runtime/storage/locks.ts';
import type { GenesisBuilder } from './genesis-builder.ts';

const ALL = (1n << 64n) - 1n;

export interface LockPlan {
  readonly coldkey: AccountId;
  readonly netuid: number;
  /** Whom the lock speaks for. */
  readonly hotkey: AccountId;
  /** Alpha rao; no more than the coldkey holds there. */
  readonly amount: bigint;
  readonly perpetual?: boolean;
}

/** Locks stake that was given before. */
export function writeLock({ state }: GenesisBuilder, { coldkey, netuid, hotkey, amount, perpetual }: LockPlan): void {
  if (perpetual === true) DecayingLock.set(state, false, coldkey, netuid);
  growLock(state, coldkey, netuid, hotkey, amount);
}

export interface ChildPlan {
  readonly netuid: number;
  readonly parent: AccountId;
  readonly child: AccountId;
  readonly percent: bigint;
}

/** Lends a part of the parent's stake weight to the child. */
export function writeChild({ state }: GenesisBuilder, { netuid, parent, child, percent }: ChildPlan): void {
  const part = (ALL / 100n) * percent;
  ChildKeys.set(state, [...ChildKeys.get(state, parent, netuid), [part, child]], parent, netuid);
  ParentKeys.set(state, [...ParentKeys.get(state, child, netuid), [part, parent]], child, netuid);
}

/** What a child keeps of its parents' dividends, parts of 65535. */
export function writeChildTake({ state }: GenesisBuilder, hotkey: AccountId, netuid: number, take: number): void {
  ChildkeyTake.set(state, take, hotkey, netuid);
}

/** Where the mining rewards of a coldkey go. */
export function writeAutoStake({ state }: GenesisBuilder, coldkey: AccountId, netuid: number, hotkey: AccountId): void {
  AutoStakeDestination.set(state, hotkey, coldkey, netuid);
  const others = AutoStakeDestinationColdkeys.get(state, hotkey, netuid);
  AutoStakeDestinationColdkeys.set(state, [...others, coldkey], hotkey, netuid);
}

/** The take was changed a moment ago. */
export function writeTakeChange({ state }: GenesisBuilder, hotkey: AccountId): void {
  LastTxBlockDelegateTake.set(state, 1n, hotkey);
}
