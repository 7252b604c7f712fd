import type { AccountId } from '../hex.ts';
import { storageItem } from './item.ts';

export const SubnetworkN = storageItem<[netuid: number], number>('SubtensorModule', 'SubnetworkN');
export const Uids = storageItem<[netuid: number, hotkey: AccountId], number>('SubtensorModule', 'Uids');
export const Keys = storageItem<[netuid: number, uid: number], AccountId>('SubtensorModule', 'Keys');
export const IsNetworkMember = storageItem<[hotkey: AccountId, netuid: number], boolean>(
  'SubtensorModule',
  'IsNetworkMember',
);
export const Active = storageItem<[netuid: number], readonly boolean[]>('SubtensorModule', 'Active');
export const Consensus = storageItem<[netuid: number], readonly number[]>('SubtensorModule', 'Consensus');
export const Incentive = storageItem<[netuid: number], readonly number[]>('SubtensorModule', 'Incentive');
export const Dividends = storageItem<[netuid: number], readonly number[]>('SubtensorModule', 'Dividends');
export const Emission = storageItem<[netuid: number], readonly bigint[]>('SubtensorModule', 'Emission');
export const LastUpdate = storageItem<[netuid: number], readonly bigint[]>('SubtensorModule', 'LastUpdate');
export const ValidatorTrust = storageItem<[netuid: number], readonly number[]>('SubtensorModule', 'ValidatorTrust');
export const ValidatorPermit = storageItem<[netuid: number], readonly boolean[]>('SubtensorModule', 'ValidatorPermit');
export const BlockAtRegistration = storageItem<[netuid: number, uid: number], bigint>(
  'SubtensorModule',
  'BlockAtRegistration',
);
