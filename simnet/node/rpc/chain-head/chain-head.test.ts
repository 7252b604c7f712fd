import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simnet, startSimnet } from '../../../index.ts';
import { openNet, type RpcClient, type Told, transferTo } from '../../rpc-client.test-support.ts';

interface FollowEvent {
  readonly event: string;
  readonly [field: string]: unknown;
}

describe('a chainHead follower', () => {
  let net: Simnet;
  let client: RpcClient;
  let told: Told;

  beforeEach(async () => {
    net = await startSimnet({ scenario: 'demo', manual: true });
    client = await openNet(net);
    net.control.mine(4);
    told = await client.subscribe('chainHead_v1_follow', true);
    await client.settle();
  });
  afterEach(async () => {
    client.close();
    await net.stop();
  });

  const events = (): FollowEvent[] => told.all as FollowEvent[];
  const names = (): string[] => events().map(({ event }) => event);
  const since = async (): Promise<FollowEvent[]> => {
    await client.settle();
    return (told.all.splice(0) as FollowEvent[]).slice();
  };

  it('is told of the finalized block, all that grew from it, and the best', () => {
    expect(names()).toEqual(['initialized', 'newBlock', 'newBlock', 'bestBlockChanged']);
    expect(events()[0]).toMatchObject({
      finalizedBlockHashes: [net.control.finalized.hash],
      finalizedBlockRuntime: { type: 'valid', spec: { specVersion: 424 } },
    });
    expect(events()[3]).toMatchObject({ bestBlockHash: net.control.best.hash });
  });

  it('hears of a branch before it becomes best, and which blocks finality ruled out', async () => {
    await since();
    const lost = net.control.best;
    const tip = net.control.reorg(1);
    const heard = await since();
    expect(heard.map(({ event }) => event)).toEqual(['newBlock', 'newBlock', 'bestBlockChanged', 'finalized']);
    expect(heard[2]).toMatchObject({ bestBlockHash: tip.hash });
    expect(heard[3]).toMatchObject({ prunedBlockHashes: [] });
    net.control.mine();
    const last = (await since()).at(-1);
    expect(last).toMatchObject({ event: 'finalized', prunedBlockHashes: [lost.hash] });
  });

  it('announces a new runtime with the block that has it', async () => {
    await since();
    net.control.upgrade(430);
    expect((await since())[0]).toMatchObject({ event: 'newBlock', newRuntime: { spec: { specVersion: 430 } } });
    net.control.mine();
    expect((await since())[0]).toMatchObject({ event: 'newBlock', newRuntime: null });
  });

  it('answers operations by events after the reply that names them', async () => {
    const { hash } = net.control.finalized;
    await since();
    const [body, read, called] = await Promise.all([
      client.call<{ operationId: string }>('chainHead_v1_body', told.id, hash),
      client.call<{ operationId: string }>('chainHead_v1_storage', told.id, hash, [
        { key: '0x3a636f6465', type: 'hash' },
        { key: '0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9', type: 'descendantsValues' },
        { key: '0x26aa394eea5630e07c48ae0c9558cef7', type: 'closestDescendantMerkleValue' },
        { key: '0xdead', type: 'value' },
      ]),
      client.call<{ operationId: string }>('chainHead_v1_call', told.id, hash, 'No_such_api', '0x'),
    ]);
    const heard = await since();
    expect(heard.find((each) => each['operationId'] === body.operationId)).toMatchObject({
      event: 'operationBodyDone',
    });
    const items = heard.filter((each) => each['operationId'] === read.operationId);
    expect(items.map(({ event }) => event)).toEqual(['operationStorageItems', 'operationStorageDone']);
    expect((items[0]?.['items'] as unknown[] | undefined)?.length).toBeGreaterThan(6);
    expect(heard.find((each) => each['operationId'] === called.operationId)).toMatchObject({ event: 'operationError' });
  });

  it('loses what it unpins, all or nothing', async () => {
    const [, first, second] = events().map((event) => event['blockHash'] as string);
    expect(await client.failure('chainHead_v1_unpin', told.id, [first, first])).toMatchObject({ code: -32_804 });
    expect(await client.failure('chainHead_v1_unpin', told.id, [first, '0x00'])).toMatchObject({ code: -32_801 });
    expect(await client.call('chainHead_v1_header', told.id, first)).toMatch(/^0x/u);
    expect(await client.call('chainHead_v1_unpin', told.id, [first, second])).toBeNull();
    expect(await client.failure('chainHead_v1_header', told.id, first)).toMatchObject({ code: -32_801 });
  });

  it('is told to stop when the chain is put back', async () => {
    const point = net.control.snapshot();
    net.control.mine(3);
    await since();
    point.restore();
    net.control.mine();
    expect((await since()).map(({ event }) => event)).toEqual(['stop']);
    expect(await client.call('chainHead_v1_header', told.id, net.control.best.hash)).toBeNull();
    expect(await client.call('chainHead_v1_body', told.id, net.control.best.hash)).toEqual({ result: 'limitReached' });
  });

  it('may broadcast, and watch a transaction to finality', async () => {
    const watched = await client.subscribe('transactionWatch_v1_submitAndWatch', await transferTo(client));
    const operation = await client.call<string>('transaction_v1_broadcast', await transferTo(client, { nonce: 1 }));
    const block = net.control.mine();
    net.control.mine(2);
    await client.settle();
    expect(watched.all).toEqual([
      { event: 'validated' },
      { event: 'bestChainBlockIncluded', block: { hash: block.hash, index: 1 } },
      { event: 'finalized', block: { hash: block.hash, index: 1 } },
    ]);
    expect(await client.call('transaction_v1_stop', operation)).toBeNull();
    expect(await client.failure('transaction_v1_stop', operation)).toMatchObject({ code: -32_602 });
    const refused = await client.subscribe(
      'transactionWatch_v1_submitAndWatch',
      await transferTo(client, { nonce: 0 }),
    );
    await client.settle();
    expect(refused.all).toEqual([{ event: 'invalid', error: 'Transaction is outdated' }]);
  });
});
