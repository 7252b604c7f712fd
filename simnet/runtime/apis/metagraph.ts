import type { StateReader } from '../port.ts';
import { hotkeysOf, stakeWeight } from '../stake/neurons.ts';
import { IdentitiesV2, Owner } from '../storage/hotkeys.ts';
import * as hyper from '../storage/hyperparams.ts';
import * as neurons from '../storage/neurons.ts';
import { AlphaDividendsPerSubnet } from '../storage/stake.ts';
import { BlockNumber } from '../storage/system.ts';
import { hyperparams } from './hyperparams.ts';
import { subnetFacts } from './subnet-facts.ts';

const NO_AXON = { block: 0n, version: 0, ip: 0n, port: 0, ip_type: 0, protocol: 0, placeholder1: 0, placeholder2: 0 };

/** A list of the epoch, filled up for neurons that joined after it ran. */
function padded<T>(list: readonly T[], count: number, filler: T): T[] {
  return Array.from({ length: count }, (_, uid) => list[uid] ?? filler);
}

/** What subnet state and metagraph say alike about the neurons. */
export function neuronLists(state: StateReader, netuid: number): Readonly<Record<string, unknown>> {
  const hotkeys = hotkeysOf(state, netuid);
  const count = hotkeys.length;
  const weights = hotkeys.map((hotkey) => stakeWeight(state, hotkey, netuid));
  return {
    hotkeys,
    coldkeys: hotkeys.map((hotkey) => Owner.get(state, hotkey)),
    active: padded(neurons.Active.get(state, netuid), count, true),
    validator_permit: padded(neurons.ValidatorPermit.get(state, netuid), count, false),
    pruning_score: [],
    last_update: padded(neurons.LastUpdate.get(state, netuid), count, 0n),
    emission: padded(neurons.Emission.get(state, netuid), count, 0n),
    dividends: padded(neurons.Dividends.get(state, netuid), count, 0),
    incentives: padded(neurons.Incentive.get(state, netuid), count, 0),
    consensus: padded(neurons.Consensus.get(state, netuid), count, 0),
    trust: [],
    rank: [],
    block_at_registration: hotkeys.map((_, uid) => neurons.BlockAtRegistration.get(state, netuid, uid)),
    alpha_stake: weights.map((weight) => weight.alpha),
    tao_stake: weights.map((weight) => weight.tao),
    total_stake: weights.map((weight) => weight.total),
  };
}

/** The whole metagraph; its fields stand in the order of the selective indexes. */
export function metagraph(state: StateReader, netuid: number): Readonly<Record<string, unknown>> {
  const { identity, name, symbol, own } = subnetFacts(state, netuid);
  const hotkeys = hotkeysOf(state, netuid);
  return {
    ...own,
    ...hyperparams(state, netuid),
    name,
    symbol,
    identity,
    block: BigInt(BlockNumber.get(state)),
    subnet_emission: 0n,
    num_uids: hotkeys.length,
    max_uids: hyper.MaxAllowedUids.get(state, netuid),
    burn: hyper.Burn.get(state, netuid),
    pow_registration_allowed: hyper.NetworkPowRegistrationAllowed.get(state, netuid),
    ...neuronLists(state, netuid),
    identities: hotkeys.map((hotkey) => IdentitiesV2.find(state, Owner.get(state, hotkey))),
    axons: hotkeys.map(() => NO_AXON),
    tao_dividends_per_hotkey: hotkeys.map((hotkey) => [hotkey, 0n]),
    alpha_dividends_per_hotkey: hotkeys.map((hotkey) => [hotkey, AlphaDividendsPerSubnet.get(state, netuid, hotkey)]),
  };
}

/** Field names by selective index (0 is always answered). */
const SELECTABLE = (
  'netuid name symbol identity network_registered_at owner_hotkey owner_coldkey block tempo last_step blocks_since_last_step subnet_emission ' +
  'alpha_in alpha_out tao_in alpha_out_emission alpha_in_emission tao_in_emission pending_alpha_emission pending_root_emission subnet_volume ' +
  'moving_price rho kappa min_allowed_weights max_weights_limit weights_version weights_rate_limit activity_cutoff max_validators num_uids ' +
  'max_uids burn difficulty registration_allowed pow_registration_allowed immunity_period min_difficulty max_difficulty min_burn max_burn ' +
  'adjustment_alpha adjustment_interval target_regs_per_interval max_regs_per_block serving_rate_limit commit_reveal_weights_enabled ' +
  'commit_reveal_period liquid_alpha_enabled alpha_high alpha_low bonds_moving_avg hotkeys coldkeys identities axons active validator_permit ' +
  'pruning_score last_update emission dividends incentives consensus trust rank block_at_registration alpha_stake tao_stake total_stake ' +
  'tao_dividends_per_hotkey alpha_dividends_per_hotkey validators commitments'
).split(' ');

/** Only the asked fields, the others absent. */
export function selectiveMetagraph(
  state: StateReader,
  netuid: number,
  indexes: readonly number[],
): Readonly<Record<string, unknown>> {
  const whole: Readonly<Record<string, unknown>> = { ...metagraph(state, netuid), validators: [], commitments: [] };
  const wanted = new Set([0, ...indexes]);
  const chosen: Record<string, unknown> = {};
  for (const [index, field] of SELECTABLE.entries()) {
    // Some(None) cannot be told from None by this codec: an asked identity that does not exist reads as not asked.
    chosen[field] = wanted.has(index) ? whole[field] : undefined;
  }
  return chosen;
}
