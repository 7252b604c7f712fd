import { beforeAll, describe, expect, it } from 'vitest';
import { stateRootAfter } from '../node/header.ts';
import { StateIndex } from '../node/state-index.ts';
import { freeOf } from '../runtime/balances/account.ts';
import { bookErrors } from '../runtime/books.ts';
import { hexOf } from '../runtime/hex.ts';
import { createRuntime, initRuntime } from '../runtime/index.ts';
import { interfaceOf } from '../runtime/interface.ts';
import { spotPrice } from '../runtime/pool/pool.ts';
import { poolOf } from '../runtime/pool/reserves.ts';
import { positionsOf } from '../runtime/stake/position.ts';
import { owedTo } from '../runtime/stake/root-claims.ts';
import { netuids } from '../runtime/stake/subnets.ts';
import { Delegates, IdentitiesV2, Owner } from '../runtime/storage/hotkeys.ts';
import { ValidatorPermit } from '../runtime/storage/neurons.ts';
import {
  AlphaV2,
  RootAlphaDividendsPerSubnet,
  RootClaimable,
  TotalHotkeyAlpha,
  TotalIssuance,
} from '../runtime/storage/stake.ts';
import { SubnetAlphaIn, SubnetAlphaOut } from '../runtime/storage/subnet.ts';
import { contextAt } from '../runtime/test-kit.ts';
import { devAccounts } from './dev-accounts.ts';
import { buildGenesis, devAccount, MAINNET, SCENARIOS } from './index.ts';

const TAO = 1_000_000_000n;

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

const digestOf = (genesis: ReadonlyMap<string, Uint8Array>): string =>
  hexOf(stateRootAfter(new Uint8Array(32), genesis));

describe.each(SCENARIOS)('the %s scenario', (scenario) => {
  let state: StateIndex;
  let digest: string;
  beforeAll(async () => {
    await initRuntime();
    const genesis = buildGenesis(scenario, 1);
    digest = digestOf(genesis);
    state = new StateIndex(genesis);
  });

  it('is the same for the same seed and another for another', () => {
    expect(digestOf(buildGenesis(scenario, 1))).toBe(digest);
    expect(digestOf(buildGenesis(scenario, 8))).not.toBe(digest);
  });

  it('has books that balance', () => {
    expect(bookErrors(state)).toEqual([]);
    const held = new Map<number, bigint>();
    const add = (netuid: number, alpha: bigint) => held.set(netuid, (held.get(netuid) ?? 0n) + alpha);
    for (const [[, netuid], alpha] of TotalHotkeyAlpha.entries(state)) add(netuid, alpha);
    for (const [[netuid], alpha] of RootAlphaDividendsPerSubnet.entries(state)) add(netuid, alpha);
    for (const netuid of netuids(state)) {
      expect(SubnetAlphaOut.get(state, netuid)).toBe(held.get(netuid) ?? 0n);
      // Nothing may have been minted beyond what a subnet can ever have.
      expect(SubnetAlphaOut.get(state, netuid) + SubnetAlphaIn.get(state, netuid)).toBeLessThan(21_000_000n * TAO);
    }
    expect(TotalIssuance.get(state)).toBeLessThan(21_000_000n * TAO);
  });

  it.each(QUESTIONS)('answers %s_%s', (api, method, args) => {
    const shape = interfaceOf('mainnet').apiShape(api, method);
    if (shape === undefined) throw new Error(`${api}_${method} is not described`);
    const reply = createRuntime().call(state, `${api}_${method}`, shape.args.enc([...args]), contextAt(1));
    const decoded = shape.value.dec(reply);
    expect(Buffer.compare(shape.value.enc(decoded), reply)).toBe(0);
  });

  it('holds money for every development account', () => {
    for (const { accountId } of devAccounts()) expect(freeOf(state, accountId)).toBeGreaterThanOrEqual(2_000n * TAO);
  });
});

describe('the mainnet scenario in numbers', () => {
  let state: StateIndex;
  beforeAll(async () => {
    await initRuntime();
    state = new StateIndex(buildGenesis('mainnet', 1));
  });

  it('has 129 subnets, 64 root validators and 256 neurons a subnet', () => {
    const all = netuids(state);
    expect(all).toHaveLength(MAINNET.subnets);
    expect(ValidatorPermit.get(state, 0).filter(Boolean)).toHaveLength(MAINNET.validators);
    expect([...Delegates.entries(state)]).toHaveLength(MAINNET.validators);
    for (const netuid of all.slice(1)) {
      const permits = ValidatorPermit.get(state, netuid);
      expect(permits).toHaveLength(MAINNET.neurons);
      const validators = permits.filter(Boolean).length;
      expect(validators).toBeGreaterThan(10);
      expect(validators).toBeLessThanOrEqual(MAINNET.validators);
    }
  });

  it('has prices, depths and weights as different as on the real network', () => {
    const pools = netuids(state)
      .slice(1)
      .map((netuid) => poolOf(state, netuid));
    for (const pool of pools) {
      expect(spotPrice(pool)).toBeGreaterThanOrEqual(499_999n);
      expect(spotPrice(pool)).toBeLessThanOrEqual(300_000_000n);
      expect(pool.tao).toBeGreaterThanOrEqual(30n * TAO);
      expect(pool.tao).toBeLessThanOrEqual(100_000n * TAO);
      expect(pool.quote).toBeGreaterThanOrEqual(460_000_000_000_000_000n);
      expect(pool.quote).toBeLessThanOrEqual(540_000_000_000_000_000n);
    }
    expect(pools.some(({ tao }) => tao < 500n * TAO)).toBe(true);
    expect(pools.some(({ tao }) => tao > 10_000n * TAO)).toBe(true);
  });

  it('gives //Ferdie exactly 500 positions, five of them on root with dividends owed', () => {
    const { accountId } = devAccount('Ferdie');
    const held = [...positionsOf(state, accountId)];
    expect(held).toHaveLength(MAINNET.ferdiePositions);
    const onRoot = held.filter(([{ netuid }]) => netuid === 0);
    expect(onRoot).toHaveLength(MAINNET.ferdieRootPositions);
    for (const [id, stake] of onRoot) {
      const owed = RootClaimable.get(state, id.hotkey).map(([netuid]) => owedTo(state, id, netuid, stake));
      expect(owed.filter((alpha) => alpha > 500_000n).length).toBeGreaterThan(20);
    }
  });

  it('has thousands of nominations, validators without a name and some with very long ones', () => {
    const nominations = [...AlphaV2.entries(state)].filter(
      ([[hotkey, coldkey]]) => Owner.get(state, hotkey) !== coldkey,
    );
    expect(nominations.length).toBeGreaterThan(5_000);
    const names = [...Delegates.entries(state)].map(([[hotkey]]) => IdentitiesV2.find(state, Owner.get(state, hotkey)));
    expect(names.filter((name) => name === undefined).length).toBeGreaterThan(3);
    expect(names.filter((name) => (name?.name.length ?? 0) > 200).length).toBeGreaterThan(1);
  });
});

describe('development accounts', () => {
  it('are the ones every Substrate tool knows', () => {
    expect(devAccount('Alice').accountId).toBe('0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d');
    expect(devAccount('Bob').accountId).toBe('0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48');
  });
});
