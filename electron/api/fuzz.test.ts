import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { APP_ERROR_CODES } from '../../shared/errors/index.ts';
import { silentLogger } from '../log/index.ts';
import { FakePipe } from './fake-pipe.test-support.ts';
import { recordingServices } from './fake-services.test-support.ts';
import { createApi } from './index.ts';

const PROCEDURES = Object.entries(contract).flatMap(([domain, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => ({
    path: `/${domain}/${name}`,
    takesInput: (procedure as { '~orpc': { inputSchema?: unknown } })['~orpc'].inputSchema !== undefined,
  })),
);

const long = 'a'.repeat(100_000);
/** Bodies as they would stand on the wire; none fits any procedure that takes input. */
const HOSTILE: readonly [string, string][] = [
  ['null', '{"json":null}'],
  ['a number', '{"json":1}'],
  ['a string', '{"json":"x"}'],
  ['an empty string', '{"json":""}'],
  ['true', '{"json":true}'],
  ['an array', '{"json":[]}'],
  ['an array of arrays', '{"json":[[[]]]}'],
  ['an empty object', '{"json":{}}'],
  ['nothing', '{}'],
  ['an extra key', '{"json":{"extra":1,"password":"x","id":"aaaaaaaa"}}'],
  ['its own __proto__', '{"json":{"__proto__":{"polluted":1}}}'],
  ['a __proto__ string', '{"json":{"__proto__":"x","password":"p"}}'],
  ['constructor.prototype', '{"json":{"constructor":{"prototype":{"polluted":1}}}}'],
  ['toString as a value', '{"json":{"toString":"x","valueOf":1}}'],
  ['a hint along __proto__', '{"json":{"a":"1"},"meta":[[0,"__proto__","polluted"]]}'],
  ['a hint along constructor', '{"json":{"a":"1"},"meta":[[0,"constructor","prototype","polluted"]]}'],
  ['a hint that points nowhere', '{"json":{},"meta":[[0,"missing"]]}'],
  ['a bigint hint on an object', '{"json":{"amount":{}},"meta":[[0,"amount"]]}'],
  ['a bigint of 100,000 digits', `{"json":{"amount":"${'9'.repeat(100_000)}"},"meta":[[0,"amount"]]}`],
  ['a negative bigint', '{"json":{"address":"x","amount":"-1"},"meta":[[0,"amount"]]}'],
  ['an amount as a number', '{"json":{"address":"5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty","amount":1.5}}'],
  ['long strings everywhere', `{"json":{"password":"${long}","id":"${long}","label":"${long}","url":"${long}"}}`],
  ['NUL and control characters', '{"json":{"id":"\\u0000\\u0001","label":"\\u202e","url":"https://\\u0000"}}'],
  ['numbers for strings', '{"json":{"password":1,"id":2,"label":3,"mnemonic":4}}'],
  ['arrays for strings', '{"json":{"password":["x"],"id":["aaaaaaaa"],"intent":["transfer"]}}'],
  ['an unknown intent', '{"json":{"intent":{"kind":"__proto__","coldkey":"x"}}}'],
  ['an intent of the prototype', '{"json":{"intent":{"kind":"toString"}}}'],
  ['a hash of the wrong shape', '{"json":{"reviewId":"aaaaaaaa","payloadHash":"0xZZ","password":"x"}}'],
  ['an unknown setting', '{"json":{"network":"mainnet","admin":true}}'],
  ['an unknown network', '{"json":{"network":"__proto__"}}'],
  ['a lock time of zero', '{"json":{"lockAfterMinutes":0}}'],
  ['endpoints by the thousand', `{"json":{"endpoints":{"custom":[${Array(2000).fill('"wss://a"').join(',')}]}}}`],
  ['depth 60', `{"json":${'['.repeat(55)}${']'.repeat(55)}}`],
];
/** `settings.set` takes a partial: nothing at all is a legal patch. */
const LEGAL = new Set(['/settings/set an empty object']);

const codes: ReadonlySet<string> = new Set(APP_ERROR_CODES);
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype).sort().join();

async function settle(pipe: FakePipe, id: string): Promise<void> {
  for (let turn = 0; turn < 50 && !pipe.isRefused && !pipe.replies.some((reply) => reply.i === id); turn += 1)
    await setImmediate();
}

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(prototypeBefore);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('a hostile window', () => {
  for (const { path, takesInput } of PROCEDURES) {
    test(`gets only refusals and typed errors from ${path}`, async () => {
      for (const [name, body] of HOSTILE) {
        const recording = recordingServices();
        const pipe = new FakePipe();
        createApi(recording.services, silentLogger).serve(pipe);
        pipe.deliver(`{"i":"7","p":{"u":"${path}","b":${body}}}`);
        await settle(pipe, '7');
        const code = pipe.errorCode('7');
        const at = `${path} ${name}`;
        if (takesInput && !LEGAL.has(at)) {
          expect(pipe.isRefused || (code !== undefined && codes.has(code)), at).toBe(true);
          expect(recording.calls, at).toEqual([]);
        } else if (code !== undefined) expect(codes.has(code), at).toBe(true);
        expect(JSON.stringify(pipe.replies), at).not.toMatch(/node_modules|\.ts:|\bat /u);
        pipe.close();
      }
    });
  }

  test.each([
    '/__proto__',
    '/constructor',
    '/toString',
    '/app/__proto__',
    '/app/constructor',
    '/app/toString',
    '/app/hasOwnProperty',
    '/accounts/__defineGetter__',
    '/nothing/here',
    '/app',
    '/app/info/extra',
    '/App/Info',
  ])('is told that %s does not exist', async (path) => {
    const recording = recordingServices();
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    pipe.call('1', path, {});
    await settle(pipe, '1');
    expect(pipe.isRefused || pipe.replies[0]?.p?.s === 404).toBe(true);
    expect(recording.calls).toEqual([]);
  });

  test.each([
    ['undefined', undefined],
    ['an object', { i: '1', p: { u: '/app/info' } }],
    ['bytes', new Uint8Array([123, 125])],
    ['50 MB', 'a'.repeat(50_000_000)],
    ['broken JSON', '{"i":'],
    ['an id of 1,000 characters', JSON.stringify({ i: 'x'.repeat(1000), p: { u: '/app/info' } })],
    ['an extra field', JSON.stringify({ i: '1', p: { u: '/app/info' }, x: 1 })],
    ['maps of blobs', JSON.stringify({ i: '1', p: { u: '/app/info', b: { json: {}, maps: [['a']] } } })],
    [
      'a thousand hints',
      JSON.stringify({ i: '1', p: { u: '/app/info', b: { json: {}, meta: Array(1000).fill([0]) } } }),
    ],
  ])('is hung up on after %s', (_name, data) => {
    const recording = recordingServices();
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    pipe.deliver(data);
    expect(pipe.isRefused).toBe(true);
    expect(recording.calls).toEqual([]);
  });

  test('is not heard any more once its page is not ours', () => {
    const recording = recordingServices();
    const pipe = new FakePipe();
    createApi(recording.services, silentLogger).serve(pipe);
    pipe.isTrusted = false;
    pipe.call('1', '/accounts/lock', {});
    expect(pipe.isRefused).toBe(true);
    expect(recording.calls).toEqual([]);
  });
});
