import { blake2AsHex } from '@polkadot/util-crypto';
import type { TransactionStatus } from '../transaction-status.ts';
import { accept } from './author.ts';
import { hexParam, stringParam } from './params.ts';
import { RpcError } from './rpc-error.ts';
import type { Methods, Params, Session } from './session.ts';

/** Keeps offering the transaction at every new block until told to stop: it may become valid. */
function broadcast(params: Params, session: Session): string {
  const bytes = hexParam(params[0], 'transaction');
  const offer = (): void => void session.node.submit(bytes);
  const id = session.subscribe(session.node.onBest.add(offer));
  offer();
  return id;
}

function watchEvents(status: TransactionStatus): Record<string, unknown>[] {
  switch (status.kind) {
    case 'ready':
    case 'future':
      return [{ event: 'validated' }];
    case 'inBlock':
      return [{ event: 'bestChainBlockIncluded', block: { hash: status.blockHash, index: status.index } }];
    case 'retracted':
      return [{ event: 'bestChainBlockIncluded', block: null }];
    case 'finalized':
      return [{ event: 'finalized', block: { hash: status.blockHash, index: status.index } }];
    case 'usurped':
      return [{ event: 'invalid', error: 'usurped' }];
    case 'invalid':
      return [{ event: 'invalid', error: status.reason.kind }];
    case 'dropped':
      return [{ event: 'dropped', error: 'dropped' }];
    case 'broadcast':
      return [];
  }
}

function submitAndWatch(params: Params, session: Session): string {
  if (!session.canPush) throw new RpcError(-32_601, 'Subscriptions are not available on this transport');
  const bytes = hexParam(params[0], 'transaction');
  const hash = blake2AsHex(bytes, 256);
  const push = (event: Record<string, unknown>): void => session.notify('transactionWatch_v1_watchEvent', id, event);
  const id: string = session.subscribe(
    session.node.onStatus.add((told) => {
      if (told.hash === hash) watchEvents(told.status).forEach(push);
    }),
  );
  try {
    accept(session.node.submit(bytes));
  } catch (error) {
    push({ event: 'invalid', error: error instanceof RpcError ? (error.data ?? error.message) : 'invalid' });
  }
  return id;
}

export const transactionMethods: Methods = {
  transaction_v1_broadcast: broadcast,
  transaction_v1_stop: ([id], session) => {
    session.unsubscribe(stringParam(id, 'operationId'));
    return null;
  },
  transactionWatch_v1_submitAndWatch: submitAndWatch,
  transactionWatch_v1_unwatch: ([id], session) => {
    session.unsubscribe(stringParam(id, 'subscription'));
    return null;
  },
};
