import { storageItem } from './item.ts';

export const Tempo = storageItem<[netuid: number], number>('SubtensorModule', 'Tempo');
export const LastEpochBlock = storageItem<[netuid: number], bigint>('SubtensorModule', 'LastEpochBlock');
export const PendingEpochAt = storageItem<[netuid: number], bigint>('SubtensorModule', 'PendingEpochAt');
export const SubnetEpochIndex = storageItem<[netuid: number], bigint>('SubtensorModule', 'SubnetEpochIndex');
export const BlocksSinceLastStep = storageItem<[netuid: number], bigint>('SubtensorModule', 'BlocksSinceLastStep');
export const LastMechansimStepBlock = storageItem<[netuid: number], bigint>(
  'SubtensorModule',
  'LastMechansimStepBlock',
);
export const PendingServerEmission = storageItem<[netuid: number], bigint>('SubtensorModule', 'PendingServerEmission');
export const PendingValidatorEmission = storageItem<[netuid: number], bigint>(
  'SubtensorModule',
  'PendingValidatorEmission',
);
export const PendingRootAlphaDivs = storageItem<[netuid: number], bigint>('SubtensorModule', 'PendingRootAlphaDivs');
export const PendingOwnerCut = storageItem<[netuid: number], bigint>('SubtensorModule', 'PendingOwnerCut');
