import { ensure, moduleFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { Dispatch, NestedCall, Origin } from './handler.ts';

const MAX_CALLS = 10_922;

interface BatchArgs {
  readonly calls: readonly NestedCall[];
}

function ensureNotTooMany({ calls }: BatchArgs): void {
  ensure(calls.length <= MAX_CALLS, () => moduleFailure('Utility', 'TooManyCalls'));
}

/** Batches inside batches are filtered on this chain, whatever their kind. */
function ensureNotNested(call: NestedCall): void {
  ensure(call.type !== 'Utility', () => moduleFailure('System', 'CallFiltered'));
}

/** Stops at the first failure; what succeeded before it stays. */
export function batch(exec: Exec, origin: Origin, args: BatchArgs, dispatch: Dispatch): void {
  ensureNotTooMany(args);
  for (const [index, call] of args.calls.entries()) {
    const failure = exec.attempt(() => {
      ensureNotNested(call);
      dispatch(exec, origin, call);
    });
    if (failure !== undefined) {
      exec.emit('Utility', 'BatchInterrupted', { index, error: failure.dispatchError });
      return;
    }
    exec.emit('Utility', 'ItemCompleted');
  }
  exec.emit('Utility', 'BatchCompleted');
}

/** All or nothing: the first failure fails the batch. */
export function batchAll(exec: Exec, origin: Origin, args: BatchArgs, dispatch: Dispatch): void {
  ensureNotTooMany(args);
  for (const call of args.calls) {
    ensureNotNested(call);
    dispatch(exec, origin, call);
    exec.emit('Utility', 'ItemCompleted');
  }
  exec.emit('Utility', 'BatchCompleted');
}

/** Runs every call, failures or not. */
export function forceBatch(exec: Exec, origin: Origin, args: BatchArgs, dispatch: Dispatch): void {
  ensureNotTooMany(args);
  let failed = false;
  for (const call of args.calls) {
    const failure = exec.attempt(() => {
      ensureNotNested(call);
      dispatch(exec, origin, call);
    });
    if (failure === undefined) exec.emit('Utility', 'ItemCompleted');
    else {
      failed = true;
      exec.emit('Utility', 'ItemFailed', { error: failure.dispatchError });
    }
  }
  exec.emit('Utility', failed ? 'BatchCompletedWithErrors' : 'BatchCompleted');
}
