import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import {
  Delegates,
  LastTxBlockDelegateTake,
  MaxDelegateTake,
  MinDelegateTake,
  Owner,
  TxDelegateTakeRateLimit,
} from '../storage/hotkeys.ts';
import { type Origin, signerOf } from './handler.ts';

interface TakeArgs {
  readonly hotkey: AccountId;
  /** Parts of 65535. */
  readonly take: number;
}

function ensureOwner(exec: Exec, origin: Origin, hotkey: AccountId): AccountId {
  const coldkey = signerOf(origin);
  const owner = Owner.find(exec.state, hotkey);
  ensure(owner !== undefined, () => subtensorFailure('HotKeyAccountNotExists'));
  ensure(owner === coldkey, () => subtensorFailure('NonAssociatedColdKey'));
  return coldkey;
}

export function increaseTake(exec: Exec, origin: Origin, { hotkey, take }: TakeArgs): void {
  const { state } = exec;
  const coldkey = ensureOwner(exec, origin, hotkey);
  ensure(take > Delegates.get(state, hotkey) || !Delegates.has(state, hotkey), () =>
    subtensorFailure('DelegateTakeTooLow'),
  );
  ensure(take <= MaxDelegateTake.get(state), () => subtensorFailure('DelegateTakeTooHigh'));
  const last = LastTxBlockDelegateTake.get(state, hotkey);
  const now = BigInt(exec.blockNumber);
  const isTooSoon = last > 0n && now - last <= TxDelegateTakeRateLimit.get(state);
  ensure(!isTooSoon, () => subtensorFailure('DelegateTxRateLimitExceeded'));
  LastTxBlockDelegateTake.set(state, now, hotkey);
  Delegates.set(state, take, hotkey);
  exec.emit('SubtensorModule', 'TakeIncreased', [coldkey, hotkey, take]);
}

export function decreaseTake(exec: Exec, origin: Origin, { hotkey, take }: TakeArgs): void {
  const { state } = exec;
  const coldkey = ensureOwner(exec, origin, hotkey);
  ensure(take < Delegates.get(state, hotkey) || !Delegates.has(state, hotkey), () =>
    subtensorFailure('DelegateTakeTooHigh'),
  );
  ensure(take >= MinDelegateTake.get(state), () => subtensorFailure('DelegateTakeTooLow'));
  LastTxBlockDelegateTake.set(state, BigInt(exec.blockNumber), hotkey);
  Delegates.set(state, take, hotkey);
  exec.emit('SubtensorModule', 'TakeDecreased', [coldkey, hotkey, take]);
}
