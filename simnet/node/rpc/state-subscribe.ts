import type { HeadChange } from '../node.ts';
import { keyParam, listParam } from './params.ts';
import type { Params, Session } from './session.ts';
import { changeSet, runtimeVersionJson, valueAt } from './state-json.ts';

/** Keys that may differ after the head moved; a plain extension changes only what its blocks changed. */
function touched(keys: readonly string[], { retracted, enacted }: HeadChange): readonly string[] {
  if (retracted.length > 0) return keys;
  return keys.filter((key) => enacted.some(({ state }) => state.changes.has(key)));
}

/** Pushes the values of the keys now and whenever one of them differs on the best chain. */
export function subscribeStorage(params: Params, session: Session): string {
  const { node } = session;
  const keys = [...new Set(listParam(params[0], 'keys').map((key) => keyParam(key)))];
  const last = new Map(keys.map((key) => [key, valueAt(node.chain.best.state, key)]));
  const id: string = session.subscribe(
    node.onBest.add((change) => {
      const changed = touched(keys, change).filter((key) => last.get(key) !== valueAt(change.best.state, key));
      for (const key of changed) last.set(key, valueAt(change.best.state, key));
      if (changed.length > 0) session.notify('state_storage', id, changeSet(change.best, changed));
    }),
  );
  session.notify('state_storage', id, changeSet(node.chain.best, keys));
  return id;
}

/** Pushes the runtime version now and after every upgrade. */
export function subscribeRuntimeVersion(_params: Params, session: Session): string {
  let last = session.node.chain.best.runtime;
  const id: string = session.subscribe(
    session.node.onBest.add(({ best: { runtime } }) => {
      if (runtime === last) return;
      last = runtime;
      session.notify('state_runtimeVersion', id, runtimeVersionJson(runtime.version));
    }),
  );
  session.notify('state_runtimeVersion', id, runtimeVersionJson(last.version));
  return id;
}
