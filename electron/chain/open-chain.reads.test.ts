import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid, toRao } from '../../shared/units/index.ts';
import { toHex } from './scale/hex.ts';
import { compactBytes, concatBytes, listBytes, u16Bytes, u32Bytes, u64Bytes, uintBytes } from './scale/writer.ts';
import type { FakeChain } from './testing/fake-chain.ts';
import { Harness } from './testing/harness.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from './testing/snapshots.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const me = addressOf<Coldkey>(key(7));
const hotkey = addressOf<Hotkey>(key(9));
const NONE = Uint8Array.of(0);
const compacts = (...values: bigint[]): Uint8Array => concatBytes(...values.map(compactBytes));
const text = (value: string): Uint8Array => {
  const bytes = new TextEncoder().encode(value);
  return concatBytes(compactBytes(BigInt(bytes.length)), bytes);
};
const opaque = (inner: Uint8Array): Uint8Array => concatBytes(compactBytes(BigInt(inner.length)), inner);
const compactText = (value: string): Uint8Array =>
  listBytes([...new TextEncoder().encode(value)].map((byte) => compactBytes(BigInt(byte))));

/** hotkey, coldkey, netuid, stake, then `rest` compacts and the registration flag. */
const stakeInfo = (netuid: bigint, stake: bigint, rest: number): Uint8Array =>
  concatBytes(key(9), key(7), compacts(netuid, stake, ...Array<bigint>(rest).fill(0n)), Uint8Array.of(1));

function put(chain: FakeChain, pallet: string, item: string, keys: Uint8Array[], value: Uint8Array): void {
  const entry = chain.codec.storage(pallet, item);
  if (entry === undefined) throw new Error(`${pallet}.${item}`);
  chain.storage.set(entry.key(...keys), toHex(value));
}

const account = (nonce: number, free: bigint): Uint8Array =>
  concatBytes(
    u32Bytes(nonce),
    u32Bytes(0),
    u32Bytes(1),
    u32Bytes(0),
    u64Bytes(free),
    u64Bytes(1n),
    u64Bytes(2n),
    uintBytes(0n, 16),
  );

describe.skipIf(!hasSnapshots)(`reading${SNAPSHOT_NOTE}`, () => {
  let harness = new Harness();
  beforeEach(() => {
    harness = new Harness();
  });
  afterEach(() => harness.cleanUp());

  it('gets the first portfolio in at most six round trips, three with metadata on disk', async () => {
    const chain = await harness.chain();
    put(chain, 'System', 'Account', [key(7)], account(3, 1_000n));
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_info_for_coldkeys', () =>
      listBytes([concatBytes(key(7), listBytes([stakeInfo(1n, 50n, 4)]))]),
    );
    chain.runtimeApis.set('SwapRuntimeApi_current_alpha_price_all', () =>
      listBytes([concatBytes(u16Bytes(1), u64Bytes(25_000_000n))]),
    );
    for (const most of [6, 3]) {
      const client = harness.client([chain.url]);
      const [accounts, positions, prices] = await Promise.all([
        client.getAccounts([me]),
        client.getStakePositions([me]),
        client.getPrices(),
      ]);
      expect(client.connectionStats().roundTrips).toBeLessThanOrEqual(most);
      expect(accounts.value[0]).toMatchObject({ address: me, nonce: 3, free: 1_000n, reserved: 1n, frozen: 2n });
      expect(positions.value).toEqual([{ coldkey: me, hotkey, netuid: 1, alpha: 50n, isRegistered: true }]);
      expect([...prices.value]).toEqual([
        [1, 25_000_000n],
        [0, 1_000_000_000n],
      ]);
      expect(accounts.block).toEqual(positions.block);
      await client.close();
    }
  });

  it('decodes the opaque positions of spec 218 and drops its empty rows', async () => {
    const chain = await harness.chain(218);
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_info_for_coldkeys', (args) => {
      expect(args).toBe(toHex(concatBytes(compactBytes(1n), compactBytes(32n), key(7))));
      return opaque(listBytes([concatBytes(key(7), listBytes([stakeInfo(0n, 5n, 3), stakeInfo(1n, 0n, 3)]))]));
    });
    const { value } = await harness.client([chain.url]).getStakePositions([me]);
    expect(value).toEqual([{ coldkey: me, hotkey, netuid: 0, alpha: 5n, isRegistered: true }]);
  });

  it.each([
    ['trailing bytes', (whole: Uint8Array) => Uint8Array.of(...whole, 0)],
    ['missing bytes', (whole: Uint8Array) => whole.subarray(0, -1)],
    ['a list of 2^30', () => compactBytes(1n << 30n)],
    ['nothing', () => new Uint8Array()],
  ])('refuses a reply with %s', async (_, spoil) => {
    const chain = await harness.chain();
    const whole = listBytes([concatBytes(key(7), listBytes([stakeInfo(1n, 50n, 4)]))]);
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_info_for_coldkeys', () => spoil(whole));
    await expect(harness.client([chain.url]).getStakePositions([me])).rejects.toEqual(
      expect.objectContaining({ code: 'chain.reply_malformed' }),
    );
  });

  it('refuses positions of somebody else', async () => {
    const chain = await harness.chain();
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_info_for_coldkeys', () =>
      listBytes([concatBytes(key(7), listBytes([stakeInfo(1n, 50n, 4)]))]),
    );
    const stranger = addressOf<Coldkey>(key(8));
    await expect(harness.client([chain.url]).getStakePositions([stranger])).rejects.toEqual(
      expect.objectContaining({ code: 'chain.reply_malformed' }),
    );
  });

  it('prices subnets by reserves where there is no swap pallet', async () => {
    const chain = await harness.chain(240);
    for (const [netuid, mechanism] of [
      [1, 1],
      [2, 0],
    ] as const) {
      put(chain, 'SubtensorModule', 'NetworksAdded', [u16Bytes(netuid)], Uint8Array.of(1));
      put(chain, 'SubtensorModule', 'SubnetMechanism', [u16Bytes(netuid)], u16Bytes(mechanism));
      put(chain, 'SubtensorModule', 'SubnetTAO', [u16Bytes(netuid)], u64Bytes(10n));
      put(chain, 'SubtensorModule', 'SubnetAlphaIn', [u16Bytes(netuid)], u64Bytes(3n));
    }
    const { value } = await harness.client([chain.url]).getPrices();
    expect([value.get(toNetuid(0)), value.get(toNetuid(1)), value.get(toNetuid(2))]).toEqual([
      1_000_000_000n,
      3_333_333_333n,
      1_000_000_000n,
    ]);
  });

  it('asks for prices one by one where there is no call for all of them', async () => {
    const chain = await harness.chain(365);
    put(chain, 'SubtensorModule', 'NetworksAdded', [u16Bytes(4)], Uint8Array.of(1));
    chain.runtimeApis.set('SwapRuntimeApi_current_alpha_price', () => u64Bytes(77n));
    const { value } = await harness.client([chain.url]).getPrices();
    expect(value.get(toNetuid(4))).toBe(77n);
  });

  it('lists subnets with hostile names as text and says which trade', async () => {
    const chain = await harness.chain();
    const name = '<img src=x>\u202e';
    chain.runtimeApis.set('SwapRuntimeApi_current_alpha_price_all', () =>
      listBytes([concatBytes(u16Bytes(1), u64Bytes(5n))]),
    );
    const zeros = (count: number): Uint8Array => compacts(...Array<bigint>(count).fill(0n));
    // after tempo: last_step, blocks_since, emission, alpha_in, alpha_out, tao_in, six rates, volume, registered_at
    const info = (netuid: bigint): Uint8Array =>
      concatBytes(
        compacts(netuid),
        key(9),
        key(7),
        compactText(name),
        compactText('α'),
        compacts(360n),
        zeros(3),
        compacts(11n, 12n, 13n),
        zeros(7),
        NONE,
        uintBytes(0n, 16),
      );
    chain.runtimeApis.set('SubnetInfoRuntimeApi_get_all_dynamic_info', () =>
      listBytes([NONE, concatBytes(Uint8Array.of(1), info(1n)), concatBytes(Uint8Array.of(1), info(2n))]),
    );
    put(chain, 'SubtensorModule', 'SubtokenEnabled', [u16Bytes(1)], Uint8Array.of(1));
    const { value } = await harness.client([chain.url]).getSubnets();
    const common = { name, symbol: 'α', tempo: 360, alphaIn: 11n, alphaOut: 12n, taoIn: 13n };
    expect(value).toEqual([
      { netuid: 1, ...common, price: 5n, started: true },
      { netuid: 2, ...common, price: 0n, started: false },
    ]);
  });

  it('lists validators with names from their owners and totals from storage', async () => {
    const chain = await harness.chain();
    const nominator = concatBytes(key(1), listBytes([compacts(1n, 2n)]));
    const delegate = concatBytes(
      key(9),
      compacts(11_796n),
      listBytes([nominator, nominator]),
      key(7),
      listBytes([compacts(0n), compacts(3n)]),
      listBytes([compacts(3n)]),
      compacts(0n, 0n),
    );
    chain.runtimeApis.set('DelegateInfoRuntimeApi_get_delegates', () => listBytes([delegate]));
    put(chain, 'SubtensorModule', 'TotalHotkeyAlpha', [key(9), u16Bytes(0)], u64Bytes(100n));
    const identity = concatBytes(text('Name\ud800'), ...Array.from({ length: 6 }, () => text('')));
    put(chain, 'SubtensorModule', 'IdentitiesV2', [key(7)], identity);
    const { value } = await harness.client([chain.url]).getValidators();
    expect(value).toEqual([
      {
        hotkey,
        owner: me,
        take: 11_796,
        nominators: 2,
        registrations: [0, 3],
        permits: [3],
        totalStake: [{ netuid: 0, alpha: 100n }],
        name: 'Name\ufffd',
      },
    ]);
  });

  it('reads what would refuse a call', async () => {
    const chain = await harness.chain();
    const client = harness.client([chain.url]);
    const row = concatBytes(u16Bytes(5), compacts(10n, 4n, 6n));
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_availability_for_coldkeys', () =>
      listBytes([concatBytes(key(7), listBytes([row]))]),
    );
    const query = { coldkey: me, hotkey, netuid: toNetuid(5) };
    expect(await client.getGuards(query)).toEqual({
      safeMode: false,
      coldkeySwapPending: false,
      hotkeyExists: false,
      subnetExists: false,
      subnetStarted: false,
      available: 6n,
    });
    // Left out is not "nothing locked", and not "all locked" either.
    for (const silent of [listBytes([]), listBytes([concatBytes(key(7), listBytes([]))])]) {
      chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_availability_for_coldkeys', () => silent);
      expect(await client.getGuards(query)).not.toHaveProperty('available');
    }
    put(chain, 'SafeMode', 'EnteredUntil', [], u32Bytes(9));
    put(chain, 'SubtensorModule', 'ColdkeySwapAnnouncements', [key(7)], concatBytes(u32Bytes(1), key(1)));
    put(chain, 'SubtensorModule', 'Owner', [key(9)], key(7));
    put(chain, 'SubtensorModule', 'NetworksAdded', [u16Bytes(5)], Uint8Array.of(1));
    put(chain, 'SubtensorModule', 'SubtokenEnabled', [u16Bytes(5)], Uint8Array.of(1));
    expect(await client.getGuards(query)).toMatchObject({
      safeMode: true,
      coldkeySwapPending: true,
      hotkeyExists: true,
      subnetExists: true,
      subnetStarted: true,
    });
  });

  it('simulates swaps and names the slippage of the side asked for', async () => {
    const chain = await harness.chain();
    const result = concatBytes(...[1n, 2n, 3n, 4n, 5n, 6n].map(u64Bytes));
    chain.runtimeApis.set('SwapRuntimeApi_sim_swap_tao_for_alpha', () => result);
    chain.runtimeApis.set('SwapRuntimeApi_sim_swap_alpha_for_tao', () => result);
    const client = harness.client([chain.url]);
    const amounts = { taoAmount: 1n, alphaAmount: 2n, taoFee: 3n, alphaFee: 4n };
    expect((await client.simulateBuy(toNetuid(1), toRao(9n))).value).toEqual({ ...amounts, slippage: 6n });
    expect((await client.simulateSell(toNetuid(1), toAlphaRao(9n))).value).toEqual({ ...amounts, slippage: 5n });
  });

  it('estimates a fee and refuses an absurd one', async () => {
    const chain = await harness.chain();
    const client = harness.client([chain.url]);
    const info = (fee: bigint): Uint8Array => concatBytes(compacts(1n, 2n), Uint8Array.of(0), u64Bytes(fee));
    chain.runtimeApis.set('TransactionPaymentCallApi_query_call_info', () => info(135_261n));
    const call = concatBytes(Uint8Array.of(5, 3, 0), key(1), compactBytes(1n));
    expect(await client.estimateFee(call, me)).toBe(135_261n);
    chain.runtimeApis.set('TransactionPaymentCallApi_query_call_info', () => info((1n << 64n) - 1n));
    await expect(client.estimateFee(call, me)).rejects.toEqual(
      expect.objectContaining({ code: 'chain.reply_malformed' }),
    );
  });
});
