import * as theirs from '@polkadot/util-crypto';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { blake2AsU8a, decodeAddress } from './icon-hash.ts';

describe('what the address picture is drawn from', () => {
  test.each([0, 1, 127, 255])('equals the package it stands in for (key of bytes %i)', (byte) => {
    const key = new Uint8Array(32).fill(byte);
    expect(blake2AsU8a(key, 512)).toEqual(theirs.blake2AsU8a(key, 512));
    expect(decodeAddress(addressOf(key))).toEqual(theirs.decodeAddress(addressOf(key)));
  });

  test('refuses text that is no address', () => {
    expect(() => decodeAddress('5Grwva')).toThrow(RangeError);
  });
});
