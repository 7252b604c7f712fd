import { blake2AsHex } from '@polkadot/util-crypto';
import { hexOf } from '../../runtime/hex.ts';
import type { RuntimeVersion, StateReader } from '../../runtime/port.ts';
import type { Block } from '../chain.ts';
import { blockParam, hexParam, keyParam, listParam, numberParam, stringParam } from './params.ts';
import { RpcError } from './rpc-error.ts';
import type { Methods, Session } from './session.ts';

const MAX_KEYS_PAGE = 1000;

/** The form `state_getRuntimeVersion` answers with. */
export function runtimeVersionJson(version: RuntimeVersion): Record<string, unknown> {
  const { stateVersion, ...rest } = version;
  return { ...rest, systemVersion: stateVersion, stateVersion };
}

function valueAt(state: StateReader, key: string): string | null {
  const value = state.get(key);
  return value === undefined ? null : hexOf(value);
}

function callRuntime(session: Session, method: unknown, args: unknown, at: unknown): string {
  const block = blockParam(session.node, at);
  const name = stringParam(method, 'method');
  const bytes = hexParam(args, 'data');
  try {
    return hexOf(block.runtime.call(block.state, name, bytes, session.node.chain.contextAt(block)));
  } catch (error) {
    throw new RpcError(4003, 'Client error: Execution failed', error instanceof Error ? error.message : 'call failed');
  }
}

function keysPaged(state: StateReader, prefix: string, count: number, startKey: string | undefined): string[] {
  const page: string[] = [];
  for (const key of state.keys(prefix)) {
    if (startKey !== undefined && key <= startKey) continue;
    page.push(`0x${key}`);
    if (page.length >= count) break;
  }
  return page;
}

function changeSet(block: Block, keys: readonly string[]): Record<string, unknown> {
  return { block: block.hash, changes: keys.map((key) => [`0x${key}`, valueAt(block.state, key)]) };
}

function subscribeStorage(params: readonly unknown[], session: Session): string {
  const keys = listParam(params[0] ?? [], 'keys').map((key) => keyParam(key));
  const last = new Map(keys.map((key) => [key, valueAt(session.node.chain.best.state, key)]));
  const id = session.subscribe(
    session.node.onBest.add(({ best }) => {
      const changed = keys.filter((key) => last.get(key) !== valueAt(best.state, key));
      for (const key of changed) last.set(key, valueAt(best.state, key));
      if (changed.length > 0) session.notify('state_storage', id, changeSet(best, changed));
    }),
  );
  session.notify('state_storage', id, changeSet(session.node.chain.best, keys));
  return id;
}

function subscribeRuntimeVersion(_params: readonly unknown[], session: Session): string {
  const id = session.subscribe(
    session.node.onRuntime.add((runtime) =>
      session.notify('state_runtimeVersion', id, runtimeVersionJson(runtime.version)),
    ),
  );
  session.notify('state_runtimeVersion', id, runtimeVersionJson(session.node.chain.best.runtime.version));
  return id;
}

function queryStorage(params: readonly unknown[], session: Session): unknown {
  const keys = listParam(params[0], 'keys').map((key) => keyParam(key));
  const from = blockParam(session.node, params[1]);
  const to = blockParam(session.node, params[2]);
  const sets = [changeSet(from, keys)];
  let last = from;
  for (const block of from.hash === to.hash ? [] : session.node.chain.pathFrom(from, to)) {
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
      Math.min(numberParam(count, 'count'), MAX_KEYS_PAGE),
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
