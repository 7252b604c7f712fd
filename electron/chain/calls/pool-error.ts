import { AppError, type AppErrorCode } from '../../../shared/errors/index.ts';
import { RpcError } from '../connection/rpc-error.ts';

/** `Invalid Transaction: Custom error: N`, as the Subtensor runtime numbers its refusals. */
const CUSTOM: Readonly<Record<number, AppErrorCode>> = {
  0: 'tx.coldkey_swap_pending',
  1: 'tx.below_min_stake',
  2: 'tx.insufficient_balance',
  3: 'tx.subnet_missing',
  4: 'tx.hotkey_unknown',
  5: 'tx.not_enough_stake',
  6: 'tx.rate_limited',
  7: 'tx.cannot_execute',
  8: 'tx.price_limit',
  9: 'tx.transfer_disallowed',
  21: 'tx.coldkey_swap_pending',
};

/** Phrases of the node's own wording for what FRAME's validity errors mean. */
const PHRASES: readonly (readonly [RegExp, AppErrorCode])[] = [
  [/inability to pay/i, 'tx.fee_unpayable'],
  [/outdated|stale/i, 'tx.nonce_changed'],
  [/valid in the future|\bfuture\b/i, 'tx.nonce_changed'],
  [/ancient birth/i, 'tx.expired'],
  [/exhaust/i, 'tx.cannot_execute'],
];

const BAD_PROOF = /bad signature|bad ?proof/i;
const BAD_PROOF_REASON = 'bad proof';

/** True when the chain called a signature bad that was checked before it was sent. */
export function isRefusedProof(error: unknown): boolean {
  const found = AppError.find(error);
  return found?.code === 'tx.pool_rejected' && found.facts['reason'] === BAD_PROOF_REASON;
}

export type PoolVerdict = 'already_there' | AppError;

/**
 * What the pool said to a submission. The hash being known already is as good as acceptance.
 * Only codes and numbers are taken from the node's words.
 */
export function poolVerdict(error: unknown): PoolVerdict {
  const rpc = findRpcError(error);
  if (rpc === undefined) return AppError.find(error) ?? new AppError('internal', {}, { cause: error });
  const { code, text } = rpc.object;
  if (code === 1013) return 'already_there';
  if (code === 1014) return new AppError('tx.nonce_changed', { reason: 'same nonce in pool' }, { cause: rpc });
  if (code === 1010) return invalid(text, rpc);
  if (code === 1011) return new AppError('tx.pool_rejected', { reason: 'unknown validity' }, { cause: rpc });
  if (code === 1012) return new AppError('tx.pool_rejected', { reason: 'banned' }, { cause: rpc });
  if (code === 1016) return new AppError('tx.pool_rejected', { reason: 'pool full' }, { cause: rpc });
  if (AppError.find(error)?.code === 'chain.rate_limited')
    return new AppError('chain.rate_limited', {}, { cause: rpc });
  return new AppError('tx.pool_rejected', { rpcCode: code }, { cause: rpc });
}

function invalid(text: string, cause: RpcError): AppError {
  const custom = /custom error: (\d{1,3})/i.exec(text)?.[1];
  if (custom !== undefined) {
    const customError = Number(custom);
    return new AppError(CUSTOM[customError] ?? 'tx.pool_rejected', { customError }, { cause });
  }
  // The signature was checked before it was sent, so what it was made over is not what the runtime expects: the node
  // described the runtime wrongly. A proof over false metadata fails like this.
  if (BAD_PROOF.test(text)) return new AppError('tx.pool_rejected', { reason: BAD_PROOF_REASON }, { cause });
  const found = PHRASES.find(([pattern]) => pattern.test(text));
  return new AppError(found?.[1] ?? 'tx.pool_rejected', {}, { cause });
}

function findRpcError(error: unknown): RpcError | undefined {
  let at: unknown = error;
  for (let depth = 0; depth < 8 && at instanceof Error; depth += 1) {
    if (at instanceof RpcError) return at;
    at = at.cause;
  }
  return undefined;
}
