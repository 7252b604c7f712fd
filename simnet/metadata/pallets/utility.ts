import { type AssociatedType, associated, type Constant, constant } from '../language/pallet.ts';
import { u32, type Variant, v, vec } from '../language/type.ts';
import { DispatchError, DispatchResult } from '../types/dispatch.ts';
import { OriginCaller, RuntimeCall, TRuntimeCall } from '../types/outer.ts';

/** Calls; the number is the SCALE index. */
export const utilityCalls: readonly Variant[] = [
  v(0, 'batch', { calls: vec(TRuntimeCall) }),
  v(2, 'batch_all', { calls: vec(TRuntimeCall) }),
  v(4, 'force_batch', { calls: vec(TRuntimeCall) }),
];

/** Events; the number is the SCALE index. */
export const utilityEvents: readonly Variant[] = [
  v(0, 'BatchInterrupted', { index: u32, error: DispatchError }),
  v(1, 'BatchCompleted'),
  v(2, 'BatchCompletedWithErrors'),
  v(3, 'ItemCompleted'),
  v(4, 'ItemFailed', { error: DispatchError }),
  v(5, 'DispatchedAs', { result: DispatchResult }),
  v(6, 'IfElseMainSuccess'),
  v(7, 'IfElseFallbackCalled', { main_error: DispatchError }),
];

/** Errors; the position is the SCALE index. */
export const utilityErrors: readonly string[] = ['TooManyCalls', 'InvalidDerivedAccount'];

/** Constants. */
export const utilityConstants: readonly Constant[] = [constant('batched_calls_limit', u32, 10_922)];

/** Config types that V16 shows. */
export const utilityAssociatedTypes: readonly AssociatedType[] = [
  associated('RuntimeCall', RuntimeCall),
  associated('PalletsOrigin', OriginCaller),
];
