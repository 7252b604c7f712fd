import { beforeAll, describe, expect, it } from 'vitest';
import { EXISTENTIAL_DEPOSIT } from '../runtime/balances/constants.ts';
import { apiShape } from '../runtime/codecs.ts';
import { createRuntime, initRuntime } from '../runtime/index.ts';
import { MapState } from '../runtime/overlay.ts';
import { subnetAccount } from '../runtime/stake/accounts.ts';
import { netuids } from '../runtime/stake/subnets.ts';
import { TotalHotkeyAlpha, TotalIssuance, TotalStake } from '../runtime/storage/stake.ts';
import { SubnetAlphaOut, SubnetTAO } from '../runtime/storage/subnet.ts';
import { Account, BalancesIssuance } from '../runtime/storage/system.ts';
import { contextAt } from '../runtime/test-kit.ts';
import { buildGenesis, devAccount, type Scenario } from './index.ts';

const SCENARIOS: readonly Scenario[] = ['demo', 'edge'];

/** Every API that takes nothing or a netuid, to be asked of every scenario. */
const QUESTIONS: readonly (readonly [api: string, method: string, args: readonly unknown[]])[] = [
  ['SubnetInfoRuntimeApi', 'get_all_dynamic_info', []],
  ['SubnetInfoRuntimeApi', 'get_all_metagraphs', []],
  ['SubnetInfoRuntimeApi', 'get_subnets_info_v2', []],
  ['SubnetInfoRuntimeApi', 'get_subnets_info', []],
  ['SubnetInfoRuntimeApi', 'get_subnet_state', [1]],
  ['SubnetInfoRuntimeApi', 'get_subnet_hyperparams', [1]],
  ['SubnetInfoRuntimeApi', 'get_subnet_hyperparams_v2', [1]],
  ['SubnetInfoRuntimeApi', 'get_subnet_hyperparams_v3', [1]],
  ['SubnetInfoRuntimeApi', 'get_selective_metagraph', [1, [1, 3, 52, 53, 54, 57, 59, 60, 61, 67, 68, 69, 71, 72, 73]]],
  ['SubnetInfoRuntimeApi', 'get_next_epoch_start_block', [1]],
  ['SubnetInfoRuntimeApi', 'get_subnet_to_prune', []],
  ['SubnetInfoRuntimeApi', 'get_subnet_account_id', [1]],
  ['SubnetRegistrationRuntimeApi', 'get_network_registration_cost', []],
  ['NeuronInfoRuntimeApi', 'get_neurons', [1]],
  ['NeuronInfoRuntimeApi', 'get_neuron_lite', [1, 0]],
  ['DelegateInfoRuntimeApi', 'get_delegates', []],
  ['SwapRuntimeApi', 'current_alpha_price_all', []],
  ['Core', 'version', []],
  ['Metadata', 'metadata_versions', []],
];

describe.each(SCENARIOS)('the %s scenario', (scenario) => {
  beforeAll(initRuntime);

  it('is the same for the same seed and another for another', () => {
    const once = buildGenesis(scenario, 7);
    expect(buildGenesis(scenario, 7)).toEqual(once);
    expect(buildGenesis(scenario, 8)).not.toEqual(once);
  });

  it('has books that balance', () => {
    const state = new MapState(buildGenesis(scenario, 1));
    const accounts = [...Account.entries(state)].reduce((sum, [, { data }]) => sum + data.free, 0n);
    expect(BalancesIssuance.get(state)).toBe(accounts);
    expect(TotalIssuance.get(state)).toBe(accounts);
    const subnets = netuids(state);
    for (const netuid of subnets) {
      expect(Account.get(state, subnetAccount(netuid)).data.free).toBe(
        SubnetTAO.get(state, netuid) + EXISTENTIAL_DEPOSIT,
      );
      const held = [...TotalHotkeyAlpha.entries(state)].reduce(
        (sum, [[, on], alpha]) => (on === netuid ? sum + alpha : sum),
        0n,
      );
      expect(SubnetAlphaOut.get(state, netuid)).toBe(held);
    }
    expect(TotalStake.get(state)).toBe(subnets.reduce((sum, netuid) => sum + SubnetTAO.get(state, netuid), 0n));
  });

  it.each(QUESTIONS)('answers %s_%s', (api, method, args) => {
    const state = new MapState(buildGenesis(scenario, 1));
    const shape = apiShape(api, method);
    const reply = createRuntime().call(state, `${api}_${method}`, shape.args.enc([...args]), contextAt(1));
    const decoded = shape.value.dec(reply);
    expect(shape.value.enc(decoded)).toEqual(reply);
  });
});

describe('development accounts', () => {
  it('are the ones every Substrate tool knows', () => {
    expect(devAccount('Alice').accountId).toBe('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d');
    expect(devAccount('Bob').accountId).toBe('0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48');
  });
});
