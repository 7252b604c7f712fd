import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid } from '../../shared/units/index.ts';
import type { OpenedChain } from './index.ts';
import { toHex } from './scale/hex.ts';
import { compactBytes, concatBytes, listBytes, u16Bytes, u64Bytes, uintBytes } from './scale/writer.ts';
import type { FakeChain } from './testing/fake-chain.ts';
import { foreignEncoder } from './testing/foreign-encoder.ts';
import { Harness } from './testing/harness.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from './testing/snapshots.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const me = addressOf<Coldkey>(key(7));
const other = addressOf<Coldkey>(key(8));
const hotkey = addressOf<Hotkey>(key(9));
const three = toNetuid(3);
const MALFORMED = { code: 'chain.reply_malformed' };
const compacts = (...values: bigint[]): Uint8Array => concatBytes(...values.map(compactBytes));

type Read = (client: OpenedChain) => Promise<unknown>;
const availabilities: Read = (client) => client.getStakeAvailabilities([me]);
const shares: Read = (client) => client.getPositionShares([{ coldkey: me, hotkey, netuid: three }]);
const dividends: Read = (client) => client.getRootDividends([{ coldkey: me, hotkey, rootStake: toAlphaRao(10n) }]);
const guards: Read = (client) => client.getTransferGuards({ from: me, to: other, netuid: three });
const neurons: Read = (client) => client.getNeurons(three);

/** BTreeMap<AccountId32, BTreeMap<u16, { total, locked, available }>> with one account. */
const availability = (account: number, ...rows: readonly Uint8Array[]): Uint8Array =>
  concatBytes(key(account), listBytes(rows));
const row = (total: bigint, locked: bigint, available: bigint): Uint8Array =>
  concatBytes(u16Bytes(3), compacts(total, locked, available));
const good = availability(7, row(10n, 4n, 6n));
/** BTreeMap<u16, I96F32>. */
const rates = (...netuids: readonly number[]): Uint8Array =>
  listBytes(netuids.map((netuid) => concatBytes(u16Bytes(netuid), uintBytes((1n << 127n) - 1n, 16))));

describe.skipIf(!hasSnapshots)(`a lying node${SNAPSHOT_NOTE}`, () => {
  let harness: Harness;
  let chain: FakeChain;
  beforeEach(async () => {
    harness = new Harness();
    chain = await harness.chain();
  });
  afterEach(() => harness.cleanUp());

  const put = (item: string, keys: readonly Uint8Array[], value: Uint8Array): void => {
    const entry = chain.codec.storage('SubtensorModule', item);
    if (entry === undefined) throw new Error(item);
    chain.storage.set(entry.key(...keys), toHex(value));
  };
  const refused = (read: Read) => expect(read(harness.client([chain.url]))).rejects.toMatchObject(MALFORMED);

  it.each([
    ['of somebody else', listBytes([availability(8, row(10n, 4n, 6n))])],
    ['of one account twice', listBytes([good, good])],
    ['of one subnet twice', listBytes([availability(7, row(10n, 4n, 6n), row(10n, 4n, 6n))])],
    ['with more free than there is', listBytes([availability(7, row(10n, 4n, 11n))])],
    ['cut short', listBytes([good]).subarray(0, -1)],
    ['with bytes left over', concatBytes(listBytes([good]), Uint8Array.of(0))],
    ['of 2^30 accounts', compactBytes(1n << 30n)],
    ['beyond u64', listBytes([availability(7, row(1n << 64n, 0n, 0n))])],
  ])('gets no availability %s believed', async (_, reply) => {
    chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_availability_for_coldkeys', () => reply);
    await refused(availabilities);
  });

  it.each([
    ['of a size no share has', concatBytes(uintBytes(1n, 16), u64Bytes((1n << 63n) - 1n))],
    ['cut short', uintBytes(1n, 16)],
    ['with bytes left over', uintBytes(0n, 25)],
  ])('gets no shares %s believed', async (_, value) => {
    put('AlphaV2', [key(9), key(7), u16Bytes(3)], value);
    await refused(shares);
  });

  it('gets no dividends beyond u64 believed, nor a subnet told twice', async () => {
    put('RootClaimable', [key(9)], rates(1));
    await refused(dividends);
    put('RootClaimable', [key(9)], rates(1, 1));
    await refused(dividends);
  });

  it('gets no claim type believed that nobody knows', async () => {
    put('RootClaimType', [key(7)], Uint8Array.of(3));
    await refused((client) => client.getClaimTypes([me]));
  });

  it('gets no block beyond any chain believed', async () => {
    put('LastTxBlockDelegateTake', [key(9)], u64Bytes((1n << 64n) - 1n));
    await refused((client) => client.getTakeChanges([hotkey]));
    put('NetworksAdded', [u16Bytes(3)], Uint8Array.of(1));
    put('LastEpochBlock', [u16Bytes(3)], u64Bytes(1n << 40n));
    await refused((client) => client.getEpochs([{ netuid: three, hotkeys: [] }]));
  });

  it('gets no key believed that is not of the map asked for', async () => {
    const prefix = chain.codec.storage('SubtensorModule', 'Lock')?.key(key(7), u16Bytes(3)) ?? '';
    // The hash before the hotkey is not that of the hotkey.
    chain.node.on('state_getKeysPaged', ([asked]) => (asked === prefix ? [`${prefix}${'00'.repeat(48)}`] : []));
    await refused(guards);
    const auto = chain.codec.storage('SubtensorModule', 'AutoStakeDestination')?.key(key(7)) ?? '';
    chain.node.on('state_getKeysPaged', () => [`${auto}030000`]);
    await refused((client) => client.getAutoStake([me]));
  });

  it('gets no more keys believed than were asked for', async () => {
    chain.node.on('state_getKeysPaged', ([prefix]) =>
      Array.from({ length: 1001 }, (_, at) => `${String(prefix)}${toHex(u16Bytes(at)).slice(2)}`),
    );
    await refused((client) => client.getAutoStake([me]));
  });

  it('leaves out what it says of another account', async () => {
    const entry = chain.codec.storage('SubtensorModule', 'AutoStakeDestination');
    const foreign = entry?.key(key(8), u16Bytes(3)) ?? '';
    chain.node.on('state_getKeysPaged', () => [foreign]);
    expect((await harness.client([chain.url]).getAutoStake([me])).value).toEqual([]);
  });

  it.each([
    ['of another subnet', { netuid: 4, hotkeys: [hotkey] }],
    ['without hotkeys', { netuid: 3 }],
    ['with more figures than neurons', { netuid: 3, hotkeys: [hotkey], dividends: [1, 2] }],
    ['with an update in the far future', { netuid: 3, hotkeys: [hotkey], lastUpdate: [1n << 50n] }],
  ])('gets no metagraph %s believed', async (_, graph) => {
    const reply = foreignEncoder(424).api('SubnetInfoRuntimeApi', 'get_selective_metagraph', graph);
    chain.runtimeApis.set('SubnetInfoRuntimeApi_get_selective_metagraph', () => reply);
    await refused(neurons);
  });

  it('is answered with nothing where the subnet is missing or nobody asks', async () => {
    chain.runtimeApis.set('SubnetInfoRuntimeApi_get_selective_metagraph', () => Uint8Array.of(0));
    const client = harness.client([chain.url]);
    expect((await client.getNeurons(three)).value).toEqual([]);
    const empty = await Promise.all([
      client.getStakeAvailabilities([]),
      client.simulateSells([]),
      client.getPositionShares([]),
      client.getRootDividends([]),
      client.getClaimTypes([]),
      client.getAutoStake([]),
      client.getEpochs([]),
      client.getTakeChanges([]),
      client.getBaskets([]),
      client.getBasketHolders([]),
    ]);
    expect(empty.map(({ value }) => value)).toEqual(Array.from({ length: 10 }, () => []));
  });

  it('that answers only some simulations fails them all', async () => {
    const reply = foreignEncoder(424).api('SwapRuntimeApi', 'sim_swap_alpha_for_tao', { taoAmount: 5n });
    let asked = 0;
    chain.runtimeApis.set('SwapRuntimeApi_sim_swap_alpha_for_tao', () => {
      asked += 1;
      return asked === 2 ? reply.subarray(1) : reply;
    });
    const sales = [1n, 2n, 3n].map((alpha) => ({ netuid: three, alpha: toAlphaRao(alpha) }));
    await refused((client) => client.simulateSells(sales));
  });
});
