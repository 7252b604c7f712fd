import { type StorageItem, value } from '../../language/pallet.ts';
import { u64 } from '../../language/type.ts';

// The hold on root stake came with baskets. No snapshot has it: the place of the error is ours.

/** Blocks that root stake stays after a change of it; 0: none. The block of the change is LastColdkeyHotkeyStakeBlock. */
export const holdStorage: readonly StorageItem[] = [value('RootStakeUnlockInterval', u64)];

export const holdErrors: readonly string[] = ['RootStakeLocked'];
