import { blake2AsHex } from '@polkadot/util-crypto';
import { hexOf } from '../../runtime/hex.ts';
import type { StateReader } from '../../runtime/port.ts';
import { StateDiscarded } from '../state-layers.ts';
import { blockParam, hexParam, keyParam, listParam, numberParam, stringParam } from './params.ts';
import { RpcError } from './rpc-error.ts';
import type { Methods, Session } from './session.ts';
import { changeSet, runtimeVersionJson, valueAt } from './state-json.ts';
import { subscribeRuntimeVersion, subscribeStorage } from './state-subscribe.ts';

const MAX_KEYS_PAGE = 1000;

function callRuntime(session: Session, method: unknown, args: unknown, at: unknown): string {
  const block = blockParam(session.node, at);
  const name = stringParam(method, 'method');
  const bytes = hexParam(args, 'data');
  try {
    return hexOf(session.node.chain.call(block, name, bytes));
  } catch (error) {
    if (error instanceof StateDiscarded) throw error;
    const why = error instanceof Error ? error.message : 'call failed';
    throw new RpcError(4003, `Client error: Execution failed: ${why}`);
  }
}

/** @throws RpcError 4002 beyond what one page may hold */
function pageSize(count: unknown): number {
  const value = numberParam(count, 'count');
  if (value > MAX_KEYS_PAGE) {
    throw new RpcError(4002, `count exceeds maximum value. value: ${value}, max: ${MAX_KEYS_PAGE}`);
  }
  return value;
}

function keysPaged(state: StateReader, prefix: string, count: number, startKey: string | undefined): string[] {
  const page: string[] = [];
  for (const key of state.keys(prefix)) {
    if (page.length >= count) break;
    if (startKey !== undefined && key <= startKey) continue;
    page.push(`0x${key}`);
  }
  return page;
}

function queryStorage(params: readonly unknown[], session: Session): unknown {
  const keys = listParam(params[0], 'keys').map((key) => keyParam(key));
  const from = blockParam(session.node, params[1]);
  const to = blockParam(session.node, params[2]);
  const sets = [changeSet(from, keys)];
  let last = from;
  for (const block of from.hash === to.hash ? [] : session.node.chain.tree.pathFrom(from, to)) {
    const before = last;
    const changed = keys.filter((key) => valueAt(before.state, key) !== valueAt(block.state, key));
    if (changed.length > 0) sets.push(changeSet(block, changed));
    last = block;
  }
  return sets;
}

function metadataHex(session: Session, at: unknown): string {
  const metadata = blockParam(session.node, at).runtime.metadata(14);
  if (metadata === undefined) throw new RpcError(4003, 'Client error: no metadata');
  return hexOf(metadata);
}

const read: Methods = {
  state_getStorage: ([key, at], { node }) => valueAt(blockParam(node, at).state, keyParam(key)),
  state_getStorageHash: ([key, at], { node }) => {
    const value = blockParam(node, at).state.get(keyParam(key));
    return value === undefined ? null : blake2AsHex(value, 256);
  },
  state_getStorageSize: ([key, at], { node }) => blockParam(node, at).state.get(keyParam(key))?.length ?? null,
  state_getKeys: ([prefix, at], { node }) =>
    keysPaged(blockParam(node, at).state, keyParam(prefix), Number.MAX_SAFE_INTEGER, undefined),
  state_getKeysPaged: ([prefix, count, start, at], { node }) =>
    keysPaged(
      blockParam(node, at).state,
      prefix === null || prefix === undefined ? '' : keyParam(prefix, 'prefix'),
      pageSize(count),
      start === undefined || start === null ? undefined : keyParam(start, 'startKey'),
    ),
  state_getPairs: ([prefix, at], { node }) => {
    const { state } = blockParam(node, at);
    return [...state.keys(keyParam(prefix, 'prefix'))].map((key) => [`0x${key}`, valueAt(state, key)]);
  },
  state_queryStorageAt: ([keys, at], { node }) => [
    changeSet(
      blockParam(node, at),
      listParam(keys, 'keys').map((key) => keyParam(key)),
    ),
  ],
  state_getMetadata: ([at], session) => metadataHex(session, at),
  state_getRuntimeVersion: ([at], { node }) => runtimeVersionJson(blockParam(node, at).runtime.version),
  state_call: ([method, args, at], session) => callRuntime(session, method, args, at),
};

export const stateMethods: Methods = {
  ...read,
  state_queryStorage: queryStorage,
  state_getStorageAt: (params, session) => read['state_getStorage']?.(params, session),
  state_getKeysPagedAt: (params, session) => read['state_getKeysPaged']?.(params, session),
  state_callAt: (params, session) => read['state_call']?.(params, session),
  chain_getRuntimeVersion: (params, session) => read['state_getRuntimeVersion']?.(params, session),
  state_subscribeStorage: subscribeStorage,
  state_unsubscribeStorage: ([id], session) => session.unsubscribe(stringParam(id, 'subscription')),
  state_subscribeRuntimeVersion: subscribeRuntimeVersion,
  state_unsubscribeRuntimeVersion: ([id], session) => session.unsubscribe(stringParam(id, 'subscription')),
  chain_subscribeRuntimeVersion: subscribeRuntimeVersion,
  chain_unsubscribeRuntimeVersion: ([id], session) => session.unsubscribe(stringParam(id, 'subscription')),
};
