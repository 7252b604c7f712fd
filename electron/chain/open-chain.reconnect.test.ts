import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { RpcFault, SILENCE } from './testing/fake-node.ts';
import { Harness, untilStatus } from './testing/harness.ts';
import { hasSnapshots, SNAPSHOT_NOTE } from './testing/snapshots.ts';

const me = addressOf<Coldkey>(new Uint8Array(32).fill(7));
const signature = Uint8Array.of(1, ...new Uint8Array(64).fill(3));

describe.skipIf(!hasSnapshots)(`a chain client over time${SNAPSHOT_NOTE}`, () => {
  let harness = new Harness();
  beforeEach(() => {
    harness = new Harness();
  });
  afterEach(() => harness.cleanUp());

  it('hears each block once, also after many reconnections', async () => {
    const chain = await harness.chain();
    const client = harness.client([chain.url], { tuning: { backoffFirstMs: 1, backoffMaxMs: 2 } });
    await client.ready(30_000);
    await untilStatus(client, (status) => status.finalized !== undefined);
    for (let round = 0; round < 100; round += 1) {
      const subscribed = chain.node.count('chain_subscribeNewHeads');
      chain.node.dropAll();
      while (chain.node.count('chain_subscribeNewHeads') === subscribed)
        await new Promise((done) => setTimeout(done, 1));
    }
    await client.getAccounts([me]);
    const heard: number[] = [];
    const stop = client.watchBlocks(({ best }) => heard.push(best.blockNumber));
    chain.advance();
    await untilStatus(
      client,
      (status) => status.best?.blockNumber === chain.best && status.finalized?.blockNumber === chain.finalized,
    );
    stop();
    chain.advance();
    await untilStatus(client, (status) => status.best?.blockNumber === chain.best);
    expect(heard).toEqual([6]);
    expect(chain.node.clients.size).toBe(1);
  });

  it('does not fetch metadata again when it has it on disk', async () => {
    const chain = await harness.chain();
    const first = harness.client([chain.url]);
    await first.ready(30_000);
    await first.close();
    const asked = chain.node.count('state_call');
    const second = harness.client([chain.url]);
    await second.ready(30_000);
    expect(chain.node.count('state_call')).toBe(asked);
    expect(second.runtime().specVersion).toBe(424);
  });

  it('follows a runtime upgrade and refuses what was prepared before it', async () => {
    const chain = await harness.chain(365);
    const client = harness.client([chain.url]);
    await client.ready(30_000);
    const spec = { pallet: 'Balances', call: 'transfer_all', args: { dest: me, keep_alive: true } };
    const before = await client.prepare({ signer: me, callBytes: client.encodeCall(spec), nonce: 0, periodBlocks: 64 });
    expect(client.capabilities().allPrices).toBe(false);
    chain.upgrade(424);
    await untilStatus(client, (status) => status.specVersion === 424);
    expect(client.capabilities().allPrices).toBe(true);
    await client.ready(30_000);
    expect(() => client.assemble(before, signature)).toThrow(
      expect.objectContaining({ code: 'tx.spec_changed' }) as Error,
    );
    const after = await client.prepare({ signer: me, callBytes: client.encodeCall(spec), nonce: 0, periodBlocks: 64 });
    expect(client.decodePayload(after.payload).specVersion).toBe(424);
  });

  it('tells a dead subscription from a chain that stands still', async () => {
    const chain = await harness.chain();
    const tuning = { staleBlocks: 0, staleMinMs: 150 };
    const client = harness.client([chain.url], { tuning });
    await client.ready(30_000);
    await untilStatus(client, (status) => status.finalized !== undefined);
    const connections = chain.node.count('system_chain');
    await untilStatus(client, (status) => status.phase === 'stale');
    expect(chain.node.count('system_chain')).toBe(connections);
    chain.best += 1; // a block nobody was told of
    await untilStatus(client, (status) => status.best?.blockNumber === chain.best);
    expect(chain.node.count('system_chain')).toBeGreaterThan(connections);
  });

  describe('when submitting', () => {
    const prepared = async () => {
      const chain = await harness.chain();
      const client = harness.client([chain.url]);
      await client.ready(30_000);
      const callBytes = client.encodeCall({
        pallet: 'Balances',
        call: 'transfer_keep_alive',
        args: { dest: me, value: 1n },
      });
      const unsigned = await client.prepare({ signer: me, callBytes, nonce: 0, periodBlocks: 64 });
      return { chain, client, extrinsic: client.assemble(unsigned, signature) };
    };

    it('answers with the hash it computed itself', async () => {
      const { client, extrinsic } = await prepared();
      expect(await client.submit(extrinsic)).toBe(extrinsic.hash);
    });

    it('sends once and reports an unknown outcome when the connection breaks', async () => {
      const { chain, client, extrinsic } = await prepared();
      chain.node.on('author_submitExtrinsic', () => {
        chain.node.dropAll();
        return SILENCE;
      });
      await expect(client.submit(extrinsic)).rejects.toEqual(expect.objectContaining({ code: 'tx.unknown_outcome' }));
      await client.getAccounts([me]);
      expect(chain.node.count('author_submitExtrinsic')).toBe(1);
    });

    it('counts "already imported" as sent and forgets metadata whose signatures fail', async () => {
      const { chain, client, extrinsic } = await prepared();
      chain.node.on('author_submitExtrinsic', () => {
        throw new RpcFault(1013, 'Transaction Already Imported');
      });
      expect(await client.submit(extrinsic)).toBe(extrinsic.hash);
      chain.node.on('author_submitExtrinsic', () => {
        throw new RpcFault(1010, 'Invalid Transaction', 'Transaction has a bad signature');
      });
      await expect(client.submit(extrinsic)).rejects.toEqual(expect.objectContaining({ code: 'tx.pool_rejected' }));
      const asked = chain.node.count('state_call');
      await harness.client([chain.url]).ready(30_000);
      expect(chain.node.count('state_call')).toBeGreaterThan(asked);
    });

    it('finds the extrinsic in its block by hash and reads its fate there', async () => {
      const { chain, client, extrinsic } = await prepared();
      chain.blocks.set(6, ['0x1234', `0x${Buffer.from(extrinsic.bytes).toString('hex')}`]);
      chain.advance(2);
      expect(await client.findExtrinsic(extrinsic.hash, 1, 5)).toBeUndefined();
      chain.setEvents([chain.event('System', 'ExtrinsicSuccess', 1)]);
      const found = await client.findExtrinsic(extrinsic.hash, 1, 50);
      expect(found).toMatchObject({ index: 1, ok: true, block: { blockNumber: 6 } });
    });
  });
});
