import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE } from '../testing/snapshots.ts';
import { RuntimeCodec } from './codec.ts';
import { ScaleError, ScaleReader } from './reader.ts';

describe('RuntimeCodec', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['noise', new Uint8Array(4096).fill(0x5a)],
    ['metadata of version 13', Uint8Array.of(0x6d, 0x65, 0x74, 0x61, 13, 0, 0)],
    ['metadata of version 99', Uint8Array.of(0x6d, 0x65, 0x74, 0x61, 99, 0, 0)],
  ])('refuses %s', (_, bytes) => {
    expect(() => new RuntimeCodec(bytes)).toThrow(ScaleError);
  });
});

describe.skipIf(!hasSnapshots)(`decoding hostile bytes${SNAPSHOT_NOTE}`, () => {
  const codec = hasSnapshots ? new RuntimeCodec(readSnapshot(424)) : undefined;

  it('either decodes a call or refuses it with one kind of error, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 400 }), (bytes) => {
        try {
          codec?.readCall(new ScaleReader(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(ScaleError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('stops at calls nested without end', () => {
    // Utility.batch of one call, which is a batch of one call, and so on
    const endless = new Uint8Array(3000);
    for (let at = 0; at < endless.length; at += 3) endless.set([11, 0, 4], at);
    expect(() => codec?.readCall(new ScaleReader(endless))).toThrow(ScaleError);
  });

  it('refuses truncated metadata', () => {
    const whole = readSnapshot(424);
    for (const length of [5, 1000, 100_000, whole.length - 1]) {
      expect(() => new RuntimeCodec(whole.subarray(0, length))).toThrow(ScaleError);
    }
  });
});
