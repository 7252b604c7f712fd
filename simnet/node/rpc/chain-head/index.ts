import { hexOf } from '../../../runtime/hex.ts';
import { stringParam } from '../params.ts';
import { RpcError } from '../rpc-error.ts';
import type { Methods, Params, Session } from '../session.ts';
import { Follower } from './follow.ts';
import { bodyOperation, callOperation, type OperationEvents, storageOperation } from './operations.ts';

/** Followers of one connection; they go with it. */
const followersOf = new WeakMap<Session, Map<string, Follower>>();

function follower(session: Session, id: unknown): Follower {
  const found = followersOf.get(session)?.get(stringParam(id, 'followSubscription'));
  if (found === undefined) throw new RpcError(-32_602, 'Invalid follow subscription');
  return found;
}

function follow(params: Params, session: Session): string {
  if (!session.canPush) throw new RpcError(-32_601, 'Subscriptions are not available on this transport');
  const mine = followersOf.get(session) ?? new Map<string, Follower>();
  followersOf.set(session, mine);
  const started = new Follower(
    session.node,
    (event) => session.notify('chainHead_v1_followEvent', id, event),
    params[0] === true,
  );
  const id: string = session.subscribe(() => {
    started.stop();
    mine.delete(id);
  });
  mine.set(id, started);
  started.start();
  return id;
}

function start(
  session: Session,
  id: unknown,
  hash: unknown,
  make: (block: ReturnType<Follower['pinned']>) => OperationEvents,
  more = {},
): unknown {
  const followed = follower(session, id);
  const operation = make(followed.pinned(hash));
  return { result: 'started', operationId: followed.operate(operation), ...more };
}

/** The new JSON-RPC interface's `chainHead` group, as polkadot-api and dedot use it. */
export const chainHeadMethods: Methods = {
  chainHead_v1_follow: follow,
  chainHead_v1_unfollow: ([id], session) => {
    session.unsubscribe(stringParam(id, 'followSubscription'));
    return null;
  },
  chainHead_v1_header: ([id, hash], session) => hexOf(follower(session, id).pinned(hash).encodedHeader),
  chainHead_v1_body: ([id, hash], session) => start(session, id, hash, bodyOperation),
  chainHead_v1_call: ([id, hash, method, args], session) =>
    start(session, id, hash, (block) => callOperation(session.node, block, method, args)),
  chainHead_v1_storage: ([id, hash, items], session) =>
    start(session, id, hash, (block) => storageOperation(block, items), { discardedItems: 0 }),
  chainHead_v1_unpin: ([id, hashes], session) => {
    const followed = follower(session, id);
    for (const hash of Array.isArray(hashes) ? (hashes as readonly unknown[]) : [hashes]) followed.unpin(hash);
    return null;
  },
  chainHead_v1_continue: () => null,
  chainHead_v1_stopOperation: () => null,
};
