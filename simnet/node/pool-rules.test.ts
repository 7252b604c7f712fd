import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../index.ts';
import { openNet, type RpcClient, TAO, transferTo } from './rpc-client.test-support.ts';

describe('what the pool takes and refuses, in the words of a Substrate node', () => {
  let net: Simnet;
  let client: RpcClient;

  beforeEach(async () => {
    net = await startSimnet({ scenario: 'demo', manual: true });
    client = await openNet(net);
    net.control.mine();
  });
  afterEach(async () => {
    client.close();
    await net.stop();
  });

  const submit = (extrinsic: string) => client.failure('author_submitExtrinsic', extrinsic);

  it('refuses the same transaction twice, and a second one with its nonce', async () => {
    const extrinsic = await transferTo(client);
    expect(await submit(extrinsic)).toBeUndefined();
    expect(await submit(extrinsic)).toMatchObject({ code: 1013 });
    expect(await submit(await transferTo(client, { amount: 2n * TAO }))).toMatchObject({
      code: 1014,
      message: 'Priority is too low: (1 vs 1)',
    });
  });

  it('refuses what was included already, at first as banned', async () => {
    const extrinsic = await transferTo(client);
    await submit(extrinsic);
    net.control.mine();
    expect(await submit(extrinsic)).toMatchObject({ code: 1012 });
    const stale = await transferTo(client, { nonce: 0, amount: 3n * TAO });
    expect(await submit(stale)).toMatchObject({
      code: 1010,
      message: 'Invalid Transaction',
      data: 'Transaction is outdated',
    });
  });

  it('names a bad signature, an empty account and bytes that are no extrinsic', async () => {
    const spoiled = await transferTo(client, { specVersion: 1 });
    expect(await submit(spoiled)).toMatchObject({ code: 1010, data: 'Transaction has a bad signature' });
    expect(await submit(spoiled)).toMatchObject({ code: 1012 });
    expect(await submit(await transferTo(client, { from: 'Nobody' }))).toMatchObject({
      code: 1010,
      data: 'Inability to pay some fees (e.g. account balance too low)',
    });
    expect(await submit('0x1234')).toMatchObject({ code: 1001 });
    expect(await submit('not hex')).toMatchObject({ code: -32_602 });
  });

  it('lets later nonces wait, counts them, and includes all in order', async () => {
    const [first, second, third] = [
      await transferTo(client, { nonce: 0 }),
      await transferTo(client, { nonce: 1 }),
      await transferTo(client, { nonce: 2 }),
    ];
    const told = await client.subscribe('author_submitAndWatchExtrinsic', third);
    await submit(second);
    const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
    expect(await client.call('system_accountNextIndex', alice)).toBe(0);
    await submit(first);
    expect(await client.call('system_accountNextIndex', alice)).toBe(3);
    const block = net.control.mine();
    await client.settle();
    expect(told.all.map((status) => (typeof status === 'string' ? status : Object.keys(status as object)[0]))).toEqual([
      'future',
      'ready',
      'broadcast',
      'inBlock',
    ]);
    const body = await client.call<{ block: { extrinsics: string[] } }>('chain_getBlock', block.hash);
    expect(body.block.extrinsics.slice(1)).toEqual([first, second, third]);
    expect(await client.call('system_accountNextIndex', alice)).toBe(3);
  });

  it('keeps what only an operator may do to itself', async () => {
    for (const method of ['author_removeExtrinsic', 'author_hasKey', 'author_insertKey', 'system_dryRun']) {
      expect(await client.failure(method)).toMatchObject({ code: -32_601 });
    }
    const { methods } = await client.call<{ methods: string[] }>('rpc_methods');
    expect(methods.filter((name) => /fund|faucet|mine|fork|setStorage|evm|dev_/u.test(name))).toEqual([]);
  });
});
