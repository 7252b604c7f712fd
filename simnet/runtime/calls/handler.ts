import { plainFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';

/** Who a call runs for. Nothing runs as root. */
export type Origin = { readonly kind: 'signed'; readonly who: AccountId } | { readonly kind: 'none' };

/** Executes one call; throws DispatchFailure to fail it. */
export type CallHandler = (exec: Exec, origin: Origin, args: never, dispatch: Dispatch) => void;

/** Runs a nested call for the same origin. */
export type Dispatch = (exec: Exec, origin: Origin, call: NestedCall) => void;

export interface NestedCall {
  readonly type: string;
  readonly value: { readonly type: string; readonly value: unknown };
}

/** @throws DispatchFailure BadOrigin unless a key signed. */
export function signerOf(origin: Origin): AccountId {
  if (origin.kind !== 'signed') throw plainFailure('BadOrigin');
  return origin.who;
}

/** MultiAddress as the codec has it. */
export interface MultiAddress {
  readonly type: string;
  readonly value: unknown;
}

/** @throws DispatchFailure CannotLookup for anything but an account id. */
export function lookup(address: MultiAddress): AccountId {
  if (address.type !== 'Id') throw plainFailure('CannotLookup');
  return address.value as AccountId;
}
