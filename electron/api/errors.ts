import { ORPCError } from '@orpc/server';
import { AppError, type AppErrorShape } from '../../shared/errors/index.ts';
import type { Logger } from '../log/index.ts';

export type ApiError = ORPCError<'APP_ERROR', AppErrorShape>;

export function toApiError(shape: AppErrorShape): ApiError {
  return new ORPCError('APP_ERROR', { defined: true, status: 500, message: shape.code, data: shape });
}

/**
 * What may cross to the window: a closed code and plain facts. Anything that is not an AppError is `internal` there and keeps
 * its story in the log; no message of foreign making and no stack leaves main.
 */
export function translateError(error: unknown, procedure: string, log: Logger): ApiError {
  const known = AppError.find(error);
  if (known !== undefined) {
    log.info('a call failed', { procedure, error: known.code });
    if (known.code === 'internal') log.error('internal error', { procedure, error });
    return toApiError(known.toShape());
  }
  if (error instanceof ORPCError && error.code === 'APP_ERROR') return error as ApiError;
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    log.warn('a call was refused for its input', { procedure });
    return toApiError({ code: 'api.bad_input', facts: {} });
  }
  log.error('a call failed unexpectedly', { procedure, error });
  return toApiError({ code: 'internal', facts: {} });
}
