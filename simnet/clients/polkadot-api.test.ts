import {
  keyExtractSuri,
  keyFromPath,
  mnemonicToMiniSecret,
  sr25519PairFromSeed,
  sr25519Sign,
} from '@polkadot/util-crypto';
import { createClient, Enum, type PolkadotClient } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { getWsProvider } from 'polkadot-api/ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Simnet, startSimnet } from '../index.ts';

const TAO = 1_000_000_000n;
const DEV_PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';

function signerOf(path: string) {
  const root = sr25519PairFromSeed(mnemonicToMiniSecret(DEV_PHRASE));
  const pair = keyFromPath(root, keyExtractSuri(DEV_PHRASE + path).path, 'sr25519');
  return getPolkadotSigner(pair.publicKey, 'Sr25519', (message) => sr25519Sign(message, pair));
}

interface Account {
  readonly data: { readonly free: bigint };
}

describe('polkadot-api, a client that speaks only the new JSON-RPC', () => {
  let net: Simnet;
  let client: PolkadotClient;

  beforeAll(async () => {
    net = await startSimnet({ scenario: 'demo', seed: 1, blockTimeMs: 150 });
    client = createClient(getWsProvider(net.url, { websocketClass: WebSocket as never }));
  });
  afterAll(async () => {
    client.destroy();
    await net.stop();
  });

  const freeOf = async (who: string): Promise<bigint> => {
    const account = (await client.getUnsafeApi().query['System']?.['Account']?.getValue(who)) as Account | undefined;
    if (account === undefined) throw new Error('no System.Account in the metadata');
    return account.data.free;
  };
  const transferOf = (value: bigint) => {
    const transfer = client.getUnsafeApi().tx['Balances']?.['transfer_keep_alive'];
    if (transfer === undefined) throw new Error('no Balances.transfer_keep_alive in the metadata');
    return transfer({ dest: Enum('Id', BOB), value });
  };

  it('reads the chain, an account and a price', async () => {
    const spec = await client.getChainSpecData();
    expect(spec.name).toBe('Soma practice');
    expect(spec.properties).toMatchObject({ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' });
    const api = client.getUnsafeApi();
    expect(await freeOf(ALICE)).toBeGreaterThan(1000n * TAO);
    const price = (await api.apis['SwapRuntimeApi']?.['current_alpha_price']?.(1)) as bigint;
    expect(price).toBeGreaterThan(0n);
    const accounts = await api.query['System']?.['Account']?.getEntries();
    expect(accounts?.length).toBeGreaterThan(5);
  });

  it('sends a transfer and sees it finalized with its events', async () => {
    const before = await freeOf(BOB);
    const transfer = transferOf(7n * TAO);
    const done = await transfer.signAndSubmit(signerOf('//Alice'));
    expect(done.ok).toBe(true);
    const names = done.events.map((event) => {
      const { type, value } = event as { type: string; value: { type: string } };
      return `${type}.${value.type}`;
    });
    expect(names).toContain('Balances.Transfer');
    expect(names.at(-1)).toBe('System.ExtrinsicSuccess');
    expect((await freeOf(BOB)) - before).toBe(7n * TAO);
  });

  it('is told when a transaction can never be included', async () => {
    await expect(transferOf(TAO).signAndSubmit(signerOf('//Nobody'))).rejects.toThrow(/Payment/u);
  });
});
