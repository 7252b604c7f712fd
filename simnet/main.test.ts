import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleMain, type Child, type Main, startChild } from './child.test-support.ts';
import { BOB, RpcClient } from './node/rpc-client.test-support.ts';

describe('the practice network as a process of its own', () => {
  let main: Main;
  let child: Child | undefined;

  beforeAll(async () => {
    main = await bundleMain();
  });
  afterAll(() => main.remove());
  afterEach(() => child?.kill());

  function start(...args: string[]): Child {
    child = startChild(main, args);
    return child;
  }

  it('says where it listens, pays when its parent asks, and refuses what it cannot pay', async () => {
    const { next, exited } = start('--block-time-ms', '3600000');
    const ready = await next();
    expect(ready.type).toBe('ready');
    expect(ready.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/u);
    child?.process.send({ type: 'fund', id: 7, address: BOB, rao: '100000000000' });
    expect(await next()).toEqual({ type: 'funded', id: 7 });
    child?.process.send({ type: 'fund', id: 8, address: 'nobody', rao: '1' });
    child?.process.send({ type: 'fund', id: 9, address: BOB, rao: '-1' });
    child?.process.send({ type: 'nonsense', id: 10 });
    child?.process.send('text');
    expect(await next()).toMatchObject({ type: 'failed', id: 8 });
    expect(await next()).toMatchObject({ type: 'failed', id: 9 });
    const client = await RpcClient.open(ready.url ?? '');
    const header = await client.call<{ number: string }>('chain_getHeader');
    expect(header.number).toBe('0x1');
    client.close();
    child?.process.send({ type: 'stop' });
    expect(await exited).toBe(0);
  });

  it('makes blocks by itself', async () => {
    const { next } = start('--block-time-ms', '50', '--scenario', 'edge');
    const { url } = await next();
    const client = await RpcClient.open(url ?? '');
    const heads = await client.subscribe('chain_subscribeNewHeads');
    while (heads.all.length < 3) await client.settle();
    client.close();
  });

  it('is a runtime with root baskets when asked', async () => {
    for (const [args, specVersion] of [
      [[], 424],
      [['--root-baskets'], 459],
    ] as const) {
      const { next } = start(...args);
      const { url } = await next();
      const client = await RpcClient.open(url ?? '');
      const version = await client.call<{ specVersion: number }>('state_getRuntimeVersion');
      expect(version.specVersion).toBe(specVersion);
      client.close();
      await child?.kill();
    }
  });

  it('ends when its parent goes', async () => {
    const { next, exited } = start();
    await next();
    child?.process.disconnect();
    expect(await exited).toBe(0);
  });
});
