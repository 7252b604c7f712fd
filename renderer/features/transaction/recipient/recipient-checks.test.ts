import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecipient, isHardStop, type KnownAddress, looksAlike } from './recipient-checks.ts';

const ALPHABET = Array.from('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz');
const chars = (length: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length }).map((list) => list.join(''));

const own: KnownAddress = {
  address: '5Grwvaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  role: 'own_account',
  name: 'Main',
};

describe('recipient checks', () => {
  it.each([4, 5, 6])('stop a different address that shares the first and last %i characters', (count) => {
    fc.assert(
      fc.property(chars(count), chars(count), chars(48 - 2 * count), chars(48 - 2 * count), (head, tail, a, b) => {
        fc.pre(a !== b);
        const known: KnownAddress = { address: `${head}${a}${tail}`, role: 'past_recipient', name: undefined };
        const findings = checkRecipient(`${head}${b}${tail}`, [known]);
        expect(isHardStop(findings)).toBe(true);
        expect(findings[0]).toEqual({ kind: 'lookalike', known });
      }),
    );
  });

  it('never stop the known address itself', () => {
    fc.assert(
      fc.property(chars(48), fc.constantFrom('own_account', 'past_recipient'), (address, role) => {
        expect(isHardStop(checkRecipient(address, [{ address, role, name: undefined }]))).toBe(false);
      }),
    );
  });

  it('need both ends alike', () => {
    expect(looksAlike('5Grwaaaa1111', '5Grwbbbb2222')).toBe(false);
    expect(looksAlike('5Grwaaaa1111', '5Grxbbbb1111')).toBe(false);
    expect(looksAlike('5Grwaaaa1111', '5Grwbbbb1111')).toBe(true);
  });

  it('still stop a look-alike that somebody registered as a validator', () => {
    const twin = `5Grw${'b'.repeat(40)}aaaa`;
    const findings = checkRecipient(twin, [own, { address: twin, role: 'validator', name: 'Main' }]);
    expect(findings.map(({ kind }) => kind)).toEqual(['lookalike', 'validator']);
  });

  it('say own account, validator and first time for what they are', () => {
    expect(checkRecipient(own.address, [own])).toEqual([{ kind: 'own_account', name: 'Main' }]);
    expect(checkRecipient('5Fzzz', [own])).toEqual([{ kind: 'first_time' }]);
    expect(checkRecipient('5Fzzz', [{ address: '5Fzzz', role: 'past_recipient', name: undefined }])).toEqual([]);
  });
});
