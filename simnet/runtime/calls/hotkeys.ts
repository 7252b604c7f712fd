import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import {
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  OwnedHotkeys,
  Owner,
  StakingHotkeys,
} from '../storage/hotkeys.ts';
import { Uids } from '../storage/neurons.ts';
import { NetworksAdded } from '../storage/subnet.ts';
import { type Origin, signerOf } from './handler.ts';

/** Makes the signer the owner of a hotkey that nobody owns; does nothing to one that somebody does. */
export function tryAssociateHotkey(exec: Exec, origin: Origin, { hotkey }: { readonly hotkey: AccountId }): void {
  const { state } = exec;
  const coldkey = signerOf(origin);
  if (Owner.has(state, hotkey)) return;
  Owner.set(state, coldkey, hotkey);
  OwnedHotkeys.set(state, [...OwnedHotkeys.get(state, coldkey), hotkey], coldkey);
  const staking = StakingHotkeys.get(state, coldkey);
  if (!staking.includes(hotkey)) StakingHotkeys.set(state, [...staking, hotkey], coldkey);
}

/** Where the mining rewards of the signer's neurons on a subnet go. */
export function setAutoStakeHotkey(
  exec: Exec,
  origin: Origin,
  { netuid, hotkey }: { readonly netuid: number; readonly hotkey: AccountId },
): void {
  const { state } = exec;
  const coldkey = signerOf(origin);
  ensure(NetworksAdded.get(state, netuid), () => subtensorFailure('SubnetNotExists'));
  ensure(Uids.has(state, netuid, hotkey), () => subtensorFailure('HotKeyNotRegisteredInSubNet'));
  const before = AutoStakeDestination.find(state, coldkey, netuid);
  ensure(before !== hotkey, () => subtensorFailure('SameAutoStakeHotkeyAlreadySet'));
  if (before !== undefined) {
    const others = AutoStakeDestinationColdkeys.get(state, before, netuid).filter((other) => other !== coldkey);
    AutoStakeDestinationColdkeys.set(state, others, before, netuid);
  }
  AutoStakeDestination.set(state, hotkey, coldkey, netuid);
  AutoStakeDestinationColdkeys.set(
    state,
    [...AutoStakeDestinationColdkeys.get(state, hotkey, netuid), coldkey],
    hotkey,
    netuid,
  );
  exec.emit('SubtensorModule', 'AutoStakeDestinationSet', { coldkey, netuid, hotkey });
}
