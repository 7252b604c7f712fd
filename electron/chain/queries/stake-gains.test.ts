import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, toNetuid } from '../../../shared/units/index.ts';
import { concatBytes, u16Bytes } from '../scale/writer.ts';
import { Harness } from '../testing/harness.ts';
import { chainOf } from '../testing/release.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from '../testing/snapshots.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const me = addressOf<Coldkey>(key(7));
const hotkey = addressOf<Hotkey>(key(9));
const child = addressOf<Hotkey>(key(10));
const [root, one, three] = [toNetuid(0), toNetuid(1), toNetuid(3)];
const ONE = 1n << 64n;
const [parent, block] = [4, 5];
/** Place of the claim in its block. */
const INDEX = 2;
const OTHER_INDEX = 3;

let harness: Harness;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.cleanUp());

/** Two blocks between which the account gained 7 rao on root, 9 alpha on subnet 1, and lost shares on subnet 3. */
async function twoBlocks() {
  const { chain, put, client } = await chainOf(harness, 424);
  const [before, after] = [parent, block].map((at) => ({ blockNumber: at, blockHash: chain.header(at).blockHash }));
  if (before === undefined || after === undefined) throw new Error('no blocks');
  const stake = (netuid: number, shares: bigint, total: bigint, alpha: bigint): void => {
    put('Alpha', [key(9), key(7), u16Bytes(netuid)], { bits: shares });
    put('TotalHotkeyShares', [key(9), u16Bytes(netuid)], { bits: total });
    put('TotalHotkeyAlpha', [key(9), u16Bytes(netuid)], alpha);
  };
  put('StakingHotkeys', [key(7)], [hotkey, child]);
  chain.setEvents([chain.event('System', 'ExtrinsicSuccess', INDEX)]);
  stake(0, 100n * ONE, 900n * ONE, 900n);
  stake(1, 30n * ONE, 70n * ONE, 140n);
  stake(3, 30n * ONE, 70n * ONE, 140n);
  const earlier = new Map(chain.storage);
  stake(0, 107n * ONE, 907n * ONE, 907n);
  // An epoch brought 60 alpha to all; then 9 alpha at three alpha for a share, which is no whole number of units.
  stake(1, 33n * ONE - 1n, 73n * ONE - 1n, 219n);
  stake(3, 29n * ONE, 69n * ONE, 138n);
  chain.node.on('state_queryStorageAt', ([keys, at]) => {
    const state = at === before.blockHash ? earlier : chain.storage;
    return [{ block: at, changes: (keys as string[]).map((item) => [item, state.get(item) ?? null]) }];
  });
  const netuids = [root, one, three];
  const gains = (of: { readonly hotkey?: Hotkey } = {}) =>
    client.getStakeGains({ coldkey: me, ...of, netuids, parent: before, block: after, index: INDEX });
  return { put, gains, chain };
}

/** Coldkey, hotkey, tao, alpha, netuid, fee. */
const stakeFields = (who: Uint8Array, netuid: number) =>
  Uint8Array.from(concatBytes(who, key(9), new Uint8Array(16), u16Bytes(netuid), new Uint8Array(8)));

describe.skipIf(!hasSnapshots)(`what stake gained between two blocks${SNAPSHOT_NOTE}`, () => {
  it('is told by its shares alone, to the base unit, and not where shares were lost', async () => {
    const { gains } = await twoBlocks();
    expect(await gains()).toEqual([
      { netuid: 0, alpha: 7n },
      { netuid: 1, alpha: 9n },
    ]);
    expect(await gains({ hotkey: child })).toEqual([root, one, three].map((netuid) => ({ netuid, alpha: 0n })));
  });

  it('is not told where an epoch in that very block may have paid the account itself', async () => {
    const { put, gains } = await twoBlocks();
    put('NetworksAdded', [u16Bytes(1)], true);
    put('LastEpochBlock', [u16Bytes(1)], BigInt(block));
    // A nominator is paid no shares.
    expect(await gains()).toHaveLength(2);
    put('OwnedHotkeys', [key(7)], [hotkey]);
    expect(await gains()).toEqual([{ netuid: 0, alpha: 7n }]);
    put('LastEpochBlock', [u16Bytes(1)], BigInt(parent));
    expect(await gains()).toHaveLength(2);
  });

  it('is not told where another transaction of the block moved stake of the account', async () => {
    const { chain, gains } = await twoBlocks();
    const moved = (extrinsic: number, who: Uint8Array, netuid: number): Uint8Array =>
      chain.event('SubtensorModule', 'StakeAdded', extrinsic, stakeFields(who, netuid));
    chain.setEvents([moved(INDEX, key(7), 1), moved(OTHER_INDEX, key(8), 0)]);
    expect(await gains()).toHaveLength(2);
    chain.setEvents([moved(OTHER_INDEX, key(7), 1)]);
    expect(await gains()).toEqual([{ netuid: 0, alpha: 7n }]);
  });

  it('is not told at all where another transaction of the block claimed for the account', async () => {
    const { chain, gains } = await twoBlocks();
    const claimed = (extrinsic: number, who: Uint8Array): Uint8Array =>
      chain.event('SubtensorModule', 'RootClaimed', extrinsic, Uint8Array.from(who));
    chain.setEvents([claimed(INDEX, key(7)), claimed(OTHER_INDEX, key(8))]);
    expect(await gains()).toHaveLength(2);
    chain.setEvents([claimed(INDEX, key(7)), claimed(OTHER_INDEX, key(7))]);
    expect(await gains()).toEqual([]);
  });
});
