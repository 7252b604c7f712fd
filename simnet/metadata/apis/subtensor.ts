import { api, method, type RuntimeApi } from '../language/api.ts';
import { btreeMap, option } from '../language/generic.ts';
import { compact, tuple, u8, u16, u64, vec } from '../language/type.ts';
import { AccountId32 } from '../types/account.ts';
import { U64F64 } from '../types/fixed.ts';
import { Metagraph, NeuronInfo, NeuronInfoLite, SelectiveMetagraph, SubnetState } from '../types/neuron-info.ts';
import {
  DelegateInfo,
  DynamicInfo,
  HyperparamEntry,
  StakeAvailability,
  StakeInfo,
  SubnetHyperparams,
  SubnetHyperparamsV2,
  SubnetInfo,
  SubnetInfov2,
} from '../types/subnet-info.ts';
import { LockState } from '../types/subtensor.ts';
import { SimSwapResult, SubnetPrice } from '../types/swap.ts';

/** Runtime APIs of Subtensor. */
export const subtensorApis: readonly RuntimeApi[] = [
  api('DelegateInfoRuntimeApi', 1, [
    method('get_delegates', {}, vec(DelegateInfo)),
    method('get_delegate', { delegate_account: AccountId32 }, option(DelegateInfo)),
    method(
      'get_delegated',
      { delegatee_account: AccountId32 },
      vec(tuple(DelegateInfo, tuple(compact(u16), compact(u64)))),
    ),
  ]),
  api('NeuronInfoRuntimeApi', 1, [
    method('get_neurons', { netuid: u16 }, vec(NeuronInfo)),
    method('get_neuron', { netuid: u16, uid: u16 }, option(NeuronInfo)),
    method('get_neurons_lite', { netuid: u16 }, vec(NeuronInfoLite)),
    method('get_neuron_lite', { netuid: u16, uid: u16 }, option(NeuronInfoLite)),
  ]),
  api('SubnetInfoRuntimeApi', 2, [
    method('get_subnet_info', { netuid: u16 }, option(SubnetInfo)),
    method('get_subnets_info', {}, vec(option(SubnetInfo))),
    method('get_subnet_info_v2', { netuid: u16 }, option(SubnetInfov2)),
    method('get_subnets_info_v2', {}, vec(option(SubnetInfov2))),
    method('get_subnet_hyperparams', { netuid: u16 }, option(SubnetHyperparams)),
    method('get_subnet_hyperparams_v2', { netuid: u16 }, option(SubnetHyperparamsV2)),
    method('get_all_dynamic_info', {}, vec(option(DynamicInfo))),
    method('get_all_metagraphs', {}, vec(option(Metagraph))),
    method('get_metagraph', { netuid: u16 }, option(Metagraph)),
    method('get_all_mechagraphs', {}, vec(option(Metagraph))),
    method('get_mechagraph', { netuid: u16, mecid: u8 }, option(Metagraph)),
    method('get_dynamic_info', { netuid: u16 }, option(DynamicInfo)),
    method('get_subnet_state', { netuid: u16 }, option(SubnetState)),
    method('get_selective_metagraph', { netuid: u16, metagraph_indexes: vec(u16) }, option(SelectiveMetagraph)),
    method('get_coldkey_auto_stake_hotkey', { coldkey: AccountId32, netuid: u16 }, option(AccountId32)),
    method(
      'get_selective_mechagraph',
      { netuid: u16, subid: u8, metagraph_indexes: vec(u16) },
      option(SelectiveMetagraph),
    ),
    method('get_subnet_to_prune', {}, option(u16)),
    method('get_subnet_account_id', { netuid: u16 }, option(AccountId32)),
    method('get_next_epoch_start_block', { netuid: u16 }, option(u64)),
    method('get_subnet_hyperparams_v3', { netuid: u16 }, option(vec(HyperparamEntry))),
  ]),
  api('StakeInfoRuntimeApi', 1, [
    method('get_stake_info_for_coldkey', { coldkey_account: AccountId32 }, vec(StakeInfo)),
    method(
      'get_stake_info_for_coldkeys',
      { coldkey_accounts: vec(AccountId32) },
      vec(tuple(AccountId32, vec(StakeInfo))),
    ),
    method(
      'get_stake_info_for_hotkey_coldkey_netuid',
      { hotkey_account: AccountId32, coldkey_account: AccountId32, netuid: u16 },
      option(StakeInfo),
    ),
    method(
      'get_stake_availability_for_coldkeys',
      { coldkey_accounts: vec(AccountId32), netuids: option(vec(u16)) },
      btreeMap(AccountId32, btreeMap(u16, StakeAvailability)),
    ),
    method(
      'get_stake_fee',
      {
        origin: option(tuple(AccountId32, u16)),
        origin_coldkey_account: AccountId32,
        destination: option(tuple(AccountId32, u16)),
        destination_coldkey_account: AccountId32,
        amount: u64,
      },
      u64,
    ),
    method('get_coldkey_lock', { coldkey: AccountId32, netuid: u16 }, option(LockState)),
    method('get_hotkey_conviction', { hotkey: AccountId32, netuid: u16 }, U64F64),
    method('get_most_convicted_hotkey_on_subnet', { netuid: u16 }, option(AccountId32)),
  ]),
  api('SubnetRegistrationRuntimeApi', 1, [method('get_network_registration_cost', {}, u64)]),
  api('SwapRuntimeApi', 1, [
    method('current_alpha_price', { netuid: u16 }, u64),
    method('current_alpha_price_all', {}, vec(SubnetPrice)),
    method('sim_swap_tao_for_alpha', { netuid: u16, tao: u64 }, SimSwapResult),
    method('sim_swap_alpha_for_tao', { netuid: u16, alpha: u64 }, SimSwapResult),
  ]),
];
