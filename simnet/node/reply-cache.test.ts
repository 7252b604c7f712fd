import { expect, it } from 'vitest';
import type { Block } from './block.ts';
import { ReplyCache } from './reply-cache.ts';

const block = (hash: string): Block => ({ hash }) as unknown as Block;
const bytes = (value: number): Uint8Array => Uint8Array.of(value);

it('asks once for the same question at the same block, and anew for any other', () => {
  const cache = new ReplyCache();
  let asked = 0;
  const ask = (hash: string, method: string, argument: number): number | undefined =>
    cache.of(block(hash), method, bytes(argument), () => {
      asked += 1;
      return bytes(asked);
    })[0];
  expect(ask('a', 'm', 1)).toBe(1);
  expect(ask('a', 'm', 1)).toBe(1);
  expect(ask('b', 'm', 1)).toBe(2);
  expect(ask('a', 'n', 1)).toBe(3);
  expect(ask('a', 'm', 2)).toBe(4);
  for (const hash of ['c', 'd', 'e']) ask(hash, 'm', 1);
  expect(asked).toBe(7);
  expect(ask('a', 'm', 1)).toBe(8);
});

it('keeps no failure', () => {
  const cache = new ReplyCache();
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => cache.of(block('a'), 'm', bytes(1), fail)).toThrow('no');
  expect(cache.of(block('a'), 'm', bytes(1), () => bytes(9))).toEqual(bytes(9));
});
