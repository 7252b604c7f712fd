import { deposit, withdraw } from '../balances/transfer.ts';
import type { Dispatch, Origin } from '../calls/handler.ts';
import type { DispatchFailure } from '../dispatch-error.ts';
import { Exec } from '../exec.ts';
import { type ChainIdentityFacts, type CheckedExtrinsic, checkExtrinsic } from '../extrinsic/validate.ts';
import { type PaidWithAlpha, payWithAlpha } from '../fees/alpha-fee.ts';
import { BASE_EXTRINSIC_REF_TIME } from '../fees/fee.ts';
import { type CallInfo, callInfo } from '../fees/weights.ts';
import type { EventRecord } from '../interface.ts';
import type { BlockContext, InvalidTransaction, State } from '../port.ts';
import { Account, AllExtrinsicsLength, BalancesIssuance, BlockWeights, ExtrinsicCount } from '../storage/system.ts';
import { settleEvents } from './events.ts';
import { BLOCK_AUTHOR } from './initialize.ts';

/** Limits of normal extrinsics in one block (System.BlockWeights and BlockLength). */
const MAX_NORMAL_REF_TIME = 3_000_000_000_000n;
const MAX_NORMAL_LENGTH = 7_864_320;

function fits(state: State, info: CallInfo, length: number): boolean {
  if (info.dispatchClass === 'Mandatory') return true;
  const used = BlockWeights.get(state).normal.ref_time;
  if (used + info.refTime + BASE_EXTRINSIC_REF_TIME > MAX_NORMAL_REF_TIME) return false;
  return (AllExtrinsicsLength.find(state) ?? 0) + length <= MAX_NORMAL_LENGTH;
}

function countExtrinsic(state: State, info: CallInfo, length: number): void {
  const weights = BlockWeights.get(state);
  const slot = info.dispatchClass === 'Mandatory' ? 'mandatory' : 'normal';
  const added = info.refTime + BASE_EXTRINSIC_REF_TIME;
  const weight = { ref_time: weights[slot].ref_time + added, proof_size: weights[slot].proof_size };
  BlockWeights.set(state, { ...weights, [slot]: weight });
  AllExtrinsicsLength.set(state, (AllExtrinsicsLength.find(state) ?? 0) + length);
  ExtrinsicCount.set(state, (ExtrinsicCount.find(state) ?? 0) + 1);
}

interface Prepared {
  readonly origin: Origin;
  readonly paid?: PaidWithAlpha;
}

/** Takes fee and tip and bumps the nonce, before the call runs; both stay whatever becomes of the call. */
function prepare(exec: Exec, checked: CheckedExtrinsic): Prepared {
  const { signed } = checked;
  if (signed === undefined) return { origin: { kind: 'none' } };
  const account = Account.get(exec.state, signed.signer);
  Account.set(exec.state, { ...account, nonce: account.nonce + 1 }, signed.signer);
  const origin: Origin = { kind: 'signed', who: signed.signer };
  if (checked.alphaFee !== undefined) return { origin, paid: payWithAlpha(exec, checked.alphaFee, BLOCK_AUTHOR) };
  withdraw(exec, signed.signer, checked.fee + signed.tip);
  return { origin };
}

/** After the call, as on the chain: the author's part, and the event that tells what the fee was. */
function payAuthor(exec: Exec, checked: CheckedExtrinsic, { paid }: Prepared): void {
  const { signed } = checked;
  if (paid !== undefined) exec.emit('SubtensorModule', 'TransactionFeePaidWithAlpha', paid);
  if (signed === undefined || paid !== undefined) return;
  const total = checked.fee + signed.tip;
  // What is too little to open the author's account is destroyed, so the issuance must know.
  if (!deposit(exec, BLOCK_AUTHOR, total)) BalancesIssuance.set(exec.state, BalancesIssuance.get(exec.state) - total);
  if (checked.paysFee)
    exec.emit('TransactionPayment', 'TransactionFeePaid', { who: signed.signer, actual_fee: total, tip: signed.tip });
}

/** How calls run. */
export interface Running {
  readonly dispatch: Dispatch;
  readonly beforeDispatch: (() => void) | undefined;
}

/** Runs one extrinsic of the block being built. A refusal leaves `state` as it was. */
export function applyExtrinsic(
  state: State,
  bytes: Uint8Array,
  context: BlockContext,
  facts: ChainIdentityFacts,
  { dispatch, beforeDispatch }: Running,
): { readonly included: true } | InvalidTransaction {
  const checked = checkExtrinsic(state, bytes, context, facts);
  if (!checked.ok) return checked;
  const { extrinsic, signed } = checked;
  if (signed !== undefined && signed.nonce > checked.accountNonce) return { ok: false, kind: 'Future' };
  const info = callInfo(extrinsic.call);
  if (signed === undefined && info.dispatchClass !== 'Mandatory') return { ok: false, kind: 'UnknownOrigin' };
  if (!fits(state, info, extrinsic.length)) return { ok: false, kind: 'ExhaustsResources' };

  const phase: EventRecord['phase'] = { type: 'ApplyExtrinsic', value: ExtrinsicCount.find(state) ?? 0 };
  const exec = new Exec(state, context.blockNumber, phase);
  exec.transaction(() => {
    const prepared = prepare(exec, checked);
    const failure = exec.attempt(() => {
      if (signed !== undefined) beforeDispatch?.();
      dispatch(exec, prepared.origin, extrinsic.call);
    });
    payAuthor(exec, checked, prepared);
    countExtrinsic(exec.state, info, extrinsic.length);
    emitOutcome(exec, info, failure);
    settleEvents(exec.state, exec);
  });
  return { included: true };
}

function emitOutcome(exec: Exec, info: CallInfo, failure: DispatchFailure | undefined): void {
  const dispatch_info = {
    weight: { ref_time: info.refTime + BASE_EXTRINSIC_REF_TIME, proof_size: 0n },
    class: { type: info.dispatchClass, value: undefined },
    pays_fee: { type: info.paysFee ? 'Yes' : 'No', value: undefined },
  };
  if (failure === undefined) exec.emit('System', 'ExtrinsicSuccess', { dispatch_info });
  else exec.emit('System', 'ExtrinsicFailed', { dispatch_error: failure.dispatchError, dispatch_info });
}
