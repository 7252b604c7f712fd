import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../index.ts';
import { openNet, RpcClient } from './rpc-client.test-support.ts';

describe('the server', () => {
  let net: Simnet;
  beforeAll(async () => {
    net = await startSimnet({ scenario: 'demo', manual: true });
  });
  afterAll(() => net.stop());

  const post = (body: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> =>
    new Promise((done, failed) => {
      const sent = request(net.httpUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      });
      sent.on('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, text }));
      });
      sent.on('error', failed);
      sent.end(body);
    });
  const ask = async (body: unknown): Promise<unknown> => JSON.parse((await post(JSON.stringify(body))).text);

  it('refuses whatever comes from a web page', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system_chain', params: [] });
    expect((await post(body, { origin: 'http://localhost:3000' })).status).toBe(403);
    expect((await post(body, { origin: 'null' })).status).toBe(403);
    expect((await post(body, { host: 'rebound.example' })).status).toBe(403);
    expect((await post(body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(body)).status).toBe(200);
    await expect(RpcClient.open(net.url, { origin: 'https://polkadot.js.org' })).rejects.toThrow('403');
    await expect(RpcClient.open(net.url, { host: 'rebound.example' })).rejects.toThrow('403');
  });

  it('answers batches, in order, and leaves out what wants no reply', async () => {
    expect(
      await ask([
        { jsonrpc: '2.0', id: 'a', method: 'system_chain' },
        { jsonrpc: '2.0', method: 'system_chain' },
        { jsonrpc: '2.0', id: 2, method: 'nothing_here', params: [] },
        7,
      ]),
    ).toEqual([
      { jsonrpc: '2.0', id: 'a', result: 'Soma practice' },
      { jsonrpc: '2.0', id: 2, error: { code: -32_601, message: 'Method not found' } },
      { jsonrpc: '2.0', id: null, error: { code: -32_600, message: 'Invalid Request' } },
    ]);
    expect(await ask([])).toMatchObject({ error: { code: -32_600 } });
    expect(JSON.parse((await post('{')).text)).toMatchObject({ error: { code: -32_700 } });
  });

  it('knows no method by the names of JavaScript', async () => {
    for (const method of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(await ask({ jsonrpc: '2.0', id: 1, method })).toMatchObject({ error: { code: -32_601 } });
    }
  });

  it('offers no subscription over plain HTTP', async () => {
    for (const method of ['chain_subscribeNewHeads', 'state_subscribeStorage', 'chainHead_v1_follow']) {
      expect(await ask({ jsonrpc: '2.0', id: 1, method, params: [[]] })).toMatchObject({ error: { code: -32_601 } });
    }
  });

  it('ends a subscription when asked, once', async () => {
    const client = await openNet(net);
    const heads = await client.subscribe('chain_subscribeNewHeads');
    net.control.mine();
    await client.settle();
    expect(heads.all).toHaveLength(2);
    expect(await client.call('chain_unsubscribeNewHeads', heads.id)).toBe(true);
    expect(await client.call('chain_unsubscribeNewHeads', heads.id)).toBe(false);
    net.control.mine();
    await client.settle();
    expect(heads.all).toHaveLength(2);
    client.close();
  });

  it('pages keys in order and refuses a page that is too long', async () => {
    const client = await openNet(net);
    const all = await client.call<string[]>('state_getKeysPaged', '0x', 1000, null);
    const paged: string[] = [];
    for (let start: string | null = null; ; start = paged.at(-1) ?? null) {
      const page = await client.call<string[]>('state_getKeysPaged', '0x', 97, start);
      paged.push(...page);
      if (page.length < 97 || paged.length >= 1000) break;
    }
    expect(paged.slice(0, all.length)).toEqual(all.slice(0, paged.length));
    expect([...all].sort()).toEqual(all);
    expect(await client.failure('state_getKeysPaged', '0x', 1001, null)).toMatchObject({ code: 4002 });
    client.close();
  });
});
