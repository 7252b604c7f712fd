import { afterEach, describe, expect, test, vi } from 'vitest';
import { socketTransport } from './socket-transport.ts';
import { SessionEnded } from './wire.ts';

const NONCE = 'n'.repeat(43);

function pageAt(hash: string): { page: Window; addresses: unknown[] } {
  const addresses: unknown[] = [];
  const page = {
    location: { hash, pathname: '/', host: '127.0.0.1:1' },
    history: { replaceState: (_state: unknown, _title: string, address: unknown) => addresses.push(address) },
  };
  return { page: page as unknown as Window, addresses };
}

afterEach(() => vi.unstubAllGlobals());

describe('the browser host', () => {
  test('takes the nonce out of the address at once, before anything is opened', () => {
    const { page, addresses } = pageAt(`#b=${NONCE}`);
    socketTransport(page);
    expect(addresses).toEqual(['/']);
  });

  test('has no session without a nonce and asks nobody for one', async () => {
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    await expect(socketTransport(pageAt('#/settings').page).open()).rejects.toBeInstanceOf(SessionEnded);
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    ['a refusal', { ok: false }],
    ['a reply without a bearer', { ok: true, json: () => Promise.resolve({}) }],
    ['a bearer that would break out of the subprotocol', { ok: true, json: () => Promise.resolve({ bearer: 'a, b' }) }],
  ])('ends the session after %s', async (_name, reply) => {
    vi.stubGlobal('fetch', () => Promise.resolve(reply));
    await expect(socketTransport(pageAt(`#b=${NONCE}`).page).open()).rejects.toBeInstanceOf(SessionEnded);
  });

  test('trades the nonce once: coming back uses the same bearer', async () => {
    const offered: unknown[] = [];
    class RefusingSocket extends EventTarget {
      constructor(address: string, protocols: unknown) {
        super();
        offered.push([address, protocols]);
        queueMicrotask(() => queueMicrotask(() => this.dispatchEvent(new Event('error'))));
      }
    }
    vi.stubGlobal('WebSocket', RefusingSocket);
    const fetch = vi.fn(() => Promise.resolve({ ok: true, json: () => Promise.resolve({ bearer: 'b'.repeat(43) }) }));
    vi.stubGlobal('fetch', fetch);
    const transport = socketTransport(pageAt(`#b=${NONCE}`).page);
    await expect(transport.open()).rejects.toThrow('could not be opened');
    await expect(transport.open()).rejects.toThrow('could not be opened');
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(offered).toEqual(Array(2).fill(['ws://127.0.0.1:1/api', ['soma', `bearer.${'b'.repeat(43)}`]]));
  });
});
