import { ORPCError } from '@orpc/client';
import {
  APP_ERROR_CODES,
  AppError,
  type AppErrorCode,
  type AppErrorFacts,
  type AppErrorShape,
} from '../../shared/errors/index.ts';

const CODES: ReadonlySet<string> = new Set(APP_ERROR_CODES);

/** What oRPC itself answers before a procedure of ours is reached. */
const BOUNDARY: Readonly<Record<string, AppErrorCode>> = {
  BAD_REQUEST: 'api.bad_input',
  NOT_FOUND: 'api.not_found',
  UNAUTHORIZED: 'api.unauthorized',
  FORBIDDEN: 'api.unauthorized',
  TOO_MANY_REQUESTS: 'api.too_many_requests',
};

function isShape(data: unknown): data is AppErrorShape {
  if (typeof data !== 'object' || data === null || !('code' in data) || !('facts' in data)) return false;
  return typeof data.code === 'string' && CODES.has(data.code) && typeof data.facts === 'object' && data.facts !== null;
}

/** The closed code and facts of whatever was thrown by a call. Foreign text is left behind. */
export function toAppError(error: unknown): AppErrorShape {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    if (isShape(data)) return { code: data.code, facts: data.facts };
    const name: unknown = error.code;
    const code = typeof name === 'string' ? BOUNDARY[name] : undefined;
    if (code !== undefined) return { code, facts: {} };
  }
  const own = AppError.find(error);
  if (own !== undefined) return own.toShape();
  const facts: AppErrorFacts = {};
  return { code: 'internal', facts };
}
