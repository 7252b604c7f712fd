export type { AccountRecord, CryptoType } from './account-record.ts';
export type { Clock } from './auto-lock.ts';
export { type Keys, type KeysOptions, type LockReason, openKeys } from './keys.ts';
export type { LaunchOptions, LaunchWorker, WorkerHandle } from './launch.ts';
export { nodeLauncher } from './node-launcher.ts';
export type { VaultState } from './protocol.ts';
export { toSigningMessage } from './signing-message.ts';
