import type { Edition } from '../metadata-source.ts';
import * as balances from './balances.ts';
import { basketCalls } from './basket.ts';
import type { CallHandler, Dispatch } from './handler.ts';
import { rootOnlyCalls } from './root-only.ts';
import { claimCalls, stakeCalls } from './stake-calls.ts';
import * as system from './system.ts';
import * as utility from './utility.ts';

type Handlers = readonly (readonly [name: string, handler: CallHandler])[];

const COMMON: Handlers = [
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
];

const HANDLERS: Readonly<Record<Edition, ReadonlyMap<string, CallHandler>>> = {
  mainnet: new Map([...COMMON, ...claimCalls]),
  baskets: new Map([...COMMON, ...basketCalls]),
};

/** The calls the runtime executes, as `Pallet.call`. The metadata of the edition describes exactly these. */
export const executedCalls = (edition: Edition): readonly string[] => [...HANDLERS[edition].keys()];

/** What runs a call; it throws DispatchFailure, or Error for a call without a handler, which the codec should not have let in. */
export function dispatcherOf(edition: Edition): Dispatch {
  const handlers = HANDLERS[edition];
  const dispatch: Dispatch = (exec, origin, call) => {
    const name = `${call.type}.${call.value.type}`;
    const handler = handlers.get(name);
    if (handler === undefined) throw new Error(`simnet runtime: ${name} is described but has no handler`);
    handler(exec, origin, call.value.value as never, dispatch);
  };
  return dispatch;
}
