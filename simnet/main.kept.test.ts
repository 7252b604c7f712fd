import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleMain, type Child, type Main, startChild } from './child.test-support.ts';
import { BOB, RpcClient, TAO, transferTo } from './node/rpc-client.test-support.ts';
import { bytesOf } from './runtime/hex.ts';
import { Account } from './runtime/storage/system.ts';
import { devAccounts } from './scenarios/dev-accounts.ts';

describe('the process of the practice network, killed and started again', () => {
  let main: Main;
  let file: string;
  let child: Child;
  let client: RpcClient;

  beforeAll(async () => {
    main = await bundleMain();
  });
  afterAll(() => main.remove());
  beforeEach(() => {
    file = join(main.dir, 'practice', 'chain.state');
  });
  afterEach(async () => {
    client.close();
    await child.kill();
    await rm(join(main.dir, 'practice'), { recursive: true, force: true });
  });

  /** Starts it with blocks made on demand only; answers with what it said before it was ready. */
  async function start(): Promise<string[]> {
    child = startChild(main, ['--block-time-ms', '3600000', '--state-file', file]);
    const notices: string[] = [];
    for (;;) {
      const { type, notice, url } = await child.next();
      if (type === 'notice') notices.push(notice ?? '');
      if (type !== 'ready') continue;
      client = await RpcClient.open(url ?? '');
      return notices;
    }
  }

  async function fund(): Promise<void> {
    child.process.send({ type: 'fund', id: 1, address: BOB, rao: (100n * TAO).toString() });
    expect(await child.next()).toEqual({ type: 'funded', id: 1 });
  }

  /** Bob's free rao on the best chain. */
  async function free(): Promise<bigint> {
    const bob = devAccounts().find(({ name }) => name === 'Bob');
    if (bob === undefined) throw new Error('no Bob');
    const key = Account.keyOf(bob.accountId);
    const stored = await client.call<string>('state_getStorage', `0x${key}`);
    return Account.get({ get: () => bytesOf(stored), keys: () => [] }, bob.accountId).data.free;
  }

  /** Mines until `blocks` more are final. */
  async function mine(blocks: number): Promise<void> {
    const heads = await client.subscribe('chain_subscribeFinalizedHeads');
    const before = heads.all.length;
    while (heads.all.length < before + blocks) {
      child.process.send({ type: 'mine' });
      await client.settle();
    }
  }

  it('has the money and the transaction that were final, and the same genesis', async () => {
    expect(await start()).toEqual([]);
    const genesis = await client.call('chain_getBlockHash', 0);
    await fund();
    await client.call('author_submitExtrinsic', await transferTo(client));
    await mine(3);
    const had = await free();
    const [height, hash] = [2, await client.call('chain_getBlockHash', 2)];
    const body = await client.call('chain_getBlock', hash);
    client.close();
    await child.kill();

    expect(await start()).toEqual(['resumed']);
    expect(await client.call('chain_getBlockHash', 0)).toBe(genesis);
    expect(await client.call('chain_getBlockHash', height)).toBe(hash);
    expect(await client.call('chain_getBlock', hash)).toEqual(body);
    expect(await free()).toBe(had);
    const parent = await client.call<{ parentHash: string }>('chain_getHeader');
    expect(await client.call('chain_getFinalizedHead')).toBe(parent.parentHash);
    const older = await client.call('chain_getBlockHash', 1);
    expect(await client.failure('state_getStorage', '0x00', older)).toMatchObject({ code: 4003 });
    await mine(2);
  });

  it('keeps even what was not final when the app goes and it can end in order', async () => {
    await start();
    const before = await free();
    await fund();
    client.close();
    child.process.disconnect();
    expect(await child.exited).toBe(0);
    await start();
    expect((await free()) - before).toBe(100n * TAO);
  });

  it('says that it begins anew when the file is damaged', async () => {
    await start();
    const before = await free();
    await fund();
    await mine(3);
    client.close();
    await child.kill();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0, bytes.length - 100));
    expect(await start()).toEqual(['damaged']);
    expect(await free()).toBe(before);
  });
});
