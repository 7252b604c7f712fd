import { bool, u8, u16, u32, u64 } from '@polkadot-api/substrate-bindings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeValueCodec } from './primitives.ts';

const CASES: readonly (readonly [name: string, theirs: (value: never) => Uint8Array, values: fc.Arbitrary<unknown>])[] =
  [
    ['bool', bool.enc, fc.boolean()],
    ['u8', u8.enc, fc.nat(255)],
    ['u16', u16.enc, fc.nat(65_535)],
    ['u32', u32.enc, fc.nat(4_294_967_295)],
    ['u64', u64.enc, fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })],
  ];

describe('short codecs of stored values', () => {
  it.each(CASES)('write and read %s as the library does, wherever it lies in memory', (name, theirs, values) => {
    const ours = wholeValueCodec(name);
    fc.assert(
      fc.property(values, (value) => {
        const bytes = ours?.enc(value) ?? new Uint8Array();
        expect(bytes).toEqual(theirs(value as never));
        const within = new Uint8Array([9, ...bytes, 9]).subarray(1, 1 + bytes.length);
        expect(ours?.dec(within)).toBe(value);
      }),
    );
  });

  it('exist only for what they are known for', () => {
    expect(wholeValueCodec('str')).toBeUndefined();
  });
});
