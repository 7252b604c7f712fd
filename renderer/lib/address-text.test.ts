import { describe, expect, test } from 'vitest';
import { addressGroups, shortAddress } from './address-text.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';

describe('an address as text', () => {
  test('is short for lists', () => {
    expect(shortAddress(ALICE)).toBe('5Grwva…GKutQY');
  });

  test('loses no character in groups of four', () => {
    const groups = addressGroups(ALICE);
    expect(groups).toHaveLength(12);
    expect(groups.join('')).toBe(ALICE);
  });
});
