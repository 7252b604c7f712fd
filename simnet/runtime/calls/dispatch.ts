import { moduleFailure, plainFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import * as balances from './balances.ts';
import type { CallHandler, NestedCall, Origin } from './handler.ts';
import { stakeCalls } from './stake-calls.ts';
import * as system from './system.ts';
import * as utility from './utility.ts';

const HANDLERS: ReadonlyMap<string, CallHandler> = new Map<string, CallHandler>([
  ['System.remark', system.remark],
  ['System.remark_with_event', system.remarkWithEvent],
  ['Timestamp.set', system.timestampSet],
  ['Balances.transfer_allow_death', balances.transferAllowDeath],
  ['Balances.transfer_keep_alive', balances.transferKeepAlive],
  ['Balances.transfer_all', balances.transferAll],
  ['Balances.burn', balances.burn],
  ['Utility.batch', utility.batch],
  ['Utility.batch_all', utility.batchAll],
  ['Utility.force_batch', utility.forceBatch],
  ...stakeCalls,
]);

/** Functions only the chain's own root origin may call. */
function needsRoot(name: string): boolean {
  return /^(?:Balances\.force_|SubtensorModule\.sudo_|SubtensorModule\.root_dissolve|System\.(?:set_|kill_|authorize_))/u.test(
    name,
  );
}

/** Runs a call. @throws DispatchFailure; calls this practice network does not run answer System.CallFiltered. */
export function dispatchCall(exec: Exec, origin: Origin, call: NestedCall): void {
  const name = `${call.type}.${call.value.type}`;
  const handler = HANDLERS.get(name);
  if (handler === undefined)
    throw needsRoot(name) ? plainFailure('BadOrigin') : moduleFailure('System', 'CallFiltered');
  handler(exec, origin, call.value.value as never, dispatchCall);
}
