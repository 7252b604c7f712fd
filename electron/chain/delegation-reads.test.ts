import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { AppError } from '../../shared/errors/index.ts';
import { type Coldkey, type Hotkey, toAlphaRao, toNetuid } from '../../shared/units/index.ts';
import type { OpenedChain } from './index.ts';
import { toHex } from './scale/hex.ts';
import { concatBytes, u16Bytes } from './scale/writer.ts';
import { basketMetadata } from './testing/basket-metadata.ts';
import type { FakeChain } from './testing/fake-chain.ts';
import type { ForeignEncoder } from './testing/foreign-encoder.ts';
import { Harness } from './testing/harness.ts';
import { chainOf } from './testing/release.ts';
import { hasSnapshots, SNAPSHOT_NOTE, SNAPSHOT_SPECS, type SnapshotSpec } from './testing/snapshots.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const me = addressOf<Coldkey>(key(7));
const other = addressOf<Coldkey>(key(8));
const hotkey = addressOf<Hotkey>(key(9));
const child = addressOf<Hotkey>(key(10));
const [one, three] = [toNetuid(1), toNetuid(3)];
const ONE = 1n << 64n;
const after = (spec: SnapshotSpec, since: number): boolean => spec >= since;

/** Requests and round trips of one reading, on a connection that is idle. */
async function costOf(client: OpenedChain, reading: () => Promise<unknown>): Promise<readonly [number, number]> {
  await client.getTakeChanges([hotkey]);
  const before = client.connectionStats();
  await reading();
  const now = client.connectionStats();
  return [now.requests - before.requests, now.roundTrips - before.roundTrips];
}

let harness: Harness;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.cleanUp());

describe.skipIf(!hasSnapshots).each(SNAPSHOT_SPECS)(`delegation under spec %i${SNAPSHOT_NOTE}`, (spec) => {
  it('reads shares of whatever shape in one unit', async () => {
    const { put, client } = await chainOf(harness, spec);
    const shares = (whole: bigint): unknown => (spec === 218 ? whole : { bits: whole << 64n });
    put('Alpha', [key(9), key(7), u16Bytes(3)], shares(5n));
    put('TotalHotkeyShares', [key(9), u16Bytes(3)], shares(20n));
    put('TotalHotkeyAlpha', [key(9), u16Bytes(3)], 80n);
    const position = { coldkey: me, hotkey, netuid: three };
    const { value } = await client.getPositionShares([position, { ...position, netuid: one }]);
    expect(value).toEqual([
      { ...position, shares: 5n * ONE, totalShares: 20n * ONE, totalAlpha: 80n },
      { ...position, netuid: 1, shares: 0n, totalShares: 0n, totalAlpha: 0n },
    ]);
  });

  it('reads root dividends, claim types and auto-stake where there are any', async () => {
    const { put, client } = await chainOf(harness, spec);
    if (after(spec, 365)) {
      const rates = [1.5, 1, -256].map((rate) => ({ bits: BigInt(rate * 2 ** 32) }));
      put('RootClaimable', [key(9)], new Map([1, 3, 4].map((netuid, index) => [netuid, rates[index]])));
      put('RootClaimed', [u16Bytes(1), key(9), key(7)], 100n);
      put('RootClaimed', [u16Bytes(3), key(9), key(7)], 5_000n);
      put('RootClaimableThreshold', [u16Bytes(1)], { bits: (7n << 32n) + 1n });
      put('RootClaimType', [key(7)], { KeepSubnets: { subnets: [1, 3] } });
      put('RootClaimType', [key(8)], 'Keep');
      put('AutoStakeDestination', [key(7), u16Bytes(3)], hotkey);
      put('AutoStakeDestination', [key(8), u16Bytes(259)], child);
    }
    const dividends = await client.getRootDividends([{ coldkey: me, hotkey, rootStake: toAlphaRao(1001n) }]);
    const types = await client.getClaimTypes([me, other, addressOf<Coldkey>(key(6))]);
    const auto = await client.getAutoStake([me, other]);
    if (!after(spec, 365)) {
      expect([dividends.value, types.value, auto.value]).toEqual([[], [], []]);
      return;
    }
    // 1.5 x 1001 rounded down, less 100; the claimed subnet and the negative rate are left out.
    expect(dividends.value).toEqual([{ coldkey: me, hotkey, netuid: 1, owed: 1401n, claimed: 100n, threshold: 8n }]);
    expect(types.value.map(({ claimType }) => claimType)).toEqual([
      { is: 'keep_subnets', netuids: [1, 3] },
      { is: 'keep' },
      { is: 'swap' },
    ]);
    expect(auto.value).toEqual([
      { coldkey: me, netuid: 3, hotkey },
      { coldkey: other, netuid: 259, hotkey: child },
    ]);
  });

  it('reads own hotkeys with their takes, registrations and families', async () => {
    const { put, client } = await chainOf(harness, spec);
    for (const netuid of [1, 2, 3]) put('NetworksAdded', [u16Bytes(netuid)], true);
    put('OwnedHotkeys', [key(7)], [hotkey, child, addressOf<Hotkey>(key(66))]);
    put('Owner', [key(9)], me);
    put('Owner', [key(10)], me);
    put('Owner', [key(66)], other);
    put('Delegates', [key(9)], 6_000);
    put('LastTxBlockDelegateTake', [key(9)], 4n);
    put('IsNetworkMember', [key(9), u16Bytes(1)], true);
    put('IsNetworkMember', [key(9), u16Bytes(2)], false);
    put('ChildKeys', [key(9), u16Bytes(3)], [[ONE - 1n, child]]);
    put('ParentKeys', [key(10), u16Bytes(3)], [[ONE - 1n, hotkey]]);
    put('ChildkeyTake', [key(9), u16Bytes(3)], 77);
    if (after(spec, 240)) put('PendingChildKeys', [u16Bytes(2), key(9)], [[[5n, child]], 900n]);
    const { value } = await client.getOwnHotkeys([me]);
    expect(value).toMatchObject({ takeMin: 0, takeMax: 11_796, takeRateLimit: 216_000 });
    const plain = { registered: false, childkeyTake: 0, children: [], parents: [] };
    const pending = { children: [{ hotkey: child, proportion: 5n }], fromBlock: 900 };
    expect(value.hotkeys).toEqual([
      {
        coldkey: me,
        hotkey,
        take: 6_000,
        takeChangedAt: 4,
        subnets: [
          { ...plain, netuid: 1, registered: true },
          ...(after(spec, 240) ? [{ ...plain, netuid: 2, pending }] : []),
          { ...plain, netuid: 3, childkeyTake: 77, children: [{ hotkey: child, proportion: ONE - 1n }] },
        ],
      },
      {
        coldkey: me,
        hotkey: child,
        takeChangedAt: 0,
        subnets: [{ ...plain, netuid: 3, parents: [{ hotkey, proportion: ONE - 1n }] }],
      },
    ]);
  });

  it('finds the last change of a take wherever the release keeps it', async () => {
    const { put, chain, encoder, client } = await chainOf(harness, spec);
    put('LastTxBlockDelegateTake', [key(9)], 4n);
    if (after(spec, 365)) {
      const entry = chain.codec.storage('SubtensorModule', 'LastRateLimitedBlock');
      // RateLimitKey::LastTxBlockDelegateTake is variant 5 (interface listing).
      const at = entry?.key(concatBytes(Uint8Array.of(5), key(9))) ?? '';
      chain.storage.set(at, encoder.stored('LastRateLimitedBlock', 12n));
    }
    const { value } = await client.getTakeChanges([child, hotkey]);
    expect(value).toEqual([0, after(spec, 365) ? 12 : 4]);
  });

  it('reads what the last epochs paid, in the rhythm of the release', async () => {
    const { put, client } = await chainOf(harness, spec);
    put('NetworksAdded', [u16Bytes(3)], true);
    put('Tempo', [u16Bytes(3)], 99);
    put('BlocksSinceLastStep', [u16Bytes(3)], 2n);
    if (spec === 424) put('LastEpochBlock', [u16Bytes(3)], 4n);
    if (after(spec, 365)) {
      put('AlphaDividendsPerSubnet', [u16Bytes(3), key(9)], 11n);
      put('TotalHotkeyAlphaLastEpoch', [key(9), u16Bytes(3)], 1_000n);
      put('RootAlphaDividendsPerSubnet', [u16Bytes(3), key(9)], 12n);
    }
    const wanted = [
      { netuid: three, hotkeys: [hotkey] },
      { netuid: toNetuid(4), hotkeys: [hotkey] },
    ];
    const { value, block } = await client.getEpochs(wanted);
    const row = { hotkey, netuid: 3, dividends: 11n, stakeAfter: 1_000n, rootDividends: 12n };
    expect(block.blockNumber).toBe(5);
    expect(value).toEqual([
      {
        netuid: 3,
        epochBlock: spec === 424 ? 4 : 3,
        periodBlocks: spec === 424 ? 99 : 100,
        rows: after(spec, 365) ? [row] : [],
      },
    ]);
  });

  it('reads what a transfer of stake has to reckon with', async () => {
    const { put, client } = await chainOf(harness, spec);
    const query = { from: me, to: other, netuid: three };
    expect((await client.getTransferGuards(query)).value).toEqual({
      transfersAllowed: true,
      acceptsLocked: spec !== 424,
    });
    if (after(spec, 240)) put('TransferToggle', [u16Bytes(3)], false);
    if (spec === 424) {
      const lock = { lockedMass: 5n, conviction: { bits: 0n }, lastUpdate: 1n };
      put('AccountFlags', [key(8)], 0b11n);
      put('Lock', [key(7), u16Bytes(3), key(9)], lock);
      put('Lock', [key(8), u16Bytes(3), key(10)], lock);
      put('Lock', [key(8), u16Bytes(4), key(11)], lock);
    }
    expect((await client.getTransferGuards(query)).value).toEqual({
      transfersAllowed: spec === 218,
      acceptsLocked: true,
      ...(spec === 424 ? { senderLockHotkey: hotkey, recipientLockHotkey: child } : {}),
    });
  });

  it('lists the neurons of a subnet where its metagraph is typed', async () => {
    const { chain, encoder, client } = await chainOf(harness, spec);
    const method = after(spec, 365) ? 'get_selective_metagraph' : 'get_metagraph';
    if (after(spec, 240)) {
      const rows = {
        hotkeys: [hotkey, child],
        validatorPermit: [true, false],
        lastUpdate: [4n, 5n],
        dividends: [65_535, 0],
      };
      const reply = encoder.api('SubnetInfoRuntimeApi', method, { netuid: 3, ...rows });
      chain.runtimeApis.set(`SubnetInfoRuntimeApi_${method}`, (args) => {
        const indexes = concatBytes(...[52, 57, 59, 61].map(u16Bytes));
        const rest = after(spec, 365) ? concatBytes(Uint8Array.of(4 << 2), indexes) : new Uint8Array();
        expect(args).toBe(toHex(concatBytes(u16Bytes(3), rest)));
        return reply;
      });
    }
    const { value } = await client.getNeurons(three);
    expect(value).toEqual(
      after(spec, 240)
        ? [
            { hotkey, uid: 0, permit: true, dividends: 65_535, lastUpdate: 4 },
            { hotkey: child, uid: 1, permit: false, dividends: 0, lastUpdate: 5 },
          ]
        : [],
    );
  });

  it('simulates many sales in one wave, in the order asked, where there is a simulation', async () => {
    const { chain, encoder, client } = await chainOf(harness, spec);
    const sales = Array.from({ length: 500 }, (_, index) => ({ netuid: three, alpha: toAlphaRao(BigInt(index)) }));
    await client.ready(30_000, 'reads');
    if (!after(spec, 365)) {
      await expect(client.simulateSells(sales)).rejects.toMatchObject({ code: 'chain.capability_missing' });
      return;
    }
    simulateTwice(chain, encoder);
    const cost = await costOf(client, async () => {
      const { value } = await client.simulateSells(sales);
      expect(value.map(({ taoAmount }) => taoAmount)).toEqual(sales.map(({ alpha }) => alpha * 2n));
    });
    expect(cost).toEqual([500, 1]);
  });
});

/** Every sale pays two rao an alpha. */
function simulateTwice(chain: FakeChain, encoder: ForeignEncoder): void {
  chain.runtimeApis.set('SwapRuntimeApi_sim_swap_alpha_for_tao', (args) => {
    const alpha = Buffer.from(args.slice(6), 'hex').readBigUInt64LE();
    return encoder.api('SwapRuntimeApi', 'sim_swap_alpha_for_tao', { taoAmount: alpha * 2n, alphaAmount: alpha });
  });
}

describe.skipIf(!hasSnapshots)(`delegation of 424${SNAPSHOT_NOTE}`, () => {
  it('takes shares from the old map where it holds any, else from the new one', async () => {
    const { put, client } = await chainOf(harness, 424);
    const half = { mantissa: 5n, exponent: -1n };
    put('Alpha', [key(9), key(7), u16Bytes(1)], { bits: 3n * ONE });
    put('AlphaV2', [key(9), key(7), u16Bytes(1)], half);
    put('AlphaV2', [key(9), key(7), u16Bytes(3)], half);
    put('TotalHotkeySharesV2', [key(9), u16Bytes(3)], { mantissa: 2n, exponent: 3n });
    const { value } = await client.getPositionShares([one, three].map((netuid) => ({ coldkey: me, hotkey, netuid })));
    expect(value.map(({ shares, totalShares }) => [shares, totalShares])).toEqual([
      [3n * ONE, 0n],
      [ONE / 2n, 2_000n * ONE],
    ]);
  });

  it('gets a whole portfolio of 500 positions in six round trips, five with metadata on disk', async () => {
    const { chain, encoder, put } = await chainOf(harness, 424);
    const rows = Array.from({ length: 500 }, (_, netuid) => ({ hotkey, coldkey: me, netuid, stake: 10n }));
    const [STAKE, SWAP] = ['StakeInfoRuntimeApi', 'SwapRuntimeApi'];
    const replies = [
      [STAKE, 'get_stake_info_for_coldkeys', [[me, rows]]],
      [STAKE, 'get_stake_availability_for_coldkeys', new Map()],
      [SWAP, 'current_alpha_price_all', rows.map(({ netuid }) => ({ netuid, price: 5n }))],
    ] as const;
    for (const [api, method, value] of replies) {
      const reply = encoder.api(api, method, value);
      chain.runtimeApis.set(`${api}_${method}`, () => reply);
    }
    const swap = encoder.api(SWAP, 'sim_swap_alpha_for_tao', { taoAmount: 1n });
    chain.runtimeApis.set(`${SWAP}_sim_swap_alpha_for_tao`, () => swap);
    put('RootClaimable', [key(9)], new Map(rows.map(({ netuid }) => [netuid, { bits: 1n << 32n }])));
    for (const most of [6, 5]) {
      const client = harness.client([chain.url]);
      const [positions] = await Promise.all([
        client.getStakePositions([me]),
        client.getAccounts([me]),
        client.getPrices(),
        client.getStakeAvailabilities([me]),
      ]);
      const [sales, dividends] = await Promise.all([
        client.simulateSells(positions.value.map(({ netuid, alpha }) => ({ netuid, alpha }))),
        client.getRootDividends([{ coldkey: me, hotkey, rootStake: toAlphaRao(10n) }]),
        client.getPositionShares(positions.value),
      ]);
      expect([positions.value.length, sales.value.length, dividends.value.length]).toEqual([500, 500, 500]);
      expect(client.connectionStats().roundTrips).toBeLessThanOrEqual(most);
      await client.close();
    }
  });

  it('asks for the shares of 500 positions in one wave of few requests', async () => {
    const { client } = await chainOf(harness, 424);
    const positions = Array.from({ length: 500 }, (_, index) => ({ coldkey: me, hotkey, netuid: toNetuid(index) }));
    expect(await costOf(client, () => client.getPositionShares(positions))).toEqual([3, 1]);
  });

  it('reads availability of all subnets for all accounts in one call, more accounts in more', async () => {
    const { chain, encoder, client } = await chainOf(harness, 424);
    const row = { total: 10n, locked: 4n, available: 6n };
    const [API, METHOD] = ['StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys'];
    chain.runtimeApis.set(`${API}_${METHOD}`, (args) =>
      encoder.api(
        API,
        METHOD,
        args.startsWith(`0x04${'07'.repeat(32)}`) ? new Map([[me, new Map([[3, row]])]]) : new Map(),
      ),
    );
    expect((await client.getStakeAvailabilities([me, me])).value).toEqual([{ coldkey: me, netuid: 3, ...row }]);
    const many = Array.from({ length: 300 }, (_, at) =>
      addressOf<Coldkey>(concatBytes(u16Bytes(at), new Uint8Array(30))),
    );
    expect(await costOf(client, () => client.getStakeAvailabilities(many))).toEqual([2, 1]);
  });
});

describe.skipIf(!hasSnapshots)(`root baskets${SNAPSHOT_NOTE}`, () => {
  it.each([
    ['hotkey first', ['hotkey', 'coldkey'], [9, 7]],
    ['coldkey first', ['coldkey', 'hotkey_account'], [7, 9]],
  ] as const)('are found in metadata, encoded and read with the arguments %s', async (_, names, order) => {
    const chain = await harness.chain();
    chain.metadata = basketMetadata(names);
    const asked: string[] = [];
    chain.runtimeApis.set('BetaBasketRuntimeApi_get_basket_payout', (args) => {
      asked.push(args);
      return Uint8Array.of(0x39, 0x30, 0, 0, 0, 0, 0, 0);
    });
    const client = harness.client([chain.url]);
    await client.ready(30_000);
    expect(client.capabilities().rootBaskets).toBe(true);
    const { value } = await client.getBaskets([{ coldkey: me, hotkey }]);
    expect(value).toEqual([{ coldkey: me, hotkey, owed: 12_345n, threshold: 500_000n }]);
    expect(asked).toEqual([toHex(concatBytes(...order.map(key)))]);
    for (const spec of [
      { pallet: 'SubtensorModule', call: 'claim_root_with_hotkey', args: { hotkey } },
      { pallet: 'SubtensorModule', call: 'stake_into_basket', args: { hotkey, amount_staked: 5n } },
    ]) {
      const { call, args } = client.decodeCall(client.encodeCall(spec));
      expect({ ...spec, call, args: Object.fromEntries(args.map((arg) => [arg.name, arg.value])) }).toEqual(spec);
    }
  });

  it('are nowhere in the releases known so far', async () => {
    const chain = await harness.chain();
    const client = harness.client([chain.url]);
    await client.ready(30_000);
    expect(client.capabilities().rootBaskets).toBe(false);
    expect((await client.getBaskets([{ coldkey: me, hotkey }])).value).toEqual([]);
    expect(() =>
      client.encodeCall({ pallet: 'SubtensorModule', call: 'claim_root_with_hotkey', args: { hotkey } }),
    ).toThrow(AppError);
  });
});
