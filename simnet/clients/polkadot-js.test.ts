import { ApiPromise, WsProvider } from '@polkadot/api';
import type { ApiOptions } from '@polkadot/api/types';
import { Keyring } from '@polkadot/keyring';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../index.ts';

const TAO = 1_000_000_000n;

interface EventJson {
  readonly event: { readonly section: string; readonly method: string };
}

describe('@polkadot/api, a client nobody here wrote', () => {
  let net: Simnet;
  let api: ApiPromise;

  beforeAll(async () => {
    net = await startSimnet({ scenario: 'demo', seed: 1, blockTimeMs: 150 });
    api = await ApiPromise.create({
      provider: new WsProvider(net.url) as NonNullable<ApiOptions['provider']>,
      noInitWarn: true,
      throwOnConnect: true,
    });
  });
  afterAll(async () => {
    await api.disconnect();
    await net.stop();
  });

  it('connects, learns the chain and reads an account', async () => {
    expect(String(await api.rpc.system.chain())).toBe('Soma practice');
    expect(api.runtimeVersion.specVersion.toNumber()).toBe(424);
    expect(api.registry.chainSS58).toBe(42);
    expect(api.registry.chainDecimals).toEqual([9]);
    const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
    const account = (await api.query['system']?.['account']?.(alice.address))?.toJSON() as { data: { free: number } };
    expect(BigInt(account.data.free)).toBeGreaterThan(1000n * TAO);
  });

  it('reads a price through a runtime API', async () => {
    const price = await api.call['swapRuntimeApi']?.['currentAlphaPrice']?.(1);
    expect(BigInt(String(price))).toBeGreaterThan(0n);
  });

  it('sends a transfer and sees it finalized with its events', async () => {
    const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
    const alice = keyring.addFromUri('//Alice');
    const bob = keyring.addFromUri('//Bob');
    const freeOf = async (address: string): Promise<bigint> => {
      const account = (await api.query['system']?.['account']?.(address))?.toJSON() as { data: { free: number } };
      return BigInt(account.data.free);
    };
    const before = await freeOf(bob.address);
    const transfer = api.tx['balances']?.['transferKeepAlive']?.(bob.address, 12n * TAO);
    expect(transfer).toBeDefined();
    const seen: string[] = [];
    const events = await new Promise<string[]>((resolve, reject) => {
      transfer
        ?.signAndSend(alice, (result) => {
          seen.push(result.status.type);
          if (result.isError) reject(new Error(result.status.type));
          if (!result.status.isFinalized) return;
          const records = result.events as unknown as readonly EventJson[];
          resolve(records.map(({ event }) => `${event.section}.${event.method}`));
        })
        .catch(reject);
    });
    expect(seen.filter((status) => status !== 'Broadcast')).toEqual(['Ready', 'InBlock', 'Finalized']);
    expect(events).toContain('balances.Transfer');
    expect(events.at(-1)).toBe('system.ExtrinsicSuccess');
    expect((await freeOf(bob.address)) - before).toBe(12n * TAO);
  });

  it('hears of new and finalized heads in order', async () => {
    const heads: number[] = [];
    const finalized: number[] = [];
    const stopHeads = await api.rpc.chain.subscribeNewHeads((head) => void heads.push(head.number.toNumber()));
    const stopFinalized = await api.rpc.chain.subscribeFinalizedHeads(
      (head) => void finalized.push(head.number.toNumber()),
    );
    await new Promise<void>((resolve) => {
      void api.rpc.chain.subscribeNewHeads(() => {
        if (heads.length > 4 && finalized.length > 4) resolve();
      });
    });
    stopHeads();
    stopFinalized();
    for (const list of [heads, finalized]) {
      expect(list).toEqual(list.map((_, index) => (list[0] ?? 0) + index));
    }
    expect(finalized[0]).toBeLessThan(heads[0] ?? 0);
  });

  it('sees play money arrive with an event', async () => {
    const stranger = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri('//Stranger');
    const { hash } = net.control.fund(stranger.address, 3n * TAO);
    const at = await api.at(hash);
    const events = (await at.query['system']?.['events']?.()) as unknown as readonly EventJson[];
    expect(events.map(({ event }) => `${event.section}.${event.method}`)).toContain('balances.Minted');
    const account = (await at.query['system']?.['account']?.(stranger.address))?.toJSON() as { data: { free: number } };
    expect(BigInt(account.data.free)).toBe(3n * TAO);
  });
});
