import { hexOf } from '../../runtime/hex.ts';
import type { TransactionStatus } from '../transaction-status.ts';
import { hexParam, stringParam } from './params.ts';
import { unsafeCall } from './rpc-error.ts';
import type { Methods, Params, Session } from './session.ts';
import { submit, watchTransaction } from './submit.ts';
import { LOCAL_PEER_ID } from './system.ts';

function legacyStatus(status: TransactionStatus): unknown {
  switch (status.kind) {
    case 'inBlock':
    case 'retracted':
    case 'finalized':
    case 'finalityTimeout':
      return { [status.kind]: status.blockHash };
    case 'usurped':
      return { usurped: status.by };
    case 'broadcast':
      return { broadcast: [LOCAL_PEER_ID] };
    case 'future':
    case 'ready':
    case 'dropped':
    case 'invalid':
      return status.kind;
  }
}

function submitAndWatch(params: Params, session: Session): string {
  return watchTransaction(session, hexParam(params[0], 'extrinsic'), (id, status) =>
    session.notify('author_extrinsicUpdate', id, legacyStatus(status)),
  );
}

export const authorMethods: Methods = {
  author_submitExtrinsic: ([extrinsic], { node }) => submit(node, hexParam(extrinsic, 'extrinsic')),
  author_submitAndWatchExtrinsic: submitAndWatch,
  author_unwatchExtrinsic: ([id], session) => session.unsubscribe(stringParam(id, 'subscription')),
  author_pendingExtrinsics: (_params, { node }) => node.transactions.pool.all().map(({ bytes }) => hexOf(bytes)),
  author_hasKey: unsafeCall,
  author_hasSessionKeys: unsafeCall,
  author_insertKey: unsafeCall,
  author_removeExtrinsic: unsafeCall,
  author_rotateKeys: unsafeCall,
};
