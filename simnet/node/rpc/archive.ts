import { hexOf } from '../../runtime/hex.ts';
import type { Block } from '../block.ts';
import { hexParam, listParam, numberParam, stringParam } from './params.ts';
import type { Methods, Params, Session } from './session.ts';
import { storageItems } from './storage-items.ts';

function blockOf({ node }: Session, hash: unknown): Block | undefined {
  return node.chain.get(stringParam(hash, 'hash'));
}

function call([hash, method, args]: Params, session: Session): unknown {
  const block = blockOf(session, hash);
  if (block === undefined) return null;
  try {
    const bytes = hexParam(args, 'callParameters');
    return { success: true, value: hexOf(session.node.chain.call(block, stringParam(method, 'function'), bytes)) };
  } catch (error) {
    return { success: false, error: error instanceof Error ? error.message : 'call failed' };
  }
}

function storage([hash, items]: Params, session: Session): string {
  const block = blockOf(session, hash);
  const id = session.subscribe(() => undefined);
  const send = (event: Record<string, unknown>): void => session.notify('archive_v1_storageEvent', id, event);
  if (block === undefined) {
    send({ event: 'storageError', error: 'unknown block' });
    return id;
  }
  for (const item of listParam(items, 'items').flatMap((each) => storageItems(block, each))) {
    send({ event: 'storage', ...item });
  }
  send({ event: 'storageDone' });
  return id;
}

/** The new JSON-RPC interface's `archive` group; states reach back as far as the node keeps them. */
export const archiveMethods: Methods = {
  archive_v1_genesisHash: (_params, { node }) => node.chain.genesis.hash,
  archive_v1_finalizedHeight: (_params, { node }) => node.chain.finalized.number,
  archive_v1_hashByHeight: ([height], { node }) => node.chain.tree.hashesAt(numberParam(height, 'height')),
  archive_v1_header: ([hash], session) => {
    const block = blockOf(session, hash);
    return block === undefined ? null : hexOf(block.encodedHeader);
  },
  archive_v1_body: ([hash], session) => blockOf(session, hash)?.extrinsics.map(hexOf) ?? null,
  archive_v1_call: call,
  archive_v1_storage: storage,
  archive_v1_stopStorage: ([id], session) => {
    session.unsubscribe(stringParam(id, 'subscription'));
    return null;
  },
};
