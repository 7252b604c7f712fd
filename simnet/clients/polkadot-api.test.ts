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

  it('reads the chain, an account and a price', async () => {
    const spec = await client.getChainSpecData();
    expect(spec.name).toBe('Soma practice');
    expect(spec.properties).toMatchObject({ ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' });
    const api = client.getUnsafeApi();
    const account = (await api.query.System.Account.getValue(ALICE)) as { data: { free: bigint } };
    expect(account.data.free).toBeGreaterThan(1000n * TAO);
    const price = (await api.apis.SwapRuntimeApi.current_alpha_price(1)) as bigint;
    expect(price).toBeGreaterThan(0n);
    const accounts = await api.query.System.Account.getEntries();
    expect(accounts.length).toBeGreaterThan(5);
  });

  it('sends a transfer and sees it finalized with its events', async () => {
    const api = client.getUnsafeApi();
    const freeOf = async (who: string): Promise<bigint> =>
      ((await api.query.System.Account.getValue(who)) as { data: { free: bigint } }).data.free;
    const before = await freeOf(BOB);
    const transfer = api.tx.Balances.transfer_keep_alive({ dest: Enum('Id', BOB), value: 7n * TAO });
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
    const api = client.getUnsafeApi();
    const transfer = api.tx.Balances.transfer_keep_alive({ dest: Enum('Id', BOB), value: TAO });
    await expect(transfer.signAndSubmit(signerOf('//Nobody'))).rejects.toThrow(/Payment/u);
  });
});
