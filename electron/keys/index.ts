export type { AccountRecord } from './account-record.ts';
export { type Keys, type LockReason, openKeys } from './keys.ts';
export type { LaunchWorker, WorkerHandle } from './launch.ts';
export { nodeLauncher } from './node-launcher.ts';
export { toSigningMessage } from './signing-message.ts';
