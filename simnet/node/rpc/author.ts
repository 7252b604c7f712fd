import { blake2AsHex } from '@polkadot/util-crypto';
import { hexOf } from '../../runtime/hex.ts';
import type { AddResult } from '../pool.ts';
import { isLastStatus, type TransactionStatus } from '../transaction-status.ts';
import { hexParam, stringParam } from './params.ts';
import { RpcError, refusedTransaction } from './rpc-error.ts';
import type { Methods, Params, Session } from './session.ts';

/** @throws RpcError with the code a Substrate node answers */
export function accept(result: AddResult): string {
  if (result.ok) return result.transaction.hash;
  if (result.kind === 'invalid') throw refusedTransaction(result.reason);
  if (result.kind === 'already_imported') throw new RpcError(1013, 'Transaction is already imported');
  throw new RpcError(
    1014,
    'Priority is too low: (1 vs 1): The transaction has too low priority to replace another transaction already in the pool.',
  );
}

function legacyStatus(status: TransactionStatus): unknown {
  switch (status.kind) {
    case 'inBlock':
    case 'retracted':
    case 'finalized':
      return { [status.kind]: status.blockHash };
    case 'usurped':
      return { usurped: status.by };
    case 'broadcast':
      return { broadcast: [] };
    case 'future':
    case 'ready':
    case 'dropped':
    case 'invalid':
      return status.kind;
  }
}

function submitAndWatch(params: Params, session: Session): string {
  const bytes = hexParam(params[0], 'extrinsic');
  const hash = blake2AsHex(bytes, 256);
  const early: TransactionStatus[] = [];
  let push = (status: TransactionStatus): void => void early.push(status);
  const stop = session.node.onStatus.add((told) => {
    if (told.hash === hash) push(told.status);
  });
  try {
    accept(session.node.submit(bytes));
  } catch (error) {
    stop();
    throw error;
  }
  const id = session.subscribe(stop);
  push = (status) => {
    session.notify('author_extrinsicUpdate', id, legacyStatus(status));
    if (isLastStatus(status)) session.unsubscribe(id);
  };
  for (const status of early) push(status);
  return id;
}

const unsafe = (): never => {
  throw new RpcError(-32_601, 'RPC call is unsafe to be called externally');
};

export const authorMethods: Methods = {
  author_submitExtrinsic: ([extrinsic], { node }) => accept(node.submit(hexParam(extrinsic, 'extrinsic'))),
  author_submitAndWatchExtrinsic: submitAndWatch,
  author_unwatchExtrinsic: ([id], session) => session.unsubscribe(stringParam(id, 'subscription')),
  author_pendingExtrinsics: (_params, { node }) => node.pool.all().map(({ bytes }) => hexOf(bytes)),
  author_hasKey: unsafe,
  author_hasSessionKeys: unsafe,
  author_insertKey: unsafe,
  author_removeExtrinsic: unsafe,
  author_rotateKeys: unsafe,
};
