import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexOf } from '../runtime/hex.ts';
import { decodeSaved, encodeSaved, OtherFormat, type Saved } from './saved.ts';

const bytes = fc.uint8Array({ maxLength: 80 });
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const key = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((raw) => hexOf(raw).slice(2));
const values = fc.array(fc.tuple(key, bytes), { maxLength: 6 }).map((pairs) => new Map(pairs));
const u32 = fc.nat({ max: 0xffff_ffff });
const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const savedArb: fc.Arbitrary<Saved> = fc.record({
  scenario: fc.string(),
  seed: fc.string(),
  specVersion: u32,
  genesisHash: hash.map(hexOf),
  genesisMs: u64,
  state: values,
  blocks: fc.array(
    fc.record({
      header: fc.record({
        parentHash: hash,
        number: u32,
        stateRoot: hash,
        extrinsicsRoot: hash,
        digest: fc.array(bytes, { maxLength: 2 }),
      }),
      extrinsics: fc.array(bytes, { maxLength: 3 }),
      inherentCount: u32,
      timestampMs: u64,
      remnant: values,
    }),
    { maxLength: 4 },
  ),
});

describe('the bytes of a kept chain', () => {
  it('read back as what was written', () => {
    fc.assert(
      fc.property(savedArb, (saved) => {
        expect(decodeSaved(encodeSaved(saved))).toEqual(saved);
      }),
    );
  });

  it('are refused when any bit differs, when cut, and when longer', () => {
    fc.assert(
      fc.property(savedArb, fc.nat(), fc.nat({ max: 7 }), (saved, where, bit) => {
        const good = encodeSaved(saved);
        const at = where % good.length;
        const flipped = good.slice();
        flipped[at] = (good[at] ?? 0) ^ (1 << bit);
        expect(() => decodeSaved(flipped)).toThrow();
        expect(() => decodeSaved(good.subarray(0, at))).toThrow();
        expect(() => decodeSaved(new Uint8Array([...good, 0]))).toThrow();
      }),
    );
  });

  it('say when they are of another version of the format', () => {
    const [saved] = fc.sample(savedArb, 1);
    if (saved === undefined) throw new Error('no sample');
    const text = Buffer.from(encodeSaved(saved));
    text.write('9999', 'soma simnet '.length);
    expect(() => decodeSaved(text)).toThrow(OtherFormat);
  });
});
