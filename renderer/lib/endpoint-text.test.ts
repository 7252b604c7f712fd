import { describe, expect, test } from 'vitest';
import { parseEndpoint } from './endpoint-text.ts';

describe('an endpoint in a text box', () => {
  test.each(['wss://node.example:443', 'ws://127.0.0.1:9944', 'ws://localhost:9944', 'ws://[::1]:9944'])(
    'accepts %s',
    (text) => {
      expect(parseEndpoint(` ${text} `)).toEqual({ ok: true, url: text });
    },
  );

  test.each([
    ['', 'empty'],
    ['node', 'not_a_url'],
    ['https://node.example', 'not_websocket'],
    ['javascript:alert(1)', 'not_websocket'],
    ['ws://node.example:9944', 'not_encrypted'],
    ['ws://127.0.0.1.example:9944', 'not_encrypted'],
    ['wss://a:b@node.example', 'has_credentials'],
    [`wss://${'a'.repeat(600)}.example`, 'too_long'],
  ] as const)('refuses %j', (text, problem) => {
    expect(parseEndpoint(text)).toEqual({ ok: false, problem });
  });
});
