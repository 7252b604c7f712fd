import { describe, expect, it } from 'vitest';
import { toHex } from '../scale/hex.ts';
import { hasSnapshots, readSnapshot, SNAPSHOT_NOTE } from '../testing/snapshots.ts';
import { metadataDigest } from './digest.ts';

/** Vectors published with the snapshots. */
const VECTORS = [
  [218, '0x595757b6d42c057442818e394b2340bb3334bde29f1811009b495c3d95f39601'],
  [240, '0xe0bcc071da1619132722ded603d02a0cc007ac5b85b41ea0c504267b76301424'],
  [365, '0xb71377fe4314beaf836feb2f9f00900596b0949c1205e488075e3070504a3464'],
  [424, '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f'],
] as const;

describe.skipIf(!hasSnapshots)(`the metadata digest${SNAPSHOT_NOTE}`, () => {
  it.each(VECTORS)('of spec %i equals the published vector', (spec, digest) => {
    expect(toHex(metadataDigest(readSnapshot(spec)))).toBe(digest);
  });

  it('does not depend on where in a buffer the metadata lies', () => {
    const whole = new Uint8Array([9, 9, 9, ...readSnapshot(218)]);
    expect(toHex(metadataDigest(whole.subarray(3)))).toBe(VECTORS[0][1]);
  });

  it('changes when a node renames one call', () => {
    const altered = Buffer.from(readSnapshot(424));
    const at = altered.indexOf('transfer_keep_alive');
    expect(at).toBeGreaterThan(0);
    altered.write('transfer_keep_alivf', at);
    expect(toHex(metadataDigest(new Uint8Array(altered)))).not.toBe(VECTORS[3][1]);
  });
});
