import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../index.ts';
import { storagePrefix } from '../runtime/storage/keys.ts';
import { RpcClient } from './rpc-client.test-support.ts';

/** The most a page may hold. */
const PAGE = 1_000;

describe('a node with as much to tell as mainnet', () => {
  let net: Simnet;
  let client: RpcClient;
  beforeAll(async () => {
    net = await startSimnet({ scenario: 'mainnet', seed: 1, manual: true });
    client = await RpcClient.open(net.url);
  }, 60_000);
  afterAll(async () => {
    client.close();
    await net.stop();
  });

  async function keysOf(entry: string): Promise<string[]> {
    const prefix = `0x${storagePrefix('SubtensorModule', entry)}`;
    const keys: string[] = [];
    for (;;) {
      const page: string[] = await client.call('state_getKeysPaged', prefix, PAGE, keys.at(-1) ?? null);
      keys.push(...page);
      if (page.length < PAGE) return keys;
    }
  }

  it('answers six hundred requests at once, each with its own reply', async () => {
    const { number } = net.control.mine();
    const asked = Array.from({ length: 600 }, (_, index) => index % (number + 1));
    const hashes = await Promise.all(asked.map((height) => client.call<string>('chain_getBlockHash', height)));
    expect(new Set(hashes).size).toBe(number + 1);
    for (const [index, hash] of hashes.entries()) expect(hash).toBe(hashes[asked[index] ?? 0]);
  });

  it('pages through a map of thousands without losing or repeating a key', async () => {
    const keys = await keysOf('AlphaV2');
    expect(keys.length).toBeGreaterThan(9_000);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual([...keys].sort());
  });

  it('reads two thousand keys in one request, at the best block and behind it', async () => {
    const keys = (await keysOf('Keys')).slice(0, 2_000);
    const finalized = await client.call<string>('chain_getFinalizedHead');
    for (const at of [null, finalized]) {
      const sets = await client.call<{ changes: [string, string | null][] }[]>('state_queryStorageAt', keys, at);
      expect(sets[0]?.changes.map(([key]) => key)).toEqual(keys);
      expect(sets[0]?.changes.every(([, value]) => value?.length === 66)).toBe(true);
    }
  });
});
