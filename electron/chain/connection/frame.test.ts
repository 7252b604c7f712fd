import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame } from './frame.ts';

const kind = (text: string): string => parseFrame(text).kind;

describe('a frame', () => {
  it.each([
    ['{"jsonrpc":"2.0","id":1,"result":null}', 'reply'],
    ['{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}', 'reply'],
    ['{"jsonrpc":"2.0","method":"x","params":{"subscription":"a","result":1}}', 'notification'],
    ['<html><h1>429 Too Many Requests</h1>', 'rate_limited'],
    ['Too Many Requests', 'rate_limited'],
    ['{"jsonrpc":"2.0","id":null,"error":{"code":-32005,"message":"limit"}}', 'rate_limited'],
    ['{"jsonrpc":"2.0","id":"1","result":1}', 'malformed'],
    ['{"jsonrpc":"2.0","id":1.5,"result":1}', 'malformed'],
    ['[{"jsonrpc":"2.0","id":1,"result":1}]', 'malformed'],
    ['{"id":1,"result":NaN}', 'malformed'],
    ['{"id":1}', 'malformed'],
    ['{"id":1,"error":"text"}', 'malformed'],
    ['{"method":"x"}', 'malformed'],
    ['{"id":1,"result":', 'malformed'],
    ['null', 'malformed'],
  ])('%s is %s', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  it('nested 100,000 deep does no harm', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(kind(deep)).toBe('malformed');
    expect(['malformed', 'reply']).toContain(kind(`{"id":1,"result":${deep}}`));
  });

  it('of any text is answered without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof kind(text) === 'string'));
  });

  it('keeps only the start of an error text', () => {
    const frame = parseFrame(JSON.stringify({ id: 1, error: { code: 1, message: 'x'.repeat(1 << 20) } }));
    expect(frame.kind === 'reply' && frame.error?.text.length).toBe(512);
  });
});
