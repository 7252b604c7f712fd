import { AppError } from '../../../shared/errors/index.ts';
import type { Connection } from '../connection/connection.ts';
import type { SignedExtrinsic } from '../port.ts';
import { toHex } from '../scale/hex.ts';
import { poolVerdict } from './pool-error.ts';

/** Codes that mean the call left but no answer came back. */
const NO_ANSWER = new Set([
  'chain.timeout',
  'chain.offline',
  'chain.reply_malformed',
  'chain.reply_too_large',
  'chain.stale',
]);

/**
 * Sends once and never again by itself. Resolves with our own hash when the pool has the extrinsic.
 * @throws AppError chain.offline when nothing was sent; tx.unknown_outcome when it was sent and no answer came;
 * tx.* when the pool refused it
 */
export async function submitExtrinsic(
  connection: Connection,
  { bytes, hash }: SignedExtrinsic,
  deadlineMs: number,
): Promise<string> {
  const session = await connection.session(deadlineMs);
  if (session.isClosed) throw new AppError('chain.offline');
  try {
    await session.call('author_submitExtrinsic', [toHex(bytes)], deadlineMs, false);
    return hash;
  } catch (error) {
    const verdict = poolVerdict(error);
    if (verdict === 'already_there') return hash;
    if (NO_ANSWER.has(verdict.code)) throw new AppError('tx.unknown_outcome', { hash }, { cause: verdict });
    throw verdict;
  }
}
