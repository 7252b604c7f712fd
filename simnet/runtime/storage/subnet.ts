import type { AccountId } from '../hex.ts';
import { storageItem } from './item.ts';
import type { FixedBits } from './types.ts';

export const TotalNetworks = storageItem<[], number>('SubtensorModule', 'TotalNetworks');
export const NetworksAdded = storageItem<[netuid: number], boolean>('SubtensorModule', 'NetworksAdded');
/** 1 = pool, 0 = one to one. */
export const SubnetMechanism = storageItem<[netuid: number], number>('SubtensorModule', 'SubnetMechanism');
export const SubtokenEnabled = storageItem<[netuid: number], boolean>('SubtensorModule', 'SubtokenEnabled');
export const TransferToggle = storageItem<[netuid: number], boolean>('SubtensorModule', 'TransferToggle');
/** Rao in the pool. */
export const SubnetTAO = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetTAO');
/** Alpha rao in the pool. */
export const SubnetAlphaIn = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetAlphaIn');
/** Alpha rao held outside the pool. */
export const SubnetAlphaOut = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetAlphaOut');
export const SubnetVolume = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetVolume');
export const SubnetTaoFlow = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetTaoFlow');
/** I96F32 TAO per alpha. */
export const SubnetMovingPrice = storageItem<[netuid: number], FixedBits>('SubtensorModule', 'SubnetMovingPrice');
export const SubnetMovingAlpha = storageItem<[], FixedBits>('SubtensorModule', 'SubnetMovingAlpha');
export const SubnetTaoInEmission = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetTaoInEmission');
export const SubnetAlphaInEmission = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetAlphaInEmission');
export const SubnetAlphaOutEmission = storageItem<[netuid: number], bigint>(
  'SubtensorModule',
  'SubnetAlphaOutEmission',
);
export const SubnetEmissionEnabled = storageItem<[netuid: number], boolean>('SubtensorModule', 'SubnetEmissionEnabled');
export const SubnetOwner = storageItem<[netuid: number], AccountId>('SubtensorModule', 'SubnetOwner');
export const SubnetOwnerHotkey = storageItem<[netuid: number], AccountId>('SubtensorModule', 'SubnetOwnerHotkey');
export const TokenSymbol = storageItem<[netuid: number], Uint8Array>('SubtensorModule', 'TokenSymbol');
export const NetworkRegisteredAt = storageItem<[netuid: number], bigint>('SubtensorModule', 'NetworkRegisteredAt');
export const FirstEmissionBlockNumber = storageItem<[netuid: number], bigint>(
  'SubtensorModule',
  'FirstEmissionBlockNumber',
);
/** U96F32. */
export const RootProp = storageItem<[netuid: number], FixedBits>('SubtensorModule', 'RootProp');
export const SubnetOwnerCut = storageItem<[], number>('SubtensorModule', 'SubnetOwnerCut');
export const OwnerCutEnabled = storageItem<[netuid: number], boolean>('SubtensorModule', 'OwnerCutEnabled');
export const NetworkMinLockCost = storageItem<[], bigint>('SubtensorModule', 'NetworkMinLockCost');
export const NetworkLastLockCost = storageItem<[], bigint>('SubtensorModule', 'NetworkLastLockCost');
export const NetworkLockReductionInterval = storageItem<[], bigint>('SubtensorModule', 'NetworkLockReductionInterval');
export const LastRateLimitedBlock = storageItem<[key: { readonly type: string; readonly value: unknown }], bigint>(
  'SubtensorModule',
  'LastRateLimitedBlock',
);
export const NetworkImmunityPeriod = storageItem<[], bigint>('SubtensorModule', 'NetworkImmunityPeriod');
export const BlockEmission = storageItem<[], bigint>('SubtensorModule', 'BlockEmission');
