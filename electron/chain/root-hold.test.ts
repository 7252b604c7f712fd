import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { type Coldkey, type Hotkey, ROOT_NETUID, toNetuid } from '../../shared/units/index.ts';
import type { OpenedChain } from './index.ts';
import { RuntimeCodec } from './scale/codec.ts';
import { toHex } from './scale/hex.ts';
import { listBytes, u64Bytes } from './scale/writer.ts';
import { basketMetadata } from './testing/basket-metadata.ts';
import type { FakeChain } from './testing/fake-chain.ts';
import { Harness } from './testing/harness.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from './testing/snapshots.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const coldkey = addressOf<Coldkey>(key(7));
const [hotkey, other] = [addressOf<Hotkey>(key(9)), addressOf<Hotkey>(key(10))];
const root = { coldkey, hotkey, netuid: ROOT_NETUID };

const harnesses: Harness[] = [];
afterEach(async () => {
  for (const harness of harnesses.splice(0)) await harness.cleanUp();
});

/** A chain whose metadata says how long root stake is held where nothing is stored. */
async function heldFor(
  blocks: bigint | undefined,
): Promise<{ chain: FakeChain; client: OpenedChain; put: (item: string, keys: Uint8Array[], value: bigint) => void }> {
  // One each: metadata is kept by code hash, which is the same for all of them.
  const harness = new Harness();
  harnesses.push(harness);
  const chain = await harness.chain();
  chain.runtimeApis.set('StakeInfoRuntimeApi_get_stake_availability_for_coldkeys', () => listBytes([]));
  const metadata = basketMetadata(undefined, blocks);
  chain.metadata = metadata;
  const codec = new RuntimeCodec(metadata);
  const client = harness.client([chain.url]);
  await client.ready(30_000);
  return {
    chain,
    client,
    put: (item, keys, value) => {
      const entry = codec.storage('SubtensorModule', item);
      if (entry === undefined) throw new Error(`no ${item}`);
      chain.storage.set(entry.key(...keys), toHex(u64Bytes(value)));
    },
  };
}

describe.skipIf(!hasSnapshots)(`the hold on root stake${SNAPSHOT_NOTE}`, () => {
  it('is told by the default of the metadata where nothing is stored', async () => {
    const { client, put } = await heldFor(7200n);
    expect(client.capabilities().rootStakeHold).toBe(true);
    const changedAt = new Map([[hotkey, 0]]);
    expect((await client.getGuards(root)).rootHold).toEqual({ intervalBlocks: 7200, changedAt });
    put('RootStakeUnlockInterval', [], 30n);
    put('LastColdkeyHotkeyStakeBlock', [key(7), key(9)], 41n);
    expect((await client.getGuards({ ...root, rootHotkeys: [hotkey, other] })).rootHold).toEqual({
      intervalBlocks: 30,
      changedAt: new Map([
        [hotkey, 41],
        [other, 0],
      ]),
    });
  });

  it('is none at an interval of 0, on a subnet, and where the runtime has no such storage', async () => {
    const { client, put } = await heldFor(7200n);
    expect(await client.getGuards({ ...root, netuid: toNetuid(3) })).not.toHaveProperty('rootHold');
    put('RootStakeUnlockInterval', [], 0n);
    expect(await client.getGuards(root)).not.toHaveProperty('rootHold');
    const without = await heldFor(undefined);
    expect(without.client.capabilities().rootStakeHold).toBe(false);
    without.put('LastColdkeyHotkeyStakeBlock', [key(7), key(9)], 41n);
    expect(await without.client.getGuards(root)).not.toHaveProperty('rootHold');
  });

  it('of longer than can be counted is cut, not refused', async () => {
    const { client } = await heldFor((1n << 64n) - 1n);
    expect((await client.getGuards(root)).rootHold?.intervalBlocks).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('costs no request: it is read with the other guards', async () => {
    const costOf = async (client: OpenedChain): Promise<number> => {
      await client.getGuards(root);
      const before = client.connectionStats().requests;
      await client.getGuards(root);
      return client.connectionStats().requests - before;
    };
    const [held, free] = [await heldFor(7200n), await heldFor(undefined)];
    expect(await costOf(held.client)).toBe(await costOf(free.client));
  });
});
