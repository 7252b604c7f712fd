import { utf8 } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { Tempo } from '../storage/epoch.ts';
import * as hyper from '../storage/hyperparams.ts';
import { FirstEmissionBlockNumber, OwnerCutEnabled, TransferToggle } from '../storage/subnet.ts';

function steepness(state: StateReader, netuid: number): bigint {
  return BigInt(hyper.AlphaSigmoidSteepness.get(state, netuid)) << 32n;
}

/** Hyperparameters shared by the fixed structs. */
export function hyperparams(state: StateReader, netuid: number): Readonly<Record<string, unknown>> {
  const [alphaLow, alphaHigh] = hyper.AlphaValues.get(state, netuid);
  return {
    rho: hyper.Rho.get(state, netuid),
    kappa: hyper.Kappa.get(state, netuid),
    immunity_period: hyper.ImmunityPeriod.get(state, netuid),
    min_allowed_weights: hyper.MinAllowedWeights.get(state, netuid),
    max_weights_limit: hyper.MaxWeightsLimit.get(state, netuid),
    tempo: Tempo.get(state, netuid),
    min_difficulty: hyper.MinDifficulty.get(state, netuid),
    max_difficulty: hyper.MaxDifficulty.get(state, netuid),
    weights_version: hyper.WeightsVersionKey.get(state, netuid),
    weights_rate_limit: hyper.WeightsSetRateLimit.get(state, netuid),
    adjustment_interval: hyper.AdjustmentInterval.get(state, netuid),
    activity_cutoff: BigInt(hyper.ActivityCutoff.get(state, netuid)),
    registration_allowed: hyper.NetworkRegistrationAllowed.get(state, netuid),
    target_regs_per_interval: hyper.TargetRegistrationsPerInterval.get(state, netuid),
    min_burn: hyper.MinBurn.get(state, netuid),
    max_burn: hyper.MaxBurn.get(state, netuid),
    bonds_moving_avg: hyper.BondsMovingAverage.get(state, netuid),
    max_regs_per_block: hyper.MaxRegistrationsPerBlock.get(state, netuid),
    serving_rate_limit: hyper.ServingRateLimit.get(state, netuid),
    max_validators: hyper.MaxAllowedValidators.get(state, netuid),
    adjustment_alpha: hyper.AdjustmentAlpha.get(state, netuid),
    difficulty: hyper.Difficulty.get(state, netuid),
    commit_reveal_period: hyper.RevealPeriodEpochs.get(state, netuid),
    commit_reveal_weights_enabled: hyper.CommitRevealWeightsEnabled.get(state, netuid),
    alpha_high: alphaHigh,
    alpha_low: alphaLow,
    liquid_alpha_enabled: hyper.LiquidAlphaOn.get(state, netuid),
  };
}

export function hyperparamsV2(state: StateReader, netuid: number): Readonly<Record<string, unknown>> {
  return {
    ...hyperparams(state, netuid),
    alpha_sigmoid_steepness: steepness(state, netuid),
    yuma_version: hyper.Yuma3On.get(state, netuid) ? 3 : 2,
    subnet_is_active: FirstEmissionBlockNumber.has(state, netuid),
    transfers_enabled: TransferToggle.get(state, netuid),
    bonds_reset_enabled: hyper.BondsResetOn.get(state, netuid),
    user_liquidity_enabled: false,
  };
}

type Kind = 'Bool' | 'U16' | 'U32' | 'U64' | 'TaoBalance' | 'I32F32' | 'U64F64';

/** Names of the self-describing list in its order, with the kind each value travels as. */
const V3: readonly (readonly [name: string, kind: Kind])[] = [
  ['kappa', 'U16'],
  ['immunity_period', 'U16'],
  ['min_allowed_weights', 'U16'],
  ['max_weights_limit', 'U16'],
  ['tempo', 'U16'],
  ['weights_version', 'U64'],
  ['weights_rate_limit', 'U64'],
  ['activity_cutoff', 'U64'],
  ['activity_cutoff_factor', 'U32'],
  ['registration_allowed', 'Bool'],
  ['target_regs_per_interval', 'U16'],
  ['min_burn', 'TaoBalance'],
  ['max_burn', 'TaoBalance'],
  ['burn_half_life', 'U16'],
  ['burn_increase_mult', 'U64F64'],
  ['bonds_moving_avg', 'U64'],
  ['max_regs_per_block', 'U16'],
  ['serving_rate_limit', 'U64'],
  ['max_validators', 'U16'],
  ['commit_reveal_period', 'U64'],
  ['commit_reveal_weights_enabled', 'Bool'],
  ['alpha_high', 'U16'],
  ['alpha_low', 'U16'],
  ['liquid_alpha_enabled', 'Bool'],
  ['alpha_sigmoid_steepness', 'I32F32'],
  ['yuma_version', 'U16'],
  ['subnet_is_active', 'Bool'],
  ['transfers_enabled', 'Bool'],
  ['bonds_reset_enabled', 'Bool'],
  ['user_liquidity_enabled', 'Bool'],
  ['owner_cut_enabled', 'Bool'],
  ['owner_cut_auto_lock_enabled', 'Bool'],
  ['min_childkey_take', 'U16'],
];

export function hyperparamsV3(state: StateReader, netuid: number): unknown[] {
  const values: Readonly<Record<string, unknown>> = {
    ...hyperparamsV2(state, netuid),
    activity_cutoff_factor: hyper.ActivityCutoffFactorMilli.get(state, netuid),
    burn_half_life: hyper.BurnHalfLife.get(state, netuid),
    burn_increase_mult: hyper.BurnIncreaseMult.get(state, netuid),
    owner_cut_enabled: OwnerCutEnabled.get(state, netuid),
    owner_cut_auto_lock_enabled: hyper.OwnerCutAutoLockEnabled.get(state, netuid),
    min_childkey_take: hyper.MinChildkeyTakePerSubnet.get(state, netuid),
  };
  return V3.map(([name, kind]) => ({ name: utf8(name), value: { type: kind, value: values[name] } }));
}
