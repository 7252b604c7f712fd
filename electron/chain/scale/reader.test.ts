import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScaleError, ScaleReader } from './reader.ts';
import { compactBytes, concatBytes, uintBytes } from './writer.ts';

const bytes = (...values: number[]): ScaleReader => new ScaleReader(Uint8Array.from(values));

describe('ScaleReader', () => {
  it('reads back every compact integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (value) => {
        const reader = new ScaleReader(compactBytes(value));
        expect(reader.compact()).toBe(value);
        reader.end();
      }),
    );
  });

  it.each([
    ['two bytes', [0x01, 0x00]],
    ['four bytes', [0x02, 0x00, 0x00, 0x00]],
    ['five bytes', [0x03, 0x00, 0x00, 0x00, 0x00]],
    ['nine bytes', [0x13, 1, 0, 0, 0, 0, 0, 0, 0]],
  ])('refuses a small compact integer written in %s', (_, values) => {
    expect(() => bytes(...values).compact()).toThrow(ScaleError);
  });

  it('reads back signed and unsigned integers of every width', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 4, 8, 16, 32), fc.bigInt(), (width, seed) => {
        const unsigned = BigInt.asUintN(width * 8, seed);
        const reader = new ScaleReader(concatBytes(uintBytes(unsigned, width), uintBytes(unsigned, width)));
        expect(reader.integer(width, false)).toBe(unsigned);
        expect(reader.integer(width, true)).toBe(BigInt.asIntN(width * 8, seed));
      }),
    );
  });

  it('refuses a list length the bytes cannot hold, at once', () => {
    const length = compactBytes(1n << 30n);
    expect(() => new ScaleReader(length).length(1)).toThrow(ScaleError);
    expect(() => new ScaleReader(length).length(0)).toThrow(ScaleError);
  });

  it('refuses to read past the end and to leave bytes over', () => {
    expect(() => bytes(1, 2, 3).u32()).toThrow(ScaleError);
    expect(() => bytes(1).end()).toThrow(ScaleError);
    expect(() => bytes(2).bool()).toThrow(ScaleError);
  });
});
