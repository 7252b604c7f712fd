import type { Exec } from '../exec.ts';
import * as balances from './balances.ts';
import type { CallHandler, NestedCall, Origin } from './handler.ts';
import { rootOnlyCalls } from './root-only.ts';
import { stakeCalls } from './stake-calls.ts';
import * as system from './system.ts';
import * as utility from './utility.ts';

const HANDLERS: ReadonlyMap<string, CallHandler> = new Map<string, CallHandler>([
  ['System.remark', system.remark],
  ['System.remark_with_event', system.remarkWithEvent],
  ['System.apply_authorized_upgrade', system.applyAuthorizedUpgrade],
  ['Timestamp.set', system.timestampSet],
  ['Balances.transfer_allow_death', balances.transferAllowDeath],
  ['Balances.transfer_keep_alive', balances.transferKeepAlive],
  ['Balances.transfer_all', balances.transferAll],
  ['Balances.burn', balances.burn],
  ['Utility.batch', utility.batch],
  ['Utility.batch_all', utility.batchAll],
  ['Utility.force_batch', utility.forceBatch],
  ...stakeCalls,
  ...rootOnlyCalls,
]);

/** The calls the runtime executes, as `Pallet.call`. The metadata describes exactly these. */
export const executedCalls: readonly string[] = [...HANDLERS.keys()];

/** Runs a call. @throws DispatchFailure; Error for one without a handler, which the codec should not have let in. */
export function dispatchCall(exec: Exec, origin: Origin, call: NestedCall): void {
  const name = `${call.type}.${call.value.type}`;
  const handler = HANDLERS.get(name);
  if (handler === undefined) throw new Error(`simnet runtime: ${name} is described but has no handler`);
  handler(exec, origin, call.value.value as never, dispatchCall);
}
