import type { SimNode } from '../node.ts';
import { transactionHash } from '../pool.ts';
import { isLastStatus, type TransactionStatus } from '../transaction-status.ts';
import { RpcError, refusedTransaction } from './rpc-error.ts';
import type { Session } from './session.ts';

/** True when the length prefix says exactly how many bytes follow. */
function isFramed(bytes: Uint8Array): boolean {
  const first = bytes[0] ?? 0;
  const size = [1, 2, 4][first & 3];
  if (size === undefined || bytes.length < size) return false;
  let value = 0;
  for (let i = size - 1; i >= 0; i -= 1) value = value * 256 + (bytes[i] ?? 0);
  return Math.floor(value / 4) === bytes.length - size;
}

/** Puts a transaction into the pool and returns its hash. @throws RpcError with the code a Substrate node answers */
export function submit(node: SimNode, bytes: Uint8Array): string {
  if (!isFramed(bytes)) throw new RpcError(1001, 'Extrinsic has invalid format: wrong length');
  const result = node.submit(bytes);
  if (result.ok) return result.transaction.hash;
  switch (result.kind) {
    case 'invalid':
      throw refusedTransaction(result.reason);
    case 'already_imported':
      throw new RpcError(1013, 'Transaction Already Imported', result.hash);
    case 'banned':
      throw new RpcError(1012, 'Transaction is temporarily banned');
    case 'full':
      throw new RpcError(1016, 'Immediately Dropped', "The transaction couldn't enter the pool because of the limit");
    case 'priority_too_low':
      throw new RpcError(
        1014,
        `Priority is too low: (${result.rival} vs ${result.own})`,
        'The transaction has too low priority to replace another transaction already in the pool.',
      );
  }
}

/**
 * Submits and pushes every status until the last one.
 * @returns the id of the subscription
 * @throws RpcError as `submit` does
 */
export function watchTransaction(
  session: Session,
  bytes: Uint8Array,
  send: (id: string, status: TransactionStatus) => void,
): string {
  const hash = transactionHash(bytes);
  const id: string = session.subscribe(
    session.node.transactions.onStatus.add((told) => {
      if (told.hash !== hash) return;
      send(id, told.status);
      if (isLastStatus(told.status)) session.unsubscribe(id);
    }),
  );
  try {
    submit(session.node, bytes);
  } catch (error) {
    session.unsubscribe(id);
    throw error;
  }
  return id;
}
