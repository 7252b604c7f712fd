import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BOB, RpcClient } from './node/rpc-client.test-support.ts';

interface FromChild {
  readonly type: string;
  readonly url?: string;
  readonly id?: number;
  readonly message?: string;
}

describe('the practice network as a process of its own', () => {
  let dir: string;
  let script: string;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'simnet-'));
    script = join(dir, 'main.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'main.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      logLevel: 'error',
      external: ['bufferutil', 'utf-8-validate'],
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    });
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));
  afterEach(() => void child?.kill('SIGKILL'));

  /** Starts it with a message channel; `next` waits for its next message. */
  function start(...args: string[]): { next: () => Promise<FromChild>; exited: Promise<number | null> } {
    const started = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {},
    });
    child = started;
    const queue: FromChild[] = [];
    let wake: () => void = () => undefined;
    started.on('message', (message) => {
      queue.push(message as FromChild);
      wake();
    });
    const next = async (): Promise<FromChild> => {
      while (queue.length === 0) {
        await new Promise<void>((woken) => {
          wake = woken;
        });
      }
      return queue.shift() as FromChild;
    };
    return { next, exited: new Promise((ended) => void started.on('exit', (code) => ended(code))) };
  }

  it('says where it listens, pays when its parent asks, and refuses what it cannot pay', async () => {
    const { next, exited } = start('--block-time-ms', '3600000');
    const ready = await next();
    expect(ready.type).toBe('ready');
    expect(ready.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/u);
    child?.send({ type: 'fund', id: 7, address: BOB, rao: '100000000000' });
    expect(await next()).toEqual({ type: 'funded', id: 7 });
    child?.send({ type: 'fund', id: 8, address: 'nobody', rao: '1' });
    child?.send({ type: 'fund', id: 9, address: BOB, rao: '-1' });
    child?.send({ type: 'nonsense', id: 10 });
    child?.send('text');
    expect(await next()).toMatchObject({ type: 'failed', id: 8 });
    expect(await next()).toMatchObject({ type: 'failed', id: 9 });
    const client = await RpcClient.open(ready.url ?? '');
    const header = await client.call<{ number: string }>('chain_getHeader');
    expect(header.number).toBe('0x1');
    client.close();
    child?.send({ type: 'stop' });
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

  it('ends when its parent goes', async () => {
    const { next, exited } = start();
    await next();
    child?.disconnect();
    expect(await exited).toBe(0);
  });
});
