import type { AccountId } from '../hex.ts';
import { storageItem } from './item.ts';
import type { ChainIdentity, SubnetIdentity } from './types.ts';

export const Owner = storageItem<[hotkey: AccountId], AccountId>('SubtensorModule', 'Owner');
/** Take, parts of 65535. */
export const Delegates = storageItem<[hotkey: AccountId], number>('SubtensorModule', 'Delegates');
export const OwnedHotkeys = storageItem<[coldkey: AccountId], readonly AccountId[]>('SubtensorModule', 'OwnedHotkeys');
/** Hotkeys a coldkey ever staked to; not cleaned when empty. */
export const StakingHotkeys = storageItem<[coldkey: AccountId], readonly AccountId[]>(
  'SubtensorModule',
  'StakingHotkeys',
);
export const AutoStakeDestination = storageItem<[coldkey: AccountId, netuid: number], AccountId>(
  'SubtensorModule',
  'AutoStakeDestination',
);
export const AutoStakeDestinationColdkeys = storageItem<[hotkey: AccountId, netuid: number], readonly AccountId[]>(
  'SubtensorModule',
  'AutoStakeDestinationColdkeys',
);
export const LastTxBlockDelegateTake = storageItem<[hotkey: AccountId], bigint>(
  'SubtensorModule',
  'LastTxBlockDelegateTake',
);
export const IdentitiesV2 = storageItem<[coldkey: AccountId], ChainIdentity>('SubtensorModule', 'IdentitiesV2');
export const SubnetIdentitiesV3 = storageItem<[netuid: number], SubnetIdentity>(
  'SubtensorModule',
  'SubnetIdentitiesV3',
);
export const MinDelegateTake = storageItem<[], number>('SubtensorModule', 'MinDelegateTake');
export const MaxDelegateTake = storageItem<[], number>('SubtensorModule', 'MaxDelegateTake');
export const TxDelegateTakeRateLimit = storageItem<[], bigint>('SubtensorModule', 'TxDelegateTakeRateLimit');
