export { createRuntime, initRuntime } from './create-runtime.ts';
export { mintInto } from './genesis.ts';
export type * from './port.ts';
