import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { subnetAccount } from '../stake/accounts.ts';
import { netuids } from '../stake/subnets.ts';
import { BlocksSinceLastStep, LastEpochBlock, PendingEpochAt, Tempo } from '../storage/epoch.ts';
import { AutoStakeDestination, SubnetIdentitiesV3 } from '../storage/hotkeys.ts';
import * as hyper from '../storage/hyperparams.ts';
import { SubnetworkN } from '../storage/neurons.ts';
import {
  NetworkImmunityPeriod,
  NetworkRegisteredAt,
  NetworksAdded,
  SubnetMovingPrice,
  SubnetOwner,
} from '../storage/subnet.ts';
import { BlockNumber } from '../storage/system.ts';
import type { ApiContext, ApiMethods } from './handler.ts';
import { hyperparams, hyperparamsV2, hyperparamsV3 } from './hyperparams.ts';
import { metagraph, neuronLists, selectiveMetagraph } from './metagraph.ts';
import { dynamicInfo } from './subnet-facts.ts';

type PerSubnet = (state: StateReader, netuid: number) => unknown;

/** Answers for a subnet that exists, undefined for any other. */
function forOne(answer: PerSubnet): (context: ApiContext, netuid: number) => unknown {
  return ({ state }, netuid) => (NetworksAdded.get(state, netuid) ? answer(state, netuid) : undefined);
}

function forAll(answer: PerSubnet): (context: ApiContext) => unknown[] {
  return ({ state }) => netuids(state).map((netuid) => answer(state, netuid));
}

function subnetInfo(state: StateReader, netuid: number): Readonly<Record<string, unknown>> {
  return {
    ...hyperparams(state, netuid),
    netuid,
    max_allowed_validators: hyper.MaxAllowedValidators.get(state, netuid),
    scaling_law_power: hyper.ScalingLawPower.get(state, netuid),
    subnetwork_n: SubnetworkN.get(state, netuid),
    max_allowed_uids: hyper.MaxAllowedUids.get(state, netuid),
    blocks_since_last_step: BlocksSinceLastStep.get(state, netuid),
    network_modality: 0,
    network_connect: [],
    emission_values: 0n,
    emission_value: 0n,
    burn: hyper.Burn.get(state, netuid),
    owner: SubnetOwner.get(state, netuid),
    identity: SubnetIdentitiesV3.find(state, netuid),
  };
}

function subnetState(state: StateReader, netuid: number): unknown {
  return { netuid, ...neuronLists(state, netuid), emission_history: [] };
}

/** First block of the next epoch; root has none. */
function nextEpoch(state: StateReader, netuid: number): bigint | undefined {
  if (netuid === 0 || !NetworksAdded.get(state, netuid)) return undefined;
  const pending = PendingEpochAt.get(state, netuid);
  return pending > 0n ? pending : LastEpochBlock.get(state, netuid) + BigInt(Tempo.get(state, netuid));
}

/** The subnet that a new registration would replace: lowest moving price among those out of immunity. */
function subnetToPrune(state: StateReader): number | undefined {
  const now = BigInt(BlockNumber.get(state));
  const immunity = NetworkImmunityPeriod.get(state);
  let lowest: { readonly netuid: number; readonly price: bigint } | undefined;
  for (const netuid of netuids(state)) {
    if (netuid === 0 || now < NetworkRegisteredAt.get(state, netuid) + immunity) continue;
    const price = SubnetMovingPrice.get(state, netuid);
    if (lowest === undefined || price < lowest.price) lowest = { netuid, price };
  }
  return lowest?.netuid;
}

export const subnetInfoApi: ApiMethods = {
  get_subnet_info: forOne(subnetInfo),
  get_subnets_info: forAll(subnetInfo),
  get_subnet_info_v2: forOne(subnetInfo),
  get_subnets_info_v2: forAll(subnetInfo),
  get_subnet_hyperparams: forOne(hyperparams),
  get_subnet_hyperparams_v2: forOne(hyperparamsV2),
  get_subnet_hyperparams_v3: forOne(hyperparamsV3),
  get_dynamic_info: forOne(dynamicInfo),
  get_all_dynamic_info: forAll(dynamicInfo),
  get_metagraph: forOne(metagraph),
  get_all_metagraphs: forAll(metagraph),
  // One mechanism per subnet here: the first is the subnet itself, others do not exist.
  get_mechagraph: (context: ApiContext, netuid: number, mecid: number) =>
    mecid === 0 ? forOne(metagraph)(context, netuid) : undefined,
  get_all_mechagraphs: forAll(metagraph),
  get_subnet_state: forOne(subnetState),
  get_selective_metagraph: ({ state }: ApiContext, netuid: number, indexes: readonly number[]) =>
    NetworksAdded.get(state, netuid) ? selectiveMetagraph(state, netuid, indexes) : undefined,
  get_selective_mechagraph: ({ state }: ApiContext, netuid: number, mecid: number, indexes: readonly number[]) =>
    mecid === 0 && NetworksAdded.get(state, netuid) ? selectiveMetagraph(state, netuid, indexes) : undefined,
  get_coldkey_auto_stake_hotkey: ({ state }: ApiContext, coldkey: AccountId, netuid: number) =>
    AutoStakeDestination.find(state, coldkey, netuid),
  get_subnet_to_prune: ({ state }: ApiContext) => subnetToPrune(state),
  get_subnet_account_id: ({ state }: ApiContext, netuid: number) =>
    NetworksAdded.get(state, netuid) ? subnetAccount(netuid) : undefined,
  get_next_epoch_start_block: ({ state }: ApiContext, netuid: number) => nextEpoch(state, netuid),
};
