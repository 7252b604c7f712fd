import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing/samples.ts';
import { assertNewPassword, toPasswordBytes } from './password.ts';

const hex = (text: string): string => Buffer.from(toPasswordBytes(text)).toString('hex');

describe('password rule', () => {
  it('reads composed and decomposed text as the same password', () => {
    expect(hex('café-déjà-vu')).toBe(hex('café-déjà-vu'.normalize('NFD')));
    expect(hex('ﬁsh')).toBe(hex('fish'));
  });

  it.each([' leading', 'trailing ', 'in side', 'nul\u0000inside', '🔐🧂👩‍👩‍👧', 'İstanbul', 'x'.repeat(1024)])(
    'keeps every character of %j',
    (text) => {
      expect(hex(text)).toBe(Buffer.from(text.normalize('NFKC'), 'utf8').toString('hex'));
      expect(hex(text)).not.toBe(hex(Array.from(text).slice(1).join('')));
    },
  );

  it.each(['\ud800', 'a\udc00b', 'x'.repeat(1025), 'x'.repeat(10_000_000)])(
    'refuses what has no bounded UTF-8 form',
    async (text) => {
      expect(await codeOf(() => toPasswordBytes(text))).toBe('api.bad_input');
      expect(await codeOf(() => assertNewPassword(text))).toBe('api.bad_input');
    },
  );

  it('counts characters, not units, for a new password', async () => {
    expect(await codeOf(() => assertNewPassword('🔐'.repeat(7)))).toBe('vault.password_too_weak');
    expect(await codeOf(() => assertNewPassword('🔐'.repeat(8)))).toBe('none');
    expect(await codeOf(() => assertNewPassword(''))).toBe('vault.password_too_weak');
  });
});
