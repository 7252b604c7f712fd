import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import type { ApiClient } from '../../shared/contract/index.ts';
import { startTestServer, type TestServer } from './server.test-support.ts';

let target: TestServer;
beforeEach(async () => {
  target = await startTestServer({ 'settings.get': () => SETTINGS });
});
afterEach(() => target.server.close());

const SETTINGS = {
  network: 'practice',
  endpoints: {},
  theme: 'dark',
  tolerance: 5000,
  lockAfterMinutes: 15,
  hideBalances: false,
  favourites: [],
};

interface Attempt {
  readonly path?: string;
  readonly protocols?: readonly string[];
  readonly origin?: string;
  readonly headers?: Record<string, string>;
}

/** 'open' or the HTTP status of the refusal; the socket too. */
function attempt(options: Attempt): Promise<{ outcome: string; socket: WebSocket; frames: string[] }> {
  const frames: string[] = [];
  const settings: ClientOptions = {
    headers: options.headers ?? {},
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  };
  const socket = new WebSocket(
    `ws://127.0.0.1:${target.port}${options.path ?? '/api'}`,
    [...(options.protocols ?? [])],
    settings,
  );
  socket.on('message', (data: Buffer) => frames.push(data.toString()));
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ outcome: 'open', socket, frames }));
    socket.once('unexpected-response', (_request, response) => {
      resolve({ outcome: String(response.statusCode), socket, frames });
      response.destroy();
    });
    socket.on('error', () => resolve({ outcome: 'error', socket, frames }));
  });
}

function bearer(): string {
  const redeemed = target.session.redeem(target.session.offer());
  if (!redeemed.ok) throw new Error('no bearer');
  return redeemed.bearer;
}

const open = (token: string, more: Attempt = {}): ReturnType<typeof attempt> =>
  attempt({ protocols: ['soma', `bearer.${token}`], origin: target.server.origin, ...more });

const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) resolve(0);
    else socket.once('close', (code) => resolve(code));
  });

async function leave(socket: WebSocket): Promise<void> {
  socket.close();
  await vi.waitFor(() => expect(target.session.quietMs()).toBeGreaterThanOrEqual(0));
  await closed(socket);
}

describe('opening the WebSocket', () => {
  const refusals: [string, string, (token: string) => Attempt][] = [
    ['a foreign Origin', '403', () => ({ origin: 'http://evil.com' })],
    ['no Origin', '403', (token) => ({ protocols: ['soma', `bearer.${token}`] })],
    ['the null Origin', '403', () => ({ origin: 'null' })],
    ['the Origin of another port', '403', () => ({ origin: `http://127.0.0.1:${target.port + 1}` })],
    ['a lookalike Origin', '403', () => ({ origin: 'http://127.0.0.1.evil.com' })],
    ['https in the Origin', '403', () => ({ origin: `https://127.0.0.1:${target.port}` })],
    ['Sec-Fetch-Site cross-site', '403', () => ({ headers: { 'Sec-Fetch-Site': 'cross-site' } })],
    ['Sec-Fetch-Site same-site', '403', () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
    ['a wrong Host', '421', () => ({ headers: { Host: 'evil.com' } })],
    ['localhost as Host', '421', () => ({ headers: { Host: `localhost:${target.port}` } })],
    ['the token in the query only', '403', (token) => ({ path: `/api?bearer=${token}`, protocols: ['soma'] })],
    ['a query beside the right token', '403', () => ({ path: '/api?x=1' })],
    ['another path', '403', () => ({ path: '/' })],
    ['a longer path', '403', () => ({ path: '/api/' })],
    ['no subprotocol', '403', () => ({ protocols: [] })],
    ['only our subprotocol', '403', () => ({ protocols: ['soma'] })],
    ['only the token', '403', (token) => ({ protocols: [`bearer.${token}`] })],
    ['the two in the wrong order', '403', (token) => ({ protocols: [`bearer.${token}`, 'soma'] })],
    ['a third subprotocol', '403', (token) => ({ protocols: ['soma', `bearer.${token}`, 'x'] })],
    ['a token of another session', '403', () => ({ protocols: ['soma', `bearer.${'A'.repeat(43)}`] })],
    ['a token cut short', '403', (token) => ({ protocols: ['soma', `bearer.${token.slice(0, 42)}`] })],
    [
      'the token as a header',
      '403',
      (token) => ({ protocols: ['soma'], headers: { Authorization: `Bearer ${token}` } }),
    ],
    ['the token as a cookie', '403', (token) => ({ protocols: ['soma'], headers: { Cookie: `bearer=${token}` } })],
  ];
  test.each(refusals)('is refused with %s', async (_name, status, change) => {
    const token = bearer();
    const base: Attempt = { protocols: ['soma', `bearer.${token}`], origin: target.server.origin };
    const changed = change(token);
    const asked =
      'protocols' in changed && !('origin' in changed) && _name === 'no Origin' ? changed : { ...base, ...changed };
    const { outcome, frames } = await attempt(asked);
    expect(outcome).toBe(status);
    expect(frames).toEqual([]);
    const { outcome: after, socket } = await open(token);
    expect(after).toBe('open');
    await leave(socket);
  });

  test('is refused before anybody redeemed a nonce', async () => {
    expect((await open('A'.repeat(43))).outcome).toBe('403');
  });

  test('is refused to a second client while one is live, before any frame', async () => {
    const token = bearer();
    const first = await open(token);
    const second = await open(token);
    expect([first.outcome, second.outcome, second.frames]).toEqual(['open', '409', []]);
    expect(target.session.redeem(target.session.offer())).toEqual({ ok: false, status: 409 });
    await leave(first.socket);
  });

  test('the same page may come back with its bearer within the grace period', async () => {
    const token = bearer();
    const first = await open(token);
    await leave(first.socket);
    await vi.waitFor(async () => {
      const again = await open(token);
      expect(again.outcome).toBe('open');
      again.socket.close();
    });
  });

  test('the bearer is dead after the grace period', async () => {
    const token = bearer();
    const first = await open(token);
    await leave(first.socket);
    await vi.waitFor(() => {
      target.advance(20_000);
      expect(target.session.quietMs()).toBeGreaterThan(10_000);
    });
    expect((await open(token)).outcome).toBe('403');
  });

  test('a bearer nobody used is dead after the grace period too', async () => {
    const token = bearer();
    target.advance(10_001);
    expect((await open(token)).outcome).toBe('403');
  });
});

describe('an open WebSocket', () => {
  test('carries the API', async () => {
    const { socket } = await open(bearer());
    const api = createORPCClient<ApiClient>(new RPCLink({ websocket: socket as never })); // ws differs from the browser's only in event types
    expect(await api.settings.get()).toEqual(SETTINGS);
    await leave(socket);
  });

  test.each([
    ['binary', Buffer.from('{"i":"1","p":{"u":"/settings/get"}}')],
    ['not JSON', 'hello'],
    ['an array', '[]'],
    ['a headers field', '{"i":"1","p":{"u":"/settings/get","h":{"content-type":"text/event-stream"}}}'],
    ['a method', '{"i":"1","p":{"u":"/settings/get","m":"GET"}}'],
    ['a full URL', '{"i":"1","p":{"u":"http://evil.com/settings/get"}}'],
    ['a dotted path', '{"i":"1","p":{"u":"/settings/../app/touch"}}'],
    ['a client event stream', '{"i":"1","t":3,"p":{"e":"message","d":1}}'],
    ['a number as id', '{"i":1,"p":{"u":"/settings/get"}}'],
    ['a date hint', '{"i":"1","p":{"u":"/settings/get","b":{"json":"x","meta":[[1]]}}}'],
    ['a pattern hint', '{"i":"1","p":{"u":"/settings/get","b":{"json":"/(a+)+/","meta":[[5]]}}}'],
    ['depth 10,000', `{"i":"1","p":{"u":"/settings/get","b":{"json":${'['.repeat(10_000)}${']'.repeat(10_000)}}}}`],
  ])('is closed with 1008 after %s, and no service ran', async (_name, frame) => {
    const { socket } = await open(bearer());
    socket.send(frame);
    expect(await closed(socket)).toBe(1008);
    expect(target.calls).toEqual([]);
  });

  test('is closed with 1009 after a frame above 2 MiB', async () => {
    const { socket } = await open(bearer());
    socket.send('a'.repeat(2 * 1024 * 1024 + 1));
    expect(await closed(socket)).toBe(1009);
  });

  test('ends its streams when it goes', async () => {
    await target.server.close();
    let listening = 0;
    target = await startTestServer({
      'app.watchHeartbeat': () => {
        listening += 1;
        return () => {
          listening -= 1;
        };
      },
    });
    const { socket } = await open(bearer());
    socket.send('{"i":"1","p":{"u":"/app/heartbeat","b":{}}}');
    await vi.waitFor(() => expect(listening).toBe(1));
    socket.terminate();
    await vi.waitFor(() => expect(listening).toBe(0));
  });
});

describe('many and slow connections', () => {
  test('a thousand idle sockets do not keep the page from its API', async () => {
    const idle = Array.from({ length: 1000 }, () => {
      const socket = connect({ host: '127.0.0.1', port: target.port });
      socket.on('error', () => undefined);
      return socket;
    });
    await vi.waitFor(() => expect(idle.filter((socket) => socket.destroyed).length).toBeGreaterThan(900), {
      timeout: 20_000,
    });
    const token = bearer();
    for (const socket of idle) socket.destroy();
    await vi.waitFor(async () => expect((await open(token)).outcome).toBe('open'));
  });

  test('headers that never end are cut off', async () => {
    const socket = connect({ host: '127.0.0.1', port: target.port });
    socket.on('error', () => undefined);
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 200);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    expect(socket.destroyed).toBe(true);
  });
});
