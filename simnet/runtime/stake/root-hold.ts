import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { StateReader } from '../port.ts';
import { HasBaskets } from '../storage/baskets.ts';
import { LastColdkeyHotkeyStakeBlock, RootStakeUnlockInterval } from '../storage/stake.ts';
import { BlockNumber } from '../storage/system.ts';
import type { PositionId } from './position.ts';

/**
 * Root stake may leave when so many blocks have passed since it last changed; what never changed may leave at once.
 * @throws DispatchFailure RootStakeLocked
 */
export function ensureNotHeld(state: StateReader, { coldkey, hotkey, netuid }: PositionId): void {
  if (netuid !== 0 || !HasBaskets.get(state)) return;
  const interval = RootStakeUnlockInterval.get(state);
  if (interval === 0n) return;
  const changed = LastColdkeyHotkeyStakeBlock.find(state, coldkey, hotkey) ?? 0n;
  ensure(BigInt(BlockNumber.get(state)) - changed >= interval, () => subtensorFailure('RootStakeLocked'));
}

/** Writes down the block of a change: with baskets only of root stake, which the hold counts from; before, of any added stake. */
export function noteStakeAdded(exec: Exec, { coldkey, hotkey, netuid }: PositionId): void {
  if (netuid !== 0 && HasBaskets.get(exec.state)) return;
  LastColdkeyHotkeyStakeBlock.set(exec.state, BigInt(exec.blockNumber), coldkey, hotkey);
}

/** The hold on root stake begins anew, where the runtime has one. */
export function beginHold(exec: Exec, { coldkey, hotkey, netuid }: PositionId): void {
  if (netuid !== 0 || !HasBaskets.get(exec.state)) return;
  LastColdkeyHotkeyStakeBlock.set(exec.state, BigInt(exec.blockNumber), coldkey, hotkey);
}
