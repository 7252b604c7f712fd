import { Keyring } from '@polkadot/keyring';
import { DedotClient, WsProvider } from 'dedot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../index.ts';

const TAO = 1_000_000_000n;

interface Account {
  readonly nonce: number;
  readonly data: { readonly free: bigint };
}

describe.each(['new', 'legacy'] as const)('dedot over the %s JSON-RPC', (rpcVersion) => {
  let net: Simnet;
  let client: DedotClient;
  const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });

  beforeAll(async () => {
    net = await startSimnet({ scenario: 'demo', seed: 1, blockTimeMs: 150 });
    client = await DedotClient.new({
      provider: new WsProvider(net.url),
      rpcVersion: rpcVersion === 'new' ? 'v2' : 'legacy',
    });
  });
  afterAll(async () => {
    await client.disconnect();
    await net.stop();
  });

  it('reads an account and a price', async () => {
    const alice = keyring.addFromUri('//Alice');
    const account = (await client.query['system']['account'](alice.address)) as Account;
    expect(account.data.free).toBeGreaterThan(1000n * TAO);
    const price = (await client.call['swapRuntimeApi']?.['currentAlphaPrice']?.(1)) as bigint;
    expect(price).toBeGreaterThan(0n);
  });

  it('sends a transfer and sees it finalized with its events', async () => {
    const alice = keyring.addFromUri('//Alice');
    const bob = keyring.addFromUri('//Bob');
    const freeOf = async (): Promise<bigint> =>
      ((await client.query['system']['account'](bob.address)) as Account).data.free;
    const before = await freeOf();
    const transfer = client.tx['balances']['transferKeepAlive'](bob.address, 3n * TAO);
    const done = await transfer.signAndSend(alice).untilFinalized();
    expect(done.status.type).toBe('Finalized');
    const names = done.events.map(({ event }) => {
      const { pallet, palletEvent } = event as { pallet: string; palletEvent: string | { name: string } };
      return `${pallet}.${typeof palletEvent === 'string' ? palletEvent : palletEvent.name}`;
    });
    expect(names).toContain('Balances.Transfer');
    expect(names.at(-1)).toBe('System.ExtrinsicSuccess');
    expect(await freeOf()).toBe(before + 3n * TAO);
  });
});
