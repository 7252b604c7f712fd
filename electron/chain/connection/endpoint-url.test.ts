import { describe, expect, it } from 'vitest';
import { parseEndpointUrl } from './endpoint-url.ts';

describe('an endpoint', () => {
  it.each([
    'wss://entrypoint-finney.opentensor.ai:443',
    'wss://example.org/public-ws?key=1',
    'ws://127.0.0.1:9944',
    'ws://localhost:9944',
    'ws://[::1]:9944',
  ])('may be %s', (url) => {
    expect(parseEndpointUrl(url)).toContain('://');
  });

  it.each([
    'ws://example.org',
    'ws://127.0.0.1.example.org',
    'ws://10.0.0.1:9944',
    'http://127.0.0.1',
    'https://example.org',
    'file:///etc/passwd',
    'wss://user:secret@example.org',
    'wss://example.org/#x',
    'example.org',
    '',
    `wss://${'a'.repeat(3000)}.org`,
  ])('may not be %s', (url) => {
    expect(() => parseEndpointUrl(url)).toThrow(expect.objectContaining({ code: 'chain.endpoint_invalid' }) as Error);
  });

  it('may be plain ws elsewhere when the person insists', () => {
    expect(parseEndpointUrl('ws://10.0.0.1:9944', true)).toBe('ws://10.0.0.1:9944/');
  });
});
