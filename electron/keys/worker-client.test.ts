import { describe, expect, it } from 'vitest';
import type { WorkerHandle } from './launch.ts';
import { codeOf } from './testing/samples.ts';
import { WorkerClient } from './worker-client.ts';

interface Sent {
  readonly id: number;
  readonly method: string;
}

/** A worker that answers with whatever the test says. */
function fakeWorker(answer: (sent: Sent) => unknown) {
  let listener: (message: unknown) => void = () => undefined;
  const exits: (() => void)[] = [];
  const sent: Sent[] = [];
  const handle: WorkerHandle = {
    postMessage: (message) => {
      const request = message as Sent;
      sent.push(request);
      const reply = request.method === 'open' ? { id: request.id, ok: true, result: null } : answer(request);
      if (reply !== undefined) queueMicrotask(() => listener(reply));
    },
    onMessage: (callback) => (listener = callback),
    onExit: (callback) => void exits.push(callback),
    kill: () => {
      for (const exit of exits) exit();
    },
  };
  const client = new WorkerClient({
    vaultDir: '/v',
    monotonicMs: () => 0,
    onDown: () => undefined,
    launchWorker: () => handle,
  });
  return { client, sent, handle, say: (message: unknown) => listener(message) };
}

const STATE = { exists: true, locked: true, damaged: false, previousAvailable: false };

describe('worker client', () => {
  it('opens the folder first, then asks', async () => {
    const { client, sent } = fakeWorker(({ id }) => ({ id, ok: true, result: STATE }));
    expect(await client.call('state', {})).toEqual(STATE);
    expect(sent.map(({ method }) => method)).toEqual(['open', 'state']);
  });

  it.each([
    ['extra field', { ...STATE, seed: '0x00' }],
    ['missing field', { exists: true }],
    ['nothing', undefined],
    ['text', 'ok'],
  ])('refuses a result with the wrong shape: %s', async (_name, result) => {
    const { client } = fakeWorker(({ id }) => ({ id, ok: true, result }));
    expect(await codeOf(() => client.call('state', {}))).toBe('internal');
  });

  it('ignores what is no reply to it and waits for the real one', async () => {
    const { client, sent, say } = fakeWorker(() => undefined);
    const asked = client.call('state', {});
    await Promise.resolve();
    const id = sent.at(-1)?.id ?? 0;
    const noise = [
      null,
      'x',
      {},
      { id },
      { id: 99, ok: true, result: STATE },
      { id, ok: false, error: { code: 'nope', facts: {} } },
    ];
    for (const message of [...noise, { id, ok: true, result: STATE, extra: 1 }]) say(message);
    say({ id, ok: true, result: STATE });
    expect(await asked).toEqual(STATE);
  });

  it('passes the worker’s own code on', async () => {
    const { client } = fakeWorker(({ id }) => ({
      id,
      ok: false,
      error: { code: 'vault.wrong_password', facts: { waitMs: 0 } },
    }));
    expect(await codeOf(() => client.call('unlock', { password: 'x' }))).toBe('vault.wrong_password');
  });

  it('sends nothing that the schema refuses, and bounds what waits', async () => {
    const { client, sent, handle } = fakeWorker(() => undefined);
    expect(await codeOf(() => client.call('unlock', { password: '' }))).toBe('api.bad_input');
    expect(sent).toHaveLength(0);
    const codes = Array.from({ length: 100 }, () => codeOf(() => client.call('unlock', { password: 'x' })));
    expect(sent.length).toBeLessThan(70);
    handle.kill();
    const all = await Promise.all(codes);
    expect(new Set(all)).toEqual(new Set(['keys.worker_down', 'api.too_many_requests']));
  });
});
