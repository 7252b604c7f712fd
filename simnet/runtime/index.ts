export { createRuntime, initRuntime, type RuntimeOptions } from './create-runtime.ts';
export { mintInto } from './genesis.ts';
export type { AccountId, Hex } from './hex.ts';
export { MapState } from './overlay.ts';
export type * from './port.ts';
