export { createRuntime, initRuntime } from './create-runtime.ts';
export type * from './port.ts';
