import { AppError } from '../../../shared/errors/index.ts';
import { isRateLimit, type RpcErrorObject } from './frame.ts';

/** The node answered a call with an error. Kept apart so that `submit` can read the pool's verdict out of it. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly object: RpcErrorObject;

  constructor(object: RpcErrorObject) {
    super(`rpc error ${object.code}`);
    this.object = object;
  }
}

/** What any call's error object means. The node's words stay behind. */
export function toChainError(error: RpcErrorObject, method: string): AppError {
  const cause = new RpcError(error);
  if (isRateLimit(error)) return new AppError('chain.rate_limited', {}, { cause });
  return new AppError('chain.rpc_failed', { method, rpcCode: error.code }, { cause });
}
