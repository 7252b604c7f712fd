import { blake2AsHex, ed25519PairFromSeed, ed25519Sign, encodeAddress, xxhashAsHex } from '@polkadot/util-crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../index.ts';
import { bytesOf } from '../runtime/hex.ts';
import { mortalEra, openNet, type RpcClient, TAO, transferTo } from './rpc-client.test-support.ts';

const CODE = `0x${Buffer.from(':code').toString('hex')}`;
const TIMESTAMP_NOW = `${xxhashAsHex('Timestamp', 128)}${xxhashAsHex('Now', 128).slice(2)}`;
const STRANGER_KEY = new Uint8Array(32).fill(0x5a);
const STRANGER = encodeAddress(STRANGER_KEY, 42);
const STRANGER_ACCOUNT = [
  xxhashAsHex('System', 128),
  xxhashAsHex('Account', 128).slice(2),
  blake2AsHex(STRANGER_KEY, 128).slice(2),
  Buffer.from(STRANGER_KEY).toString('hex'),
].join('');

describe('the chain under control', () => {
  let net: Simnet;
  let client: RpcClient;

  beforeEach(async () => {
    net = await startSimnet({ scenario: 'demo', seed: 7, manual: true });
    client = await openNet(net);
  });
  afterEach(async () => {
    client.close();
    await net.stop();
  });

  const hashAt = (number: number): Promise<string> => client.call('chain_getBlockHash', number);
  const extrinsicsOf = async (hash: string): Promise<string[]> =>
    (await client.call<{ block: { extrinsics: string[] } }>('chain_getBlock', hash)).block.extrinsics;

  it('drops a transaction with its branch, puts it back and includes it again', async () => {
    net.control.mine(3);
    const extrinsic = await transferTo(client);
    const told = await client.subscribe('author_submitAndWatchExtrinsic', extrinsic);
    const first = net.control.mine();
    expect(await extrinsicsOf(first.hash)).toContain(extrinsic);

    const branch = net.control.reorg(1);
    expect(branch.number).toBe(first.number + 1);
    expect(await hashAt(branch.number)).toBe(branch.hash);
    expect(await hashAt(first.number)).not.toBe(first.hash);
    expect(await client.call('author_pendingExtrinsics')).toEqual([extrinsic]);

    const second = net.control.mine();
    expect(await extrinsicsOf(second.hash)).toContain(extrinsic);
    expect(await client.call('author_pendingExtrinsics')).toEqual([]);
    net.control.mine(2);
    await client.settle();
    expect(
      told.all.filter((status) => typeof status === 'string' || !Object.hasOwn(status as object, 'broadcast')),
    ).toEqual([
      'ready',
      { inBlock: first.hash },
      { retracted: first.hash },
      'ready',
      { inBlock: second.hash },
      { finalized: second.hash },
    ]);
  });

  it('adopts a branch of the same height only when told to, and goes back again', async () => {
    const best = net.control.mine(5);
    const rival = net.control.fork({ from: best.number - 1, blocks: 1 });
    expect(net.control.best).toEqual(best);
    net.control.adopt(rival.hash);
    expect(await hashAt(best.number)).toBe(rival.hash);
    net.control.adopt(best.hash);
    expect(await hashAt(best.number)).toBe(best.hash);
  });

  it('keeps the finalized head two blocks behind, and never drops it', async () => {
    net.control.mine(6);
    expect(net.control.finalized.number).toBe(4);
    expect(await client.call('chain_getFinalizedHead')).toBe(await hashAt(4));
    expect(() => net.control.fork({ from: 3, blocks: 9 })).toThrow(RangeError);
    net.control.stallFinality();
    net.control.mine(5);
    expect(net.control.finalized.number).toBe(4);
    net.control.stallFinality(false);
    expect(net.control.finalized.number).toBe(9);
    expect(net.control.finalize().number).toBe(11);
  });

  it('lets a mortal transaction wait until its era ends and no longer', async () => {
    const birth = net.control.mine(4);
    // nonce 1 waits for nonce 0, which never comes
    const waiting = await transferTo(client, {
      nonce: 1,
      era: { bytes: mortalEra(8, birth.number), birthHash: bytesOf(birth.hash) },
    });
    const told = await client.subscribe('author_submitAndWatchExtrinsic', waiting);
    net.control.mine(6);
    await client.settle();
    expect(told.all).toEqual(['future']);
    net.control.mine(1);
    await client.settle();
    expect(told.all).toEqual(['future', 'invalid']);
    expect(net.control.pendingHashes()).toEqual([]);
  });

  it('goes back to a snapshot with its blocks, its balances and its pool', async () => {
    net.control.mine(2);
    const waiting = await transferTo(client);
    await client.call('author_submitExtrinsic', waiting);
    const point = net.control.snapshot();
    const before = net.control.best;
    const once = net.control.mine(3);
    expect(net.control.pendingHashes()).toEqual([]);
    point.restore();
    expect(net.control.best).toEqual(before);
    expect(await client.call('chain_getHeader', once.hash)).toBeNull();
    expect(await client.call('author_pendingExtrinsics')).toEqual([waiting]);
    expect(net.control.mine(3)).toEqual(once);
  });

  it('makes the same blocks from the same seed and other blocks from another', async () => {
    // sr25519 signatures are never the same twice; ed25519 ones are
    const pair = ed25519PairFromSeed(new Uint8Array(32).fill(9));
    const sign = (payload: Uint8Array) => ({ kind: 0, signature: ed25519Sign(payload, pair), signer: pair.publicKey });
    const run = async (seed: number | string): Promise<string> => {
      const other = await startSimnet({ scenario: 'demo', seed, manual: true });
      const spectator = await openNet(other);
      other.control.mine(3);
      other.control.fund(encodeAddress(pair.publicKey, 42), 10n * TAO);
      await spectator.call('author_submitExtrinsic', await transferTo(spectator, { sign }));
      const { hash } = other.control.mine(3);
      spectator.close();
      await other.stop();
      return hash;
    };
    const [a, b, c] = [await run('seed'), await run('seed'), await run('other')];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it('sets time, storage and spec version with the block it makes', async () => {
    net.control.setTime(1_800_000_000_000n);
    net.control.mine();
    const block = net.control.setStorage({ '0xabcd': '0x0102' });
    expect(await client.call('state_getStorage', '0xabcd')).toBe('0x0102');
    expect(await client.call('state_getStorage', '0xabcd', await hashAt(block.number - 1))).toBeNull();
    const now = await client.call<string>('state_getStorage', TIMESTAMP_NOW);
    expect(Buffer.from(now.slice(2), 'hex').readBigUInt64LE()).toBe(1_800_000_012_000n);

    const versions = await client.subscribe('state_subscribeRuntimeVersion');
    const code = await client.call('state_getStorageHash', CODE);
    net.control.upgrade(425);
    await client.settle();
    expect(versions.all).toMatchObject([{ specVersion: 424 }, { specVersion: 425 }]);
    expect(await client.call('state_getStorageHash', CODE)).not.toBe(code);
    expect(await client.failure('author_submitExtrinsic', await transferTo(client))).toMatchObject({
      code: 1010,
      data: 'Transaction has a bad signature',
    });
    expect(await client.call('author_submitExtrinsic', await transferTo(client, { specVersion: 425 }))).toMatch(/^0x/u);
  });

  it('pays play money and makes it visible at once', async () => {
    expect(await client.call('state_getStorage', STRANGER_ACCOUNT)).toBeNull();
    net.control.fund(STRANGER, 100n * TAO);
    const account = Buffer.from((await client.call<string>('state_getStorage', STRANGER_ACCOUNT)).slice(2), 'hex');
    expect(account.readBigUInt64LE(16)).toBe(100n * TAO);
    expect(() => net.control.fund('5Grwva', TAO)).toThrow(RangeError);
    expect(() => net.control.fund(STRANGER, 0n)).toThrow(RangeError);
  });
});
