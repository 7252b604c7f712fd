import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { type Logger, silentLogger } from '../log/index.ts';
import { FakePipe } from './fake-pipe.test-support.ts';
import { recordingServices } from './fake-services.test-support.ts';
import { createApi } from './index.ts';
import { RateLimiter } from './rate-limit.ts';

const never = (): Promise<never> => new Promise(() => undefined);

async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

describe('the limits of one window', () => {
  test('a thousand unlocks at once reach the key worker one at a time', async () => {
    let running = 0;
    let most = 0;
    const recording = recordingServices({
      'keys.unlock': async () => {
        running += 1;
        most = Math.max(most, running);
        await setImmediate();
        running -= 1;
      },
    });
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    for (let at = 0; at < 1000; at += 1) pipe.call(String(at), '/accounts/unlock', { json: { password: 'x' } });
    await rest();
    expect(most).toBe(1);
    expect(recording.calls.length).toBeLessThan(25);
    expect(pipe.errorCode('999')).toBe('api.too_many_requests');
  });

  test('an unlock under way does not let an approval begin beside it', async () => {
    const recording = recordingServices({ 'keys.unlock': never });
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    pipe.call('1', '/accounts/unlock', { json: { password: 'x' } });
    const payloadHash = `0x${'0'.repeat(64)}`;
    pipe.call('2', '/transactions/approve', { json: { reviewId: 'aaaaaaaa', payloadHash, password: 'x' } });
    await rest();
    expect(recording.calls).toEqual(['keys.unlock']);
    expect(pipe.errorCode('2')).toBe('api.too_many_requests');
  });

  test('ten thousand calls at once do not all run', async () => {
    const recording = recordingServices();
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    for (let at = 0; at < 10_000; at += 1) pipe.call(String(at), '/app/touch', {});
    await rest();
    expect(recording.calls.length).toBeLessThanOrEqual(300);
    expect(pipe.errorCode('9999')).toBe('api.too_many_requests');
  });

  test('a window holds a bounded number of streams, and closing it ends them all', async () => {
    let open = 0;
    const recording = recordingServices({
      'app.watchHeartbeat': () => {
        open += 1;
        return () => {
          open -= 1;
        };
      },
    });
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    for (let at = 0; at < 60; at += 1) pipe.call(String(at), '/app/heartbeat', {});
    await rest();
    expect(open).toBe(48);
    expect(pipe.errorCode('59')).toBe('api.too_many_requests');
    pipe.close();
    await rest();
    expect(open).toBe(0);
  });

  test('tokens come back with time, never more than the burst', async () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    const tries = async (count: number): Promise<number> => {
      let done = 0;
      for (let at = 0; at < count; at += 1)
        await limiter
          .run('secret', () => Promise.resolve())
          .then(
            () => {
              done += 1;
            },
            () => undefined,
          );
      return done;
    };
    expect(await tries(50)).toBe(20);
    now += 3000;
    expect(await tries(50)).toBe(3);
    now += 3_600_000;
    expect(await tries(50)).toBe(20);
  });
});

describe('what a failure looks like to the window', () => {
  const failing = async (error: Error): Promise<{ text: string; logged: string }> => {
    const lines: unknown[] = [];
    const write = (message: string, details?: unknown): void => void lines.push(message, details);
    const log: Logger = { debug: write, info: write, warn: write, error: write, close: () => undefined };
    const recording = recordingServices({ 'keys.listAccounts': () => Promise.reject(error) });
    const pipe = new FakePipe();
    createApi(recording.services, log).serve(pipe);
    pipe.call('1', '/accounts/list', {});
    await rest();
    return { text: JSON.stringify(pipe.replies), logged: JSON.stringify(lines) };
  };

  test('a known failure keeps its code and facts', async () => {
    const { text } = await failing(new AppError('vault.backing_off', { waitMs: 4000 }));
    expect(text).toContain('"data":{"code":"vault.backing_off","facts":{"waitMs":4000}}');
  });
  test('a known failure inside another is still known', async () => {
    const { text } = await failing(new Error('outer', { cause: new AppError('disk.full') }));
    expect(text).toContain('"code":"disk.full"');
  });
  test('anything else is internal, and says nothing of itself', async () => {
    const { text } = await failing(new TypeError('secret path /home/x reading password'));
    expect(text).toContain('"data":{"code":"internal","facts":{}}');
    expect(text).not.toMatch(/secret|home|TypeError|stack/u);
  });
  test('an answer that breaks the contract does not leave main', async () => {
    const recording = recordingServices({ 'keys.listAccounts': () => Promise.resolve([{ id: 'x', seed: 'words' }]) });
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    pipe.call('1', '/accounts/list', {});
    await rest();
    expect(pipe.errorCode('1')).toBe('internal');
    expect(JSON.stringify(pipe.replies)).not.toContain('words');
  });
  test('a stream that fails ends with the same typed error', async () => {
    const recording = recordingServices({
      'app.watchHeartbeat': ({ fail }: { fail: (error: unknown) => void }) => {
        fail(new AppError('chain.offline'));
        return () => undefined;
      },
    });
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    pipe.call('1', '/app/heartbeat', {});
    await rest();
    const last = JSON.stringify(pipe.replies.at(-1));
    expect(last).toContain('"code":"APP_ERROR"');
    expect(last).toContain('"code":"chain.offline"');
  });
});
