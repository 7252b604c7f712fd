import { as, outer } from '../language/type.ts';

export const RuntimeCall = outer('RuntimeCall');
export const RuntimeEvent = outer('RuntimeEvent');
export const RuntimeHoldReason = outer('RuntimeHoldReason');
export const RuntimeFreezeReason = outer('RuntimeFreezeReason');
export const OriginCaller = outer('OriginCaller');

export const TRuntimeCall = as('<T as Config>::RuntimeCall', RuntimeCall);
