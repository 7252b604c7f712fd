import { AppError } from '../../../shared/errors/index.ts';
import { MAX_PASSWORD_UNITS, MIN_PASSWORD_CHARS } from './limits.ts';

/**
 * The one rule that turns a typed password into bytes: Unicode NFKC, then UTF-8. Nothing is trimmed or folded;
 * spaces, emoji and NUL count. Half a surrogate pair has no UTF-8 form and is refused. Wipe the result.
 * @throws AppError api.bad_input
 */
export function toPasswordBytes(text: string): Uint8Array {
  if (text.length > MAX_PASSWORD_UNITS || /\p{Cs}/u.test(text))
    throw new AppError('api.bad_input', { field: 'password' });
  return new TextEncoder().encode(text.normalize('NFKC'));
}

/** @throws AppError vault.password_too_weak, api.bad_input */
export function assertNewPassword(text: string): void {
  if (text.length > MAX_PASSWORD_UNITS || /\p{Cs}/u.test(text))
    throw new AppError('api.bad_input', { field: 'password' });
  if (Array.from(text.normalize('NFKC')).length < MIN_PASSWORD_CHARS) {
    throw new AppError('vault.password_too_weak', { minimum: MIN_PASSWORD_CHARS });
  }
}
