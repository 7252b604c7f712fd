import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors/index.ts';
import { toAppError } from './errors.ts';

describe('a failed call', () => {
  test('keeps the code and facts main sent', () => {
    const error = new ORPCError('APP_ERROR', { data: { code: 'vault.backing_off', facts: { waitMs: 2000 } } });
    expect(toAppError(error)).toEqual({ code: 'vault.backing_off', facts: { waitMs: 2000 } });
  });

  test('does not believe a code that is not ours', () => {
    const error = new ORPCError('APP_ERROR', { data: { code: '<img>', facts: {} } });
    expect(toAppError(error).code).toBe('internal');
  });

  test.each([
    ['BAD_REQUEST', 'api.bad_input'],
    ['NOT_FOUND', 'api.not_found'],
    ['TOO_MANY_REQUESTS', 'api.too_many_requests'],
  ])('translates %s of the transport', (code, ours) => {
    expect(toAppError(new ORPCError(code)).code).toBe(ours);
  });

  test('finds our error among causes, and calls the rest internal', () => {
    expect(toAppError(new Error('x', { cause: new AppError('disk.full') })).code).toBe('disk.full');
    expect(toAppError('boom')).toEqual({ code: 'internal', facts: {} });
  });
});
