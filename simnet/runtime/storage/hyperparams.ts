import { storageItem } from './item.ts';
import type { FixedBits } from './types.ts';

export const Rho = storageItem<[netuid: number], number>('SubtensorModule', 'Rho');
export const Kappa = storageItem<[netuid: number], number>('SubtensorModule', 'Kappa');
export const ImmunityPeriod = storageItem<[netuid: number], number>('SubtensorModule', 'ImmunityPeriod');
export const MinAllowedWeights = storageItem<[netuid: number], number>('SubtensorModule', 'MinAllowedWeights');
export const MaxWeightsLimit = storageItem<[netuid: number], number>('SubtensorModule', 'MaxWeightsLimit');
export const WeightsVersionKey = storageItem<[netuid: number], bigint>('SubtensorModule', 'WeightsVersionKey');
export const WeightsSetRateLimit = storageItem<[netuid: number], bigint>('SubtensorModule', 'WeightsSetRateLimit');
export const AdjustmentInterval = storageItem<[netuid: number], number>('SubtensorModule', 'AdjustmentInterval');
export const ActivityCutoff = storageItem<[netuid: number], number>('SubtensorModule', 'ActivityCutoff');
export const ActivityCutoffFactorMilli = storageItem<[netuid: number], number>(
  'SubtensorModule',
  'ActivityCutoffFactorMilli',
);
export const NetworkRegistrationAllowed = storageItem<[netuid: number], boolean>(
  'SubtensorModule',
  'NetworkRegistrationAllowed',
);
export const NetworkPowRegistrationAllowed = storageItem<[netuid: number], boolean>(
  'SubtensorModule',
  'NetworkPowRegistrationAllowed',
);
export const TargetRegistrationsPerInterval = storageItem<[netuid: number], number>(
  'SubtensorModule',
  'TargetRegistrationsPerInterval',
);
export const Burn = storageItem<[netuid: number], bigint>('SubtensorModule', 'Burn');
export const MinBurn = storageItem<[netuid: number], bigint>('SubtensorModule', 'MinBurn');
export const MaxBurn = storageItem<[netuid: number], bigint>('SubtensorModule', 'MaxBurn');
export const Difficulty = storageItem<[netuid: number], bigint>('SubtensorModule', 'Difficulty');
export const MinDifficulty = storageItem<[netuid: number], bigint>('SubtensorModule', 'MinDifficulty');
export const MaxDifficulty = storageItem<[netuid: number], bigint>('SubtensorModule', 'MaxDifficulty');
export const BondsMovingAverage = storageItem<[netuid: number], bigint>('SubtensorModule', 'BondsMovingAverage');
export const BondsResetOn = storageItem<[netuid: number], boolean>('SubtensorModule', 'BondsResetOn');
export const MaxRegistrationsPerBlock = storageItem<[netuid: number], number>(
  'SubtensorModule',
  'MaxRegistrationsPerBlock',
);
export const ServingRateLimit = storageItem<[netuid: number], bigint>('SubtensorModule', 'ServingRateLimit');
export const MaxAllowedValidators = storageItem<[netuid: number], number>('SubtensorModule', 'MaxAllowedValidators');
export const MaxAllowedUids = storageItem<[netuid: number], number>('SubtensorModule', 'MaxAllowedUids');
export const AdjustmentAlpha = storageItem<[netuid: number], bigint>('SubtensorModule', 'AdjustmentAlpha');
export const RevealPeriodEpochs = storageItem<[netuid: number], bigint>('SubtensorModule', 'RevealPeriodEpochs');
export const CommitRevealWeightsEnabled = storageItem<[netuid: number], boolean>(
  'SubtensorModule',
  'CommitRevealWeightsEnabled',
);
export const AlphaValues = storageItem<[netuid: number], readonly [low: number, high: number]>(
  'SubtensorModule',
  'AlphaValues',
);
export const LiquidAlphaOn = storageItem<[netuid: number], boolean>('SubtensorModule', 'LiquidAlphaOn');
export const AlphaSigmoidSteepness = storageItem<[netuid: number], number>('SubtensorModule', 'AlphaSigmoidSteepness');
export const Yuma3On = storageItem<[netuid: number], boolean>('SubtensorModule', 'Yuma3On');
export const BurnHalfLife = storageItem<[netuid: number], number>('SubtensorModule', 'BurnHalfLife');
export const BurnIncreaseMult = storageItem<[netuid: number], FixedBits>('SubtensorModule', 'BurnIncreaseMult');
export const OwnerCutAutoLockEnabled = storageItem<[netuid: number], boolean>(
  'SubtensorModule',
  'OwnerCutAutoLockEnabled',
);
export const MinChildkeyTakePerSubnet = storageItem<[netuid: number], number>(
  'SubtensorModule',
  'MinChildkeyTakePerSubnet',
);
export const ScalingLawPower = storageItem<[netuid: number], number>('SubtensorModule', 'ScalingLawPower');
