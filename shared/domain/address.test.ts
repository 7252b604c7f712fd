import { describe, expect, it } from 'vitest';
import { addressOf, parseAddress } from './address.ts';

describe('addressOf', () => {
  it('tells apart keys that are views of one buffer', () => {
    const both = new Uint8Array(64).fill(1, 0, 32).fill(2, 32);
    const first = addressOf(both.subarray(0, 32));
    const second = addressOf(both.subarray(32));
    expect(second).not.toBe(first);
    expect(second).toBe(addressOf(new Uint8Array(32).fill(2)));
    const parsed = parseAddress(second);
    expect(parsed.ok && parsed.publicKey[0]).toBe(2);
  });
});
