import { describe, expect, it } from 'vitest';
import { type Handlers, METHODS, type Method, type Reply } from '../protocol.ts';
import { Dispatcher } from './dispatcher.ts';

const CANARY = 'canary-password-9f2c';

function setUp(overrides: Partial<Handlers> = {}) {
  const replies: Reply[] = [];
  const calls: Method[] = [];
  const note = (method: Method) => () => {
    calls.push(method);
    return null as never;
  };
  const names = Object.keys(METHODS) as Method[];
  const handlers = {
    ...Object.fromEntries(names.map((name) => [name, note(name)])),
    ...overrides,
  } as unknown as Handlers;
  const dispatcher = new Dispatcher(handlers, (reply) => replies.push(reply));
  return { dispatcher, replies, calls };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('worker dispatcher', () => {
  it.each([
    undefined,
    null,
    7,
    'unlock',
    [],
    {},
    { id: 1 },
    { id: 1, method: '__proto__', params: {} },
    { id: 1, method: 'constructor', params: {} },
    { id: 1, method: 'toString', params: {} },
    { id: 1, method: 'readSecrets', params: {} },
    { id: 0, method: 'lock', params: {} },
    { id: 1.5, method: 'lock', params: {} },
    { id: '1', method: 'lock', params: {} },
    { id: 1, method: 'lock', params: {}, extra: 1 },
  ])('drops what is no request: %j', async (message) => {
    const { dispatcher, replies, calls } = setUp();
    dispatcher.receive(message);
    await settle();
    expect([replies, calls]).toEqual([[], []]);
  });

  it.each([
    ['unlock', {}],
    ['unlock', { password: '' }],
    ['unlock', { password: CANARY, extra: CANARY }],
    ['unlock', { password: CANARY.repeat(100) }],
    ['unlock', [CANARY]],
    ['sign', { address: 'x', payload: new Uint8Array(1), password: CANARY }],
    ['importJson', { json: 'x'.repeat(1_048_577), jsonPassword: CANARY }],
    ['revealMnemonic', { id: '../../etc', password: CANARY }],
    ['beginCreate', { words: 15 }],
    ['state', null],
  ])('refuses bad parameters of %s without quoting them', async (method, params) => {
    const { dispatcher, replies, calls } = setUp();
    dispatcher.receive({ id: 5, method, params });
    await settle();
    expect(replies).toEqual([{ id: 5, ok: false, error: { code: 'api.bad_input', facts: { method } } }]);
    expect(calls).toEqual([]);
  });

  it('answers a foreign error and a malformed result without their text', async () => {
    const { dispatcher, replies } = setUp({
      unlock: () => Promise.reject(new Error(CANARY)),
      listAccounts: () => [{ secret: CANARY }] as never,
    });
    dispatcher.receive({ id: 1, method: 'unlock', params: { password: CANARY } });
    dispatcher.receive({ id: 2, method: 'listAccounts', params: {} });
    await settle();
    expect(replies.map((reply) => !reply.ok && reply.error)).toEqual([
      { code: 'internal', facts: {} },
      { code: 'internal', facts: {} },
    ]);
    expect(JSON.stringify(replies)).not.toContain(CANARY);
  });

  it('runs one at a time, lets only lock pass, and bounds the queue', async () => {
    let running = 0;
    let most = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { dispatcher, replies, calls } = setUp({
      unlock: async () => {
        running += 1;
        most = Math.max(most, running);
        await gate;
        running -= 1;
        return null;
      },
    });
    for (let id = 1; id <= 1000; id += 1) dispatcher.receive({ id, method: 'unlock', params: { password: 'x' } });
    dispatcher.receive({ id: 1001, method: 'lock', params: {} });
    await settle();
    expect(calls).toEqual(['lock']);
    const refused = replies.filter((reply) => !reply.ok && reply.error.code === 'api.too_many_requests');
    expect(refused).toHaveLength(1000 - 64);
    release();
    await settle();
    expect(most).toBe(1);
    expect(replies).toHaveLength(1001);
  });
});
