import { AppError } from '../../../shared/errors/index.ts';
import type { Coldkey } from '../../../shared/units/index.ts';
import { getAccounts } from '../queries/account.ts';
import type { BlockReader } from '../queries/read-at.ts';

/** Extrinsics of one account that may sensibly wait in a pool. */
const MAX_WAITING = 32;
/** How far the pool's view may lag behind the state (it may be one block old). */
const MAX_LAG = 2;

/**
 * Next nonce: the state's, or the pool's when extrinsics are waiting.
 * @throws AppError chain.nonce_disagrees when the two cannot both be true
 */
export async function getNextNonce(
  reader: BlockReader,
  request: (method: string, params: readonly unknown[]) => Promise<unknown>,
  coldkey: Coldkey,
): Promise<number> {
  const [{ value: accounts }, pool] = await Promise.all([
    reader.at((at) => getAccounts(at, [coldkey])),
    request('system_accountNextIndex', [coldkey]),
  ]);
  return reconcileNonce(accounts[0]?.nonce ?? 0, pool);
}

/** @throws AppError chain.nonce_disagrees, chain.reply_malformed */
export function reconcileNonce(state: number, pool: unknown): number {
  if (typeof pool !== 'number' || !Number.isInteger(pool) || pool < 0 || pool >= 2 ** 32) {
    throw new AppError('chain.reply_malformed', { what: 'nonce' });
  }
  if (pool > state + MAX_WAITING || pool < state - MAX_LAG)
    throw new AppError('chain.nonce_disagrees', { state, pool });
  return Math.max(state, pool);
}
