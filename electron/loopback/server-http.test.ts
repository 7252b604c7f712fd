import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawReply, request, sendRaw } from './raw-http.test-support.ts';
import { startTestServer, type TestServer } from './server.test-support.ts';

let target: TestServer;
beforeAll(async () => {
  target = await startTestServer();
});
afterAll(() => target.server.close());

const host = (): string => `Host: 127.0.0.1:${target.port}`;
const origin = (): string => `Origin: http://127.0.0.1:${target.port}`;
const get = (path: string, ...headers: string[]): Promise<RawReply> =>
  sendRaw(target.port, request(`GET ${path} HTTP/1.1`, [host(), ...headers]));

/** No content, no CORS header, no hint. */
function expectRefused(reply: RawReply, ...statuses: number[]): void {
  expect(statuses).toContain(reply.status);
  expect(reply.body).toBe('');
  expect(reply.head.toLowerCase()).not.toContain('access-control-');
}

describe('a connection that asks nothing, or not to the end', () => {
  test.each([
    ['nothing', ''],
    ['half a request', 'GET / HTTP/1.1\r\n'],
  ])(
    'is closed in time without a word: %s',
    async (_name, text) => {
      const heard = await new Promise<string>((resolve) => {
        let received = '';
        const socket = connect({ host: '127.0.0.1', port: target.port });
        socket.on('connect', () => {
          if (text !== '') socket.write(text);
        });
        socket.on('data', (chunk) => (received += chunk.toString('latin1')));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(received));
      });
      expect(heard).toBe('');
    },
    15_000,
  );
});

describe('the Host header', () => {
  const wrong: [string, () => string[]][] = [
    ['another name', () => ['Host: evil.com']],
    ['a rebound name with our port', () => [`Host: evil.com:${target.port}`]],
    ['localhost', () => [`Host: localhost:${target.port}`]],
    ['no port', () => ['Host: 127.0.0.1']],
    ['a wrong port', () => [`Host: 127.0.0.1:${target.port + 1}`]],
    ['IPv6 loopback', () => [`Host: [::1]:${target.port}`]],
    ['0.0.0.0', () => [`Host: 0.0.0.0:${target.port}`]],
    ['decimal form', () => [`Host: 2130706433:${target.port}`]],
    ['a trailing dot', () => [`Host: 127.0.0.1.:${target.port}`]],
    ['user info', () => [`Host: x@127.0.0.1:${target.port}`]],
    ['an empty value', () => ['Host:']],
    ['none at all', () => []],
    ['two lines, ours first', () => [host(), 'Host: evil.com']],
    ['two lines, ours last', () => ['Host: evil.com', host()]],
    ['ours twice', () => [host(), host()]],
    ['a list', () => [`${host()}, evil.com`]],
    ['only X-Forwarded-Host right', () => ['Host: evil.com', `X-Forwarded-Host: 127.0.0.1:${target.port}`]],
  ];
  test.each(wrong)('refuses %s', async (_name, headers) => {
    expectRefused(await sendRaw(target.port, request('GET / HTTP/1.1', headers())), 421, 400);
  });
  test('refuses HTTP/1.0, which needs no Host', async () => {
    expectRefused(await sendRaw(target.port, request('GET / HTTP/1.0', [host()])), 400);
  });
});

describe('the request target', () => {
  test.each([
    () => `http://127.0.0.1:${target.port}/`,
    () => 'http://evil.com/',
    () => '//evil.com/',
    () => '*',
    () => 'evil',
  ])('refuses an absolute or odd form (%#)', async (path) => {
    expectRefused(await get(path()), 421, 400);
  });
  test.each([
    '/index.html',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..\\package.json',
    '/assets\\app.js',
    '/assets/app.js%00.html',
    '/assets/app.js/',
    '/assets//app.js',
    '/assets/',
    '/ASSETS/APP.JS',
    '/assets/app.js?x=1',
    '/?x=1',
    '/C:/Windows/win.ini',
    '/etc/passwd',
    '/__proto__',
    '/constructor',
    '/api',
    '/favicon.ico',
  ])('has nothing at %s', async (path) => {
    expectRefused(await get(path), 404, 400);
  });
  test('serves the page at its exact path', async () => {
    const reply = await get('/');
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('<title>Soma</title>');
  });
  test('serves a listed file', async () => {
    const reply = await get('/assets/app.js', 'Sec-Fetch-Site: same-origin');
    expect(reply.status).toBe(200);
    expect(reply.head).toContain('text/javascript');
  });
});

describe('every answer with content', () => {
  test('carries the strict headers and no CORS header', async () => {
    const { head } = await get('/');
    const expected = [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      `connect-src http://127.0.0.1:${target.port}/session ws://127.0.0.1:${target.port}/api`,
      'cross-origin-opener-policy: same-origin',
      'cross-origin-resource-policy: same-origin',
      'x-content-type-options: nosniff',
      'referrer-policy: no-referrer',
      'cache-control: no-store',
      'x-frame-options: DENY',
    ];
    for (const text of expected) expect(head).toContain(text);
    expect(head).not.toMatch(/unsafe-|access-control|set-cookie|x-powered-by|\bserver:/iu);
  });
});

describe('who asks', () => {
  const forPage: [string, string[]][] = [
    ['a foreign Origin', ['Origin: http://evil.com']],
    ['the null Origin', ['Origin: null']],
    ['an Origin that begins like ours', ['Origin: http://127.0.0.1.evil.com']],
    ['the Origin of another port', ['Origin: http://127.0.0.1:1']],
    ['https in the Origin', ['Origin: https://127.0.0.1']],
    ['a frame', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe']],
    ['an object element', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: object']],
    ['a no-cors fetch', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: empty']],
    ['a picture', ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image']],
    [
      'another port of this host',
      ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'],
    ],
    ['a cross-site fetch without a mode', ['Sec-Fetch-Site: cross-site']],
  ];
  test.each(forPage)('refuses the page to %s', async (_name, headers) => {
    expectRefused(await get('/', ...headers), 403);
  });
  test.each(['cross-site', 'same-site', 'same-origin, cross-site', 'x'])(
    'refuses a file with Sec-Fetch-Site %s',
    async (site) => {
      expectRefused(await get('/assets/app.js', `Sec-Fetch-Site: ${site}`), 403);
    },
  );
  test('lets the bootstrap page navigate to the page', async () => {
    const reply = await get('/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document');
    expect(reply.status).toBe(200);
  });
});

describe('methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s / is refused',
    async (method) => {
      expectRefused(await sendRaw(target.port, request(`${method} / HTTP/1.1`, [host()])), 405, 400);
    },
  );
  test('a preflight is answered without permission', async () => {
    const headers = [
      host(),
      'Origin: http://evil.com',
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Private-Network: true',
    ];
    expectRefused(await sendRaw(target.port, request('OPTIONS /session HTTP/1.1', headers)), 403);
  });
  test('CONNECT gets nothing', async () => {
    expectRefused(await sendRaw(target.port, request('CONNECT evil.com:443 HTTP/1.1', [host()])), 0);
  });
});

describe('the trade of the nonce', () => {
  const right = (): string[] => [host(), origin(), 'Sec-Fetch-Site: same-origin', 'Content-Type: application/json'];
  const post = (headers: readonly string[], body: string): Promise<RawReply> =>
    sendRaw(
      target.port,
      request('POST /session HTTP/1.1', [...headers, `Content-Length: ${Buffer.byteLength(body)}`], body),
    );
  const without = (name: string, ...instead: string[]): string[] => [
    ...right().filter((line) => !line.startsWith(name)),
    ...instead,
  ];

  const wrong: [string, () => string[]][] = [
    ['without Origin', () => without('Origin')],
    ['from the null Origin', () => without('Origin', 'Origin: null')],
    ['from another port', () => without('Origin', `Origin: http://127.0.0.1:${target.port + 1}`)],
    ['from a lookalike Origin', () => without('Origin', 'Origin: http://127.0.0.1.evil.com')],
    ['with two Origins', () => [...right(), 'Origin: http://evil.com']],
    ['without Sec-Fetch-Site', () => without('Sec-Fetch-Site')],
    ['cross-site', () => without('Sec-Fetch-Site', 'Sec-Fetch-Site: cross-site')],
    ['same-site', () => without('Sec-Fetch-Site', 'Sec-Fetch-Site: same-site')],
    ['as text/plain', () => without('Content-Type', 'Content-Type: text/plain')],
    ['as a form', () => without('Content-Type', 'Content-Type: application/x-www-form-urlencoded')],
    ['as multipart', () => without('Content-Type', 'Content-Type: multipart/form-data; boundary=x')],
    ['as JSON in disguise', () => without('Content-Type', 'Content-Type: text/plain; application/json')],
    ['without a type', () => without('Content-Type')],
    ['with two types', () => [...right(), 'Content-Type: text/plain']],
  ];
  test.each(wrong)('is refused %s, and the nonce stays good', async (_name, headers) => {
    const nonce = target.session.offer();
    expectRefused(await post(headers(), JSON.stringify({ nonce })), 403);
    expect((await post(right(), JSON.stringify({ nonce }))).status).toBe(200);
  });

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '"x"',
    '{"nonce":1}',
    '{"nonce":""}',
    '{"nonce":"a","extra":1}',
    '{"__proto__":{"nonce":"a"}}',
    '{"nonce":',
    `{"nonce":"${'a'.repeat(5000)}"}`,
  ])('refuses the body %s', async (body) => {
    target.session.offer();
    expectRefused(await post(right(), body), 403);
  });

  test('works once', async () => {
    const body = JSON.stringify({ nonce: target.session.offer() });
    const first = await post(right(), body);
    expect(first.status).toBe(200);
    expect(JSON.parse(first.body)).toEqual({ bearer: expect.stringMatching(/^[\w-]{43}$/u) as unknown });
    expectRefused(await post(right(), body), 403);
  });

  test('is too late after thirty seconds', async () => {
    const body = JSON.stringify({ nonce: target.session.offer() });
    target.advance(30_001);
    expectRefused(await post(right(), body), 403);
  });

  test('a newer nonce ends the older one', async () => {
    const older = target.session.offer();
    target.session.offer();
    expectRefused(await post(right(), JSON.stringify({ nonce: older })), 403);
  });

  test('GET cannot trade it, and neither can a query', async () => {
    const nonce = target.session.offer();
    expectRefused(await get(`/session?nonce=${nonce}`), 404);
    expectRefused(await get('/session'), 403, 405);
    expect((await post(right(), JSON.stringify({ nonce }))).status).toBe(200);
  });
});

describe('the wire', () => {
  test('refuses a length and chunks at once', async () => {
    const smuggled = request(
      'POST /session HTTP/1.1',
      [host(), origin(), 'Content-Length: 4', 'Transfer-Encoding: chunked'],
      '0\r\n\r\nGET / HTTP/1.1\r\n',
    );
    const reply = await sendRaw(target.port, smuggled);
    expectRefused(reply, 400, 403);
    expect(reply.body).not.toContain('HTTP/1.1 200');
  });
  test.each([
    ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['a bare line feed', 'GET / HTTP/1.1\nHost: x\n\n'],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n'],
    ['binary noise', Buffer.from([0, 1, 2, 255, 254, 13, 10, 13, 10])],
    ['a TLS hello', Buffer.from('16030100ba010000b60303', 'hex')],
    ['the HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['huge headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('refuses %s without content', async (_name, bytes) => {
    const reply = await sendRaw(target.port, bytes);
    expect(reply.status === 0 || reply.status >= 400).toBe(true);
    expect(reply.body).toBe('');
  });
  test('Expect is not answered with a go-ahead', async () => {
    expectRefused(
      await sendRaw(
        target.port,
        request('POST /session HTTP/1.1', [host(), 'Expect: 100-continue', 'Content-Length: 10']),
      ),
      403,
      417,
    );
  });
  test('listens on 127.0.0.1 only', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((entry) => !entry.internal && entry.family === 'IPv4')
      .map((entry) => entry.address);
    for (const address of [...others, '127.0.0.2', '::1']) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = connect({ host: address, port: target.port });
        socket.once('connect', () => resolve('connected'));
        socket.once('error', () => resolve('refused'));
      });
      expect(`${address} ${outcome}`).toBe(`${address} refused`);
    }
  });
  test('no request above ran a service', () => {
    expect(target.calls).toEqual([]);
  });
});
