import type { StateReader } from '../port.ts';
import { hotkeysOf, stakeWeight } from '../stake/neurons.ts';
import { Owner } from '../storage/hotkeys.ts';
import * as neurons from '../storage/neurons.ts';
import { NetworksAdded } from '../storage/subnet.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

const NO_AXON = { block: 0n, version: 0, ip: 0n, port: 0, ip_type: 0, protocol: 0, placeholder1: 0, placeholder2: 0 };
const NO_PROMETHEUS = { block: 0n, version: 0, ip: 0n, port: 0, ip_type: 0 };

/** One neuron; the full struct differs from the lite one by weights and bonds, which nobody sets here. */
function neuron(state: StateReader, netuid: number, uid: number): unknown {
  const hotkey = neurons.Keys.get(state, netuid, uid);
  const coldkey = Owner.get(state, hotkey);
  const at = <T>(list: readonly T[], filler: T): T => list[uid] ?? filler;
  return {
    hotkey,
    coldkey,
    uid,
    netuid,
    active: at(neurons.Active.get(state, netuid), true),
    axon_info: NO_AXON,
    prometheus_info: NO_PROMETHEUS,
    stake: [[coldkey, stakeWeight(state, hotkey, netuid).total]],
    rank: 0,
    emission: at(neurons.Emission.get(state, netuid), 0n),
    incentive: at(neurons.Incentive.get(state, netuid), 0),
    consensus: at(neurons.Consensus.get(state, netuid), 0),
    trust: 0,
    validator_trust: at(neurons.ValidatorTrust.get(state, netuid), 0),
    dividends: at(neurons.Dividends.get(state, netuid), 0),
    last_update: at(neurons.LastUpdate.get(state, netuid), 0n),
    validator_permit: at(neurons.ValidatorPermit.get(state, netuid), false),
    weights: [],
    bonds: [],
    pruning_score: 0,
  };
}

function all({ state }: ApiContext, netuid: number): unknown[] {
  return NetworksAdded.get(state, netuid) ? hotkeysOf(state, netuid).map((_, uid) => neuron(state, netuid, uid)) : [];
}

function one({ state }: ApiContext, netuid: number, uid: number): unknown {
  return uid < neurons.SubnetworkN.get(state, netuid) ? neuron(state, netuid, uid) : undefined;
}

export const neuronInfoApi: ApiMethods = {
  get_neurons: all,
  get_neuron: one,
  get_neurons_lite: all,
  get_neuron_lite: one,
};
