import { hexOf } from '../../../runtime/hex.ts';
import type { Block } from '../../block.ts';
import { stringParam } from '../params.ts';
import { RpcError } from '../rpc-error.ts';
import type { Methods, Params, Session } from '../session.ts';
import { Follower } from './follow.ts';
import { bodyOperation, callOperation, type Operation, storageOperation } from './operations.ts';

/** Follow subscriptions of one connection. */
const MAX_FOLLOWERS = 8;

/** Followers of each connection; they go with it. */
const followersOf = new WeakMap<Session, Map<string, Follower>>();

/** Undefined for a subscription that is unknown or was told to stop: the interface asks to ignore those gracefully. */
function follower(session: Session, id: unknown): Follower | undefined {
  const found = followersOf.get(session)?.get(stringParam(id, 'followSubscription'));
  return found?.isLive === true ? found : undefined;
}

function follow(params: Params, session: Session): string {
  const mine = followersOf.get(session) ?? new Map<string, Follower>();
  followersOf.set(session, mine);
  for (const [id, each] of mine) if (!each.isLive) session.unsubscribe(id);
  if (mine.size >= MAX_FOLLOWERS) throw new RpcError(-32_800, 'Maximum number of chainHead_follow has been reached');
  const started = new Follower(
    session.node,
    (event) => session.notify('chainHead_v1_followEvent', id, event),
    params[0] === true,
  );
  const id: string = session.subscribe(() => {
    started.stop();
    // by value: a connection without push calls this before there is an id
    for (const [key, each] of mine) if (each === started) mine.delete(key);
  });
  mine.set(id, started);
  started.start();
  return id;
}

function start(session: Session, params: Params, make: (block: Block) => Operation, more = {}): unknown {
  const followed = follower(session, params[0]);
  if (followed === undefined) return { result: 'limitReached' };
  return { result: 'started', operationId: followed.operate(make(followed.pinned(params[1]))), ...more };
}

function unpin([id, hashes]: Params, session: Session): null {
  follower(session, id)?.unpin(Array.isArray(hashes) ? hashes : [hashes]);
  return null;
}

/** The new JSON-RPC interface's `chainHead` group, as polkadot-api and dedot use it. */
export const chainHeadMethods: Methods = {
  chainHead_v1_follow: follow,
  chainHead_v1_unfollow: ([id], session) => {
    session.unsubscribe(stringParam(id, 'followSubscription'));
    return null;
  },
  chainHead_v1_header: ([id, hash], session) => {
    const followed = follower(session, id);
    return followed === undefined ? null : hexOf(followed.pinned(hash).encodedHeader);
  },
  chainHead_v1_body: (params, session) => start(session, params, bodyOperation),
  chainHead_v1_call: (params, session) =>
    start(session, params, (block) => callOperation(session.node, block, params[2], params[3])),
  chainHead_v1_storage: (params, session) =>
    start(session, params, (block) => storageOperation(block, params[2]), { discardedItems: 0 }),
  chainHead_v1_unpin: unpin,
  chainHead_v1_continue: ([id, operation], session) => {
    follower(session, id)?.continueOperation(stringParam(operation, 'operationId'));
    return null;
  },
  chainHead_v1_stopOperation: ([id, operation], session) => {
    follower(session, id)?.stopOperation(stringParam(operation, 'operationId'));
    return null;
  },
};
