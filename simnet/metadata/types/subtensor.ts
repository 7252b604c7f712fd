import { boundedVec, btreeSet, option } from '../language/generic.ts';
import { as, enumeration, i64, struct, u8, u16, u32, u64, u128, units, v, vec } from '../language/type.ts';
import { AccountId, AccountId32 } from './account.ts';
import { U64F64 } from './fixed.ts';
import { AlphaBalance, Balance, NetUid } from './names.ts';
import { Percent } from './number.ts';

export const ChainIdentityV2 = struct('pallet_subtensor::pallet::ChainIdentityV2', {
  name: vec(u8),
  url: vec(u8),
  github_repo: vec(u8),
  image: vec(u8),
  discord: vec(u8),
  description: vec(u8),
  additional: vec(u8),
});

export const ChainIdentityOfV2 = as('ChainIdentityOfV2', ChainIdentityV2);

export const RootClaimTypeEnum = enumeration('pallet_subtensor::pallet::RootClaimTypeEnum', [
  v(0, 'Swap'),
  v(1, 'Keep'),
  v(2, 'KeepSubnets', { subnets: btreeSet(NetUid) }),
]);

export const SubnetIdentityV3 = struct('pallet_subtensor::pallet::SubnetIdentityV3', {
  subnet_name: vec(u8),
  github_repo: vec(u8),
  subnet_contact: vec(u8),
  subnet_url: vec(u8),
  discord: vec(u8),
  description: vec(u8),
  logo_url: vec(u8),
  additional: vec(u8),
});

export const SafeFloat = struct('share_pool::SafeFloat', { mantissa: u128, exponent: i64 });

export const LockState = struct('pallet_subtensor::staking::lock::LockState', {
  locked_mass: AlphaBalance,
  conviction: U64F64,
  last_update: u64,
});

export const AxonInfo = struct('pallet_subtensor::pallet::AxonInfo', {
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ip_type: u8,
  protocol: u8,
  placeholder1: u8,
  placeholder2: u8,
});

export const NeuronCertificate = struct('pallet_subtensor::pallet::NeuronCertificate', {
  public_key: as('BoundedVec<u8, ConstU32<64>>', boundedVec(u8)),
  algorithm: u8,
});

export const PrometheusInfo = struct('pallet_subtensor::pallet::PrometheusInfo', {
  block: u64,
  version: u32,
  ip: u128,
  port: u16,
  ip_type: u8,
});

export const SubnetLease = struct(
  'pallet_subtensor::subnets::leasing::SubnetLease',
  {
    beneficiary: AccountId,
    coldkey: AccountId,
    hotkey: AccountId,
    emissions_share: Percent,
    end_block: option(as('BlockNumber', u32)),
    netuid: NetUid,
    cost: Balance,
  },
  { AccountId: AccountId32, BlockNumber: u32, Balance: u64 },
);

export const Hyperparameter = enumeration(
  'pallet_subtensor::utils::rate_limiting::Hyperparameter',
  units(
    'Unknown',
    'ServingRateLimit',
    'MaxDifficulty',
    'AdjustmentAlpha',
    'MaxWeightLimit',
    'ImmunityPeriod',
    'MinAllowedWeights',
    'Kappa',
    'Rho',
    'ActivityCutoff',
    'PowRegistrationAllowed',
    'MinBurn',
    'MaxBurn',
    'BondsMovingAverage',
    'BondsPenalty',
    'CommitRevealEnabled',
    'LiquidAlphaEnabled',
    'AlphaValues',
    'WeightCommitInterval',
    'TransferEnabled',
    'AlphaSigmoidSteepness',
    'Yuma3Enabled',
    'BondsResetEnabled',
    'ImmuneNeuronLimit',
    'RecycleOrBurn',
    'MaxAllowedUids',
    'BurnHalfLife',
    'BurnIncreaseMult',
    'SubnetEmissionEnabled',
    'MinChildkeyTake',
    'ActivityCutoffFactorMilli',
    'TriggerEpoch',
  ),
);

export const RateLimitKey = enumeration(
  'pallet_subtensor::RateLimitKey',
  [
    v(0, 'SetSNOwnerHotkey', [NetUid]),
    v(1, 'OwnerHyperparamUpdate', [NetUid, Hyperparameter]),
    v(2, 'NetworkLastRegistered'),
    v(3, 'LastTxBlock', [AccountId]),
    v(4, 'LastTxBlockChildKeyTake', [AccountId]),
    v(5, 'LastTxBlockDelegateTake', [AccountId]),
    v(6, 'AddStakeBurn', [NetUid]),
  ],
  { AccountId: AccountId32 },
);

export const RecycleOrBurnEnum = enumeration('pallet_subtensor::pallet::RecycleOrBurnEnum', units('Burn', 'Recycle'));
