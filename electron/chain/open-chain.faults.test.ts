import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NETWORKS } from '../../shared/constants/networks.ts';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { RpcFault, SILENCE } from './testing/fake-node.ts';
import { Harness, untilStatus } from './testing/harness.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from './testing/snapshots.ts';

const me = addressOf<Coldkey>(new Uint8Array(32).fill(7));
const DEAD = 'ws://127.0.0.1:1/';
const failing = (code: string): unknown => expect.objectContaining({ code });

describe.skipIf(!hasSnapshots)(`a faulty endpoint${SNAPSHOT_NOTE}`, () => {
  let harness = new Harness();
  const servers: Server[] = [];
  beforeEach(() => {
    harness = new Harness();
  });
  afterEach(async () => {
    await harness.cleanUp();
    for (const server of servers.splice(0)) server.close();
  });

  /** A TCP server that does whatever it likes with its connections. */
  const tcp = async (onData: (write: (text: string) => void) => void): Promise<string> => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => onData((text) => socket.write(text)));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  };

  it('that is dead ends in chain.offline', async () => {
    const client = harness.client([DEAD]);
    await untilStatus(client, (status) => status.endpoints[0]?.problem !== undefined);
    await expect(client.ready(1)).rejects.toEqual(failing('chain.offline'));
    // Between two tries; during one it is connecting.
    await untilStatus(
      client,
      ({ endpoints: [dead] }) => dead?.state === 'failing' && dead.problem?.code === 'chain.offline',
    );
  });

  it('that is dead is passed over for the next', async () => {
    const good = await harness.chain();
    const client = harness.client([DEAD, good.url]);
    await client.ready(30_000);
    expect(client.status()).toMatchObject({ phase: 'online', activeUrl: good.url });
  });

  it('that accepts and never answers is left at the deadline', async () => {
    const silent = await tcp(() => undefined);
    const good = await harness.chain();
    const client = harness.client([silent, good.url], { tuning: { connectDeadlineMs: 1_000 } });
    await client.ready(30_000);
    expect(client.status().activeUrl).toBe(good.url);
    expect(client.status().endpoints[0]?.problem?.code).toBe('chain.timeout');
  });

  it('that trickles one byte at a time is left at the total deadline', async () => {
    const slow = await tcp((write) => {
      let at = 0;
      const text = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n';
      const timer = setInterval(() => write(text[at++ % text.length] ?? ''), 50);
      servers.at(-1)?.once('close', () => clearInterval(timer));
    });
    const good = await harness.chain();
    const client = harness.client([slow, good.url], { tuning: { connectDeadlineMs: 1_000 } });
    await client.ready(30_000);
    expect(client.status().activeUrl).toBe(good.url);
  });

  it('that answers the handshake but not a call is left for one that does', async () => {
    const [bad, good] = [await harness.chain(), await harness.chain()];
    bad.node.on('state_queryStorageAt', () => SILENCE);
    bad.node.on('chain_subscribeNewHeads', () => SILENCE);
    const client = harness.client([bad.url, good.url], { tuning: { callDeadlineMs: 1_500 } });
    await client.ready(30_000);
    await client.getAccounts([me]).catch(() => undefined);
    await untilStatus(client, (status) => status.activeUrl === good.url);
    expect((await client.getAccounts([me])).value).toHaveLength(1);
  });

  it('of another chain is quarantined, and no account was named to it', async () => {
    const wrong = await harness.chain();
    const client = harness.client([wrong.url], { network: NETWORKS.finney });
    const reading = client.getAccounts([me]);
    await expect(reading).rejects.toEqual(failing('chain.wrong_genesis'));
    expect(client.status()).toMatchObject({ phase: 'quarantined', problem: { code: 'chain.wrong_genesis' } });
    await expect(
      client.prepare({ signer: me, callBytes: new Uint8Array(), nonce: 0, periodBlocks: 64 }),
    ).rejects.toEqual(failing('chain.wrong_genesis'));
    expect(wrong.node.calls).not.toContain('state_queryStorageAt');
    expect(wrong.node.calls).not.toContain('system_accountNextIndex');
  });

  it('that serves a named network is refused under another choice', async () => {
    const finney = await harness.chain();
    finney.genesis = NETWORKS.finney.genesisHash ?? '';
    const client = harness.client([finney.url]);
    await expect(client.ready(30_000)).rejects.toEqual(failing('chain.wrong_genesis'));
  });

  it('whose genesis changes after a reconnection is quarantined', async () => {
    const chain = await harness.chain();
    const client = harness.client([chain.url]);
    await client.ready(30_000);
    chain.genesis = `0x${'cd'.repeat(32)}`;
    chain.node.dropAll();
    await untilStatus(client, (status) => status.phase === 'quarantined');
    await expect(client.getAccounts([me])).rejects.toEqual(failing('chain.wrong_genesis'));
  });

  it.each([
    ['malformed JSON', '{"jsonrpc":', 'chain.reply_malformed'],
    ['an answer to nothing', '{"jsonrpc":"2.0","id":999,"result":1}', 'chain.reply_malformed'],
    ['a second answer', '{"jsonrpc":"2.0","id":1,"result":1}', 'chain.reply_malformed'],
    ['a text id', '{"jsonrpc":"2.0","id":"1","result":1}', 'chain.reply_malformed'],
    ['a batch', '[]', 'chain.reply_malformed'],
    ['an HTML page', '<!doctype html><h1>Too many</h1>', 'chain.rate_limited'],
  ])('that sends %s is dropped and failed over', async (_, text, code) => {
    const [bad, good] = [await harness.chain(), await harness.chain()];
    const client = harness.client([bad.url, good.url]);
    await client.ready(30_000);
    bad.node.sendRaw(text);
    await untilStatus(client, (status) => status.endpoints[0]?.problem?.code === code);
    // Gone for good, so that a slow machine cannot wander back to it.
    await bad.node.stop();
    await untilStatus(client, (status) => status.activeUrl === good.url);
    expect((await client.getAccounts([me])).value).toHaveLength(1);
  });

  it('that sends a huge frame is dropped', async () => {
    const [bad, good] = [await harness.chain(), await harness.chain()];
    const tuning = { frameBytes: 100_000, largeFrameBytes: 2_000_000 };
    const client = harness.client([bad.url, good.url], { tuning });
    await client.ready(30_000);
    bad.node.sendRaw(`"${'x'.repeat(200_000)}"`);
    await untilStatus(client, (status) => status.activeUrl === good.url);
    expect(client.status().endpoints[0]?.problem?.code).toBe('chain.reply_too_large');
    good.node.sendRaw(`"${'x'.repeat(3_000_000)}"`);
    await untilStatus(client, (status) => status.endpoints[1]?.problem?.code === 'chain.reply_too_large');
  });

  it('that answers 429 is given a pause', async () => {
    const limited = await tcp((write) => write('HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n'));
    const client = harness.client([limited]);
    await untilStatus(client, (status) => status.endpoints[0]?.problem !== undefined);
    await expect(client.ready(1)).rejects.toEqual(failing('chain.rate_limited'));
  });

  it('whose error texts are hostile never gets a word of them through', async () => {
    const chain = await harness.chain();
    const text = '<script>download http://example.invalid</script>\u001b[31m\u202e';
    chain.node.on('state_queryStorageAt', () => {
      throw new RpcFault(-32000, text, text);
    });
    const client = harness.client([chain.url]);
    const error: unknown = await client.getAccounts([me]).catch((caught: unknown) => caught);
    expect(error).toEqual(failing('chain.rpc_failed'));
    expect(JSON.stringify((error as { toShape(): unknown }).toShape())).not.toContain('example');
  });

  it('that lies about the nonce is not followed', async () => {
    const chain = await harness.chain();
    chain.nextIndex = 500;
    const client = harness.client([chain.url]);
    await expect(client.getNextNonce(me)).rejects.toEqual(failing('chain.nonce_disagrees'));
  });

  it('that leaves a storage key unanswered is not read as "nothing there"', async () => {
    const chain = await harness.chain();
    chain.node.on('state_queryStorageAt', ([, block]) => [{ block, changes: [] }]);
    const client = harness.client([chain.url]);
    await expect(client.getAccounts([me])).rejects.toEqual(failing('chain.reply_malformed'));
  });

  it.each([
    ['empty', new Uint8Array()],
    ['of version 13', Uint8Array.of(0x6d, 0x65, 0x74, 0x61, 13)],
    ['of version 99', Uint8Array.of(0x6d, 0x65, 0x74, 0x61, 99)],
    ['noise', new Uint8Array(100_000).fill(0x41)],
  ])('with metadata %s is refused', async (_, metadata) => {
    const chain = await harness.chain();
    chain.metadata = metadata;
    chain.node.on('state_getMetadata', () => `0x${Buffer.from(metadata).toString('hex')}`);
    const client = harness.client([chain.url]);
    await untilStatus(client, (status) => status.endpoints[0]?.problem !== undefined);
    await expect(client.ready(1)).rejects.toEqual(failing('chain.metadata_invalid'));
  });

  it('with altered metadata makes signatures the real chain refuses, not another action', async () => {
    const [honest, liar] = [await harness.chain(), await harness.chain()];
    const altered = Buffer.from(liar.metadata);
    altered.write('transfer_keep_alivf', altered.indexOf('transfer_keep_alive'));
    liar.metadata = new Uint8Array(altered);
    liar.node.on('state_getStorageHash', () => `0x${'99'.repeat(32)}`);
    const digests = await Promise.all(
      [honest, liar].map(async (chain) => {
        const client = harness.client([chain.url]);
        await client.ready(30_000);
        const callBytes = client.encodeCall({
          pallet: 'Balances',
          call: 'transfer_all',
          args: { dest: me, keep_alive: true },
        });
        const unsigned = await client.prepare({ signer: me, callBytes, nonce: 0, periodBlocks: 64 });
        return client.decodePayload(unsigned.payload).metadataHash;
      }),
    );
    expect(digests[0]).toBeDefined();
    expect(digests[1]).toBeDefined();
    expect(digests[1]).not.toBe(digests[0]);
  });
});
