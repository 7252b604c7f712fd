import { option } from '../language/generic.ts';
import { array, as, bool, compact, enumeration, struct, tuple, u8, u16, u32, v, vec } from '../language/type.ts';
import { AccountId, AccountId32 } from './account.ts';
import { I32F32, I96F32, U64F64 } from './fixed.ts';
import {
  CompactAlphaBalance,
  CompactNetUid,
  CompactTaoBalance,
  CompactU8,
  CompactU16,
  CompactU64,
  CompactU128,
} from './names.ts';
import { SubnetIdentityV3 } from './subtensor.ts';

export const DelegateInfo = struct(
  'pallet_subtensor::rpc_info::delegate_info::DelegateInfo',
  {
    delegate_ss58: AccountId,
    take: CompactU16,
    nominators: vec(tuple(AccountId, vec(tuple(CompactNetUid, CompactU64)))),
    owner_ss58: AccountId,
    registrations: vec(CompactNetUid),
    validator_permits: vec(CompactNetUid),
    return_per_1000: CompactU64,
    total_daily_return: CompactU64,
  },
  { AccountId: AccountId32 },
);

export const SubnetInfo = struct(
  'pallet_subtensor::rpc_info::subnet_info::SubnetInfo',
  {
    netuid: CompactNetUid,
    rho: CompactU16,
    kappa: CompactU16,
    difficulty: CompactU64,
    immunity_period: CompactU16,
    max_allowed_validators: CompactU16,
    min_allowed_weights: CompactU16,
    max_weights_limit: CompactU16,
    scaling_law_power: CompactU16,
    subnetwork_n: CompactU16,
    max_allowed_uids: CompactU16,
    blocks_since_last_step: CompactU64,
    tempo: CompactU16,
    network_modality: CompactU16,
    network_connect: vec(array(u16, 2)),
    emission_values: CompactU64,
    burn: CompactTaoBalance,
    owner: AccountId,
  },
  { AccountId: AccountId32 },
);

export const SubnetInfov2 = struct(
  'pallet_subtensor::rpc_info::subnet_info::SubnetInfov2',
  {
    netuid: CompactNetUid,
    rho: CompactU16,
    kappa: CompactU16,
    difficulty: CompactU64,
    immunity_period: CompactU16,
    max_allowed_validators: CompactU16,
    min_allowed_weights: CompactU16,
    max_weights_limit: CompactU16,
    scaling_law_power: CompactU16,
    subnetwork_n: CompactU16,
    max_allowed_uids: CompactU16,
    blocks_since_last_step: CompactU64,
    tempo: CompactU16,
    network_modality: CompactU16,
    network_connect: vec(array(u16, 2)),
    emission_value: CompactU64,
    burn: CompactTaoBalance,
    owner: AccountId,
    identity: option(SubnetIdentityV3),
  },
  { AccountId: AccountId32 },
);

export const SubnetHyperparams = struct('pallet_subtensor::rpc_info::subnet_info::SubnetHyperparams', {
  rho: CompactU16,
  kappa: CompactU16,
  immunity_period: CompactU16,
  min_allowed_weights: CompactU16,
  max_weights_limit: CompactU16,
  tempo: CompactU16,
  min_difficulty: CompactU64,
  max_difficulty: CompactU64,
  weights_version: CompactU64,
  weights_rate_limit: CompactU64,
  adjustment_interval: CompactU16,
  activity_cutoff: CompactU64,
  registration_allowed: bool,
  target_regs_per_interval: CompactU16,
  min_burn: CompactTaoBalance,
  max_burn: CompactTaoBalance,
  bonds_moving_avg: CompactU64,
  max_regs_per_block: CompactU16,
  serving_rate_limit: CompactU64,
  max_validators: CompactU16,
  adjustment_alpha: CompactU64,
  difficulty: CompactU64,
  commit_reveal_period: CompactU64,
  commit_reveal_weights_enabled: bool,
  alpha_high: CompactU16,
  alpha_low: CompactU16,
  liquid_alpha_enabled: bool,
});

export const SubnetHyperparamsV2 = struct('pallet_subtensor::rpc_info::subnet_info::SubnetHyperparamsV2', {
  rho: CompactU16,
  kappa: CompactU16,
  immunity_period: CompactU16,
  min_allowed_weights: CompactU16,
  max_weights_limit: CompactU16,
  tempo: CompactU16,
  min_difficulty: CompactU64,
  max_difficulty: CompactU64,
  weights_version: CompactU64,
  weights_rate_limit: CompactU64,
  adjustment_interval: CompactU16,
  activity_cutoff: CompactU64,
  registration_allowed: bool,
  target_regs_per_interval: CompactU16,
  min_burn: CompactTaoBalance,
  max_burn: CompactTaoBalance,
  bonds_moving_avg: CompactU64,
  max_regs_per_block: CompactU16,
  serving_rate_limit: CompactU64,
  max_validators: CompactU16,
  adjustment_alpha: CompactU64,
  difficulty: CompactU64,
  commit_reveal_period: CompactU64,
  commit_reveal_weights_enabled: bool,
  alpha_high: CompactU16,
  alpha_low: CompactU16,
  liquid_alpha_enabled: bool,
  alpha_sigmoid_steepness: I32F32,
  yuma_version: CompactU16,
  subnet_is_active: bool,
  transfers_enabled: bool,
  bonds_reset_enabled: bool,
  user_liquidity_enabled: bool,
});

export const DynamicInfo = struct(
  'pallet_subtensor::rpc_info::dynamic_info::DynamicInfo',
  {
    netuid: CompactNetUid,
    owner_hotkey: AccountId,
    owner_coldkey: AccountId,
    subnet_name: vec(CompactU8),
    token_symbol: vec(CompactU8),
    tempo: CompactU16,
    last_step: CompactU64,
    blocks_since_last_step: CompactU64,
    emission: CompactU64,
    alpha_in: CompactAlphaBalance,
    alpha_out: CompactAlphaBalance,
    tao_in: CompactTaoBalance,
    alpha_out_emission: CompactAlphaBalance,
    alpha_in_emission: CompactAlphaBalance,
    tao_in_emission: CompactTaoBalance,
    pending_alpha_emission: CompactAlphaBalance,
    pending_root_emission: CompactTaoBalance,
    subnet_volume: CompactU128,
    network_registered_at: CompactU64,
    subnet_identity: option(SubnetIdentityV3),
    moving_price: I96F32,
  },
  { AccountId: AccountId32 },
);

export const HyperparamValue = enumeration('pallet_subtensor::rpc_info::subnet_info::HyperparamValue', [
  v(0, 'Bool', [bool]),
  v(1, 'U16', [CompactU16]),
  v(2, 'U32', [as('Compact<u32>', compact(u32))]),
  v(3, 'U64', [CompactU64]),
  v(4, 'U128', [CompactU128]),
  v(5, 'TaoBalance', [CompactTaoBalance]),
  v(6, 'I32F32', [I32F32]),
  v(7, 'U64F64', [U64F64]),
]);

export const HyperparamEntry = struct('pallet_subtensor::rpc_info::subnet_info::HyperparamEntry', {
  name: vec(u8),
  value: HyperparamValue,
});

export const StakeInfo = struct(
  'pallet_subtensor::rpc_info::stake_info::StakeInfo',
  {
    hotkey: AccountId,
    coldkey: AccountId,
    netuid: CompactNetUid,
    stake: CompactAlphaBalance,
    locked: CompactU64,
    emission: CompactAlphaBalance,
    tao_emission: CompactTaoBalance,
    drain: CompactU64,
    is_registered: bool,
  },
  { AccountId: AccountId32 },
);

export const StakeAvailability = struct('pallet_subtensor::rpc_info::stake_info::StakeAvailability', {
  total: CompactAlphaBalance,
  locked: CompactAlphaBalance,
  available: CompactAlphaBalance,
});
