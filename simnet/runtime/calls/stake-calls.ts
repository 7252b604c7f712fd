import type { CallHandler } from './handler.ts';
import { setAutoStakeHotkey, tryAssociateHotkey } from './hotkeys.ts';
import { setIdentity } from './identity.ts';
import { lockCalls } from './locks.ts';
import { claimRoot, setRootClaimType } from './root-claim.ts';
import { addStake, addStakeLimit } from './stake-add.ts';
import { moveStake, swapStake, swapStakeLimit, transferStake } from './stake-move.ts';
import { removeStake, removeStakeFullLimit, removeStakeLimit } from './stake-remove.ts';
import { decreaseTake, increaseTake } from './take.ts';
import { unstakeAll, unstakeAllAlpha } from './unstake-all.ts';

/** Root dividends claimed by subnet, where there are no baskets. */
export const claimCalls: readonly (readonly [name: string, handler: CallHandler])[] = [
  ['SubtensorModule.claim_root', claimRoot],
  ['SubtensorModule.set_root_claim_type', setRootClaimType],
];

/** The calls of SubtensorModule that the practice network runs in every edition. */
export const stakeCalls: readonly (readonly [name: string, handler: CallHandler])[] = [
  ['SubtensorModule.add_stake', addStake],
  ['SubtensorModule.add_stake_limit', addStakeLimit],
  ['SubtensorModule.remove_stake', removeStake],
  ['SubtensorModule.remove_stake_limit', removeStakeLimit],
  ['SubtensorModule.remove_stake_full_limit', removeStakeFullLimit],
  ['SubtensorModule.unstake_all', unstakeAll],
  ['SubtensorModule.unstake_all_alpha', unstakeAllAlpha],
  ['SubtensorModule.move_stake', moveStake],
  ['SubtensorModule.transfer_stake', transferStake],
  ['SubtensorModule.swap_stake', swapStake],
  ['SubtensorModule.swap_stake_limit', swapStakeLimit],
  ['SubtensorModule.set_identity', setIdentity],
  ['SubtensorModule.increase_take', increaseTake],
  ['SubtensorModule.decrease_take', decreaseTake],
  ['SubtensorModule.try_associate_hotkey', tryAssociateHotkey],
  ['SubtensorModule.set_coldkey_auto_stake_hotkey', setAutoStakeHotkey],
  ...lockCalls,
];
