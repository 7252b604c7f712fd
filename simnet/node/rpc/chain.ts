import { hexOf } from '../../runtime/hex.ts';
import type { Block } from '../block.ts';
import { headerJson } from '../header.ts';
import { blockParam, numberParam, stringParam } from './params.ts';
import type { Method, Methods, Params, Session } from './session.ts';

function hashAt(params: Params, { node }: Session): unknown {
  const [asked] = params;
  if (asked === undefined || asked === null) return node.chain.best.hash;
  if (Array.isArray(asked)) return asked.map((number) => node.chain.hashAt(numberParam(number, 'number')) ?? null);
  return node.chain.hashAt(numberParam(asked, 'number')) ?? null;
}

function header(params: Params, { node }: Session): unknown {
  const [hash] = params;
  if (typeof hash === 'string' && node.chain.get(hash) === undefined) return null;
  return headerJson(blockParam(node, hash).header);
}

function block(params: Params, { node }: Session): unknown {
  const [hash] = params;
  if (typeof hash === 'string' && node.chain.get(hash) === undefined) return null;
  const found = blockParam(node, hash);
  return { block: { header: headerJson(found.header), extrinsics: found.extrinsics.map(hexOf) }, justifications: null };
}

/** A subscription that pushes headers: the present one first, then each new one. */
function headSubscription(
  method: string,
  first: (session: Session) => Block,
  follow: (session: Session, push: (block: Block) => void) => () => void,
): Method {
  return (_params, session) => {
    const push = (next: Block): void => session.notify(method, id, headerJson(next.header));
    const id: string = session.subscribe(follow(session, (next) => push(next)));
    push(first(session));
    return id;
  };
}

const newHeads = headSubscription(
  'chain_newHead',
  ({ node }) => node.chain.best,
  ({ node }, push) => node.onBest.add(({ best }) => push(best)),
);
const allHeads = headSubscription(
  'chain_allHead',
  ({ node }) => node.chain.best,
  ({ node }, push) => node.onBlock.add(push),
);
const finalizedHeads = headSubscription(
  'chain_finalizedHead',
  ({ node }) => node.chain.finalized,
  ({ node }, push) => node.onFinalized.add((blocks) => blocks.forEach(push)),
);
const unsubscribe: Method = ([id], session) => session.unsubscribe(stringParam(id, 'subscription'));

export const chainMethods: Methods = {
  chain_getBlockHash: hashAt,
  chain_getHead: hashAt,
  chain_getHeader: header,
  chain_getBlock: block,
  chain_getFinalizedHead: (_params, { node }) => node.chain.finalized.hash,
  chain_getFinalisedHead: (_params, { node }) => node.chain.finalized.hash,
  chain_subscribeNewHeads: newHeads,
  chain_subscribeNewHead: newHeads,
  subscribe_newHead: newHeads,
  chain_unsubscribeNewHeads: unsubscribe,
  chain_unsubscribeNewHead: unsubscribe,
  unsubscribe_newHead: unsubscribe,
  chain_subscribeAllHeads: allHeads,
  chain_unsubscribeAllHeads: unsubscribe,
  chain_subscribeFinalizedHeads: finalizedHeads,
  chain_subscribeFinalisedHeads: finalizedHeads,
  chain_unsubscribeFinalizedHeads: unsubscribe,
  chain_unsubscribeFinalisedHeads: unsubscribe,
};
