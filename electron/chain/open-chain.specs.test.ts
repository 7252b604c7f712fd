import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toRao } from '../../shared/units/index.ts';
import { foreignEncoder } from './testing/foreign-encoder.ts';
import { Harness } from './testing/harness.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from './testing/snapshots.ts';

const me = addressOf<Coldkey>(new Uint8Array(32).fill(7));
const hotkey = addressOf<Hotkey>(new Uint8Array(32).fill(9));
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

const encoderOf = (spec: 240 | 365 | 424) => foreignEncoder(spec).api;

describe.skipIf(!hasSnapshots).each([240, 365, 424] as const)(`replies of spec %i${SNAPSHOT_NOTE}`, (spec) => {
  let harness: Harness;
  beforeEach(() => {
    harness = new Harness();
  });
  afterEach(() => harness.cleanUp());

  it('give the positions another library encoded', async () => {
    const chain = await harness.chain(spec);
    const row = { hotkey, coldkey: me, netuid: 3, stake: 123_456_789n, isRegistered: true };
    const reply = encoderOf(spec)('StakeInfoRuntimeApi', 'get_stake_info_for_coldkeys', [[me, [row]]]);
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_info_for_coldkeys', () => reply);
    const { value } = await harness.client([chain.url]).getStakePositions([me]);
    expect(value).toEqual([{ coldkey: me, hotkey, netuid: 3, alpha: 123_456_789n, isRegistered: true }]);
  });

  it('give the subnets another library encoded', async () => {
    const chain = await harness.chain(spec);
    const encode = encoderOf(spec);
    const info = {
      netuid: 3,
      subnetName: bytesOf('Lantern'),
      tokenSymbol: bytesOf('γ'),
      tempo: 360,
      alphaIn: 11n,
      alphaOut: 12n,
      taoIn: 13n,
    };
    const reply = encode('SubnetInfoRuntimeApi', 'get_all_dynamic_info', [null, info]);
    chain.runtimeApis.set('SubnetInfoRuntimeApi_get_all_dynamic_info', () => reply);
    if (spec === 424) {
      const prices = encode('SwapRuntimeApi', 'current_alpha_price_all', [{ netuid: 3, price: 5n }]);
      chain.runtimeApis.set('SwapRuntimeApi_current_alpha_price_all', () => prices);
    }
    if (spec === 365) {
      const price = encode('SwapRuntimeApi', 'current_alpha_price', 5n);
      chain.runtimeApis.set('SwapRuntimeApi_current_alpha_price', () => price);
    }
    const { value } = await harness.client([chain.url]).getSubnets();
    const common = { netuid: 3, name: 'Lantern', symbol: 'γ', tempo: 360, alphaIn: 11n, alphaOut: 12n, taoIn: 13n };
    expect(value).toContainEqual(expect.objectContaining(common));
  });

  it('give the validators another library encoded', async () => {
    const chain = await harness.chain(spec);
    const nominator = spec === 240 ? [me, 5n] : [me, [[3, 5n]]];
    const delegate = {
      delegateSs58: hotkey,
      take: 11_796,
      nominators: [nominator],
      ownerSs58: me,
      registrations: [0, 3],
      validatorPermits: [3],
    };
    const reply = encoderOf(spec)('DelegateInfoRuntimeApi', 'get_delegates', [delegate]);
    chain.runtimeApis.set('DelegateInfoRuntimeApi_get_delegates', () => reply);
    const { value } = await harness.client([chain.url]).getValidators();
    expect(value).toMatchObject([
      { hotkey, owner: me, take: 11_796, nominators: 1, registrations: [0, 3], permits: [3] },
    ]);
  });

  it('give the simulated trades another library encoded, where there are any', async () => {
    const chain = await harness.chain(spec);
    const client = harness.client([chain.url]);
    await client.ready(30_000);
    expect(client.capabilities().quotes).toBe(spec !== 240);
    if (spec === 240) return;
    const encode = encoderOf(spec);
    const swap = { taoAmount: 1n, alphaAmount: 2n, taoFee: 3n, alphaFee: 4n, taoSlippage: 5n, alphaSlippage: 6n };
    for (const method of ['sim_swap_tao_for_alpha', 'sim_swap_alpha_for_tao']) {
      const reply = encode('SwapRuntimeApi', method, swap);
      chain.runtimeApis.set(`SwapRuntimeApi_${method}`, () => reply);
    }
    const amounts = { taoAmount: 1n, alphaAmount: 2n, taoFee: 3n, alphaFee: 4n };
    const slippage = (value: bigint): object => (spec === 424 ? { slippage: value } : {});
    expect((await client.simulateBuy(toNetuid(1), toRao(9n))).value).toEqual({ ...amounts, ...slippage(6n) });
    expect((await client.simulateSell(toNetuid(1), toAlphaRao(9n))).value).toEqual({ ...amounts, ...slippage(5n) });
  });
});
