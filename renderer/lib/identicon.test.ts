import { describe, expect, test } from 'vitest';
import { addressOf } from '../../shared/domain/address.ts';
import { identiconOf } from './identicon.ts';

const at = (index: number, value: number): string =>
  addressOf(Uint8Array.from({ length: 32 }, (_, i) => (i === index ? value : 7)));

describe('the picture of an address', () => {
  test('is the same every time and mirrored', () => {
    const icon = identiconOf(at(0, 7));
    expect(icon).toEqual(identiconOf(at(0, 7)));
    for (const cell of icon?.cells ?? []) expect(icon?.cells).toContainEqual({ ...cell, x: 4 - cell.x });
  });

  test('changes with any byte of the key', () => {
    const seen = new Set(Array.from({ length: 32 }, (_, index) => JSON.stringify(identiconOf(at(index, 8)))));
    expect(seen.size).toBe(32);
  });

  test('does not exist for text that is no address', () => {
    expect(identiconOf('5Grwva')).toBeUndefined();
  });
});
