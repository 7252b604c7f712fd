import type { TransactionStatus } from '../transaction-status.ts';
import { hexParam, stringParam } from './params.ts';
import { invalidParams, RpcError } from './rpc-error.ts';
import type { Methods, Params, Session } from './session.ts';
import { watchTransaction } from './submit.ts';

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
    case 'finalityTimeout':
      return [{ event: 'dropped', error: 'Finality timeout exceeded' }];
    case 'usurped':
      return [{ event: 'invalid', error: 'Extrinsic was usurped' }];
    case 'invalid':
      return [{ event: 'invalid', error: `Extrinsic marked as invalid: ${status.reason.kind}` }];
    case 'dropped':
      return [{ event: 'dropped', error: 'Extrinsic dropped from the pool' }];
    case 'broadcast':
      return [];
  }
}

function submitAndWatch(params: Params, session: Session): string {
  const bytes = hexParam(params[0], 'transaction');
  const send = (id: string, event: Record<string, unknown>): void =>
    session.notify('transactionWatch_v1_watchEvent', id, event);
  try {
    return watchTransaction(session, bytes, (id, status) => {
      for (const event of watchEvents(status)) send(id, event);
    });
  } catch (error) {
    if (!(error instanceof RpcError) || error.code < 0) throw error;
    // This method reports a refusal as an event of a subscription, not as an error.
    const id = session.subscribe(() => undefined);
    send(id, { event: 'invalid', error: error.data ?? error.message });
    return id;
  }
}

function stop(name: string): (params: Params, session: Session) => null {
  return ([id], session) => {
    if (!session.unsubscribe(stringParam(id, name))) throw invalidParams(`no such ${name}`);
    return null;
  };
}

export const transactionMethods: Methods = {
  transaction_v1_broadcast: broadcast,
  transaction_v1_stop: stop('operationId'),
  transactionWatch_v1_submitAndWatch: submitAndWatch,
  transactionWatch_v1_unwatch: ([id], session) => session.unsubscribe(stringParam(id, 'subscription')),
};
