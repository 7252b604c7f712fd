import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScaleError, ScaleReader } from '../scale/reader.ts';
import { encodeEra, eraFrom, lastBlockOf, periodFor, readEra } from './era.ts';

const period = fc.constantFrom(4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048);

describe('mortality', () => {
  it('reads back what it writes, and is never immortal', () => {
    fc.assert(
      fc.property(period, fc.nat(2 ** 31), (blocks, birth) => {
        const era = eraFrom(birth, blocks);
        const bytes = encodeEra(era);
        expect(bytes[0] === 0 && bytes[1] === 0).toBe(false);
        expect(readEra(new ScaleReader(bytes))).toEqual(era);
      }),
    );
  });

  it('names as last the block before the chain computes another birth', () => {
    const birthAt = (block: number, { period: p, phase }: { period: number; phase: number }): number =>
      Math.floor((Math.max(block, phase) - phase) / p) * p + phase;
    fc.assert(
      fc.property(period, fc.integer({ min: 1, max: 2 ** 31 }), (blocks, birth) => {
        const era = eraFrom(birth, blocks);
        const last = lastBlockOf(birth, blocks);
        expect(birthAt(birth, era)).toBe(birth);
        expect(birthAt(last, era)).toBe(birth);
        expect(birthAt(last + 1, era)).not.toBe(birth);
      }),
    );
  });

  it('rounds any wish to a power of two from 4 to 2048', () => {
    expect([0, 1, 4, 5, 64, 65, 2048, 1e9].map(periodFor)).toEqual([4, 4, 4, 8, 64, 128, 2048, 2048]);
  });

  it('refuses a phase outside the period', () => {
    expect(() => readEra(new ScaleReader(Uint8Array.of(0x01, 0xff)))).toThrow(ScaleError);
  });
});
