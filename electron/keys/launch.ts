/**
 * How a host starts the key worker. The worker must be a process of its own, with the environment the launcher
 * chooses (nothing inherited), no arguments that carry secrets, and messages by structured clone.
 */
export interface LaunchOptions {
  /** The only folder the worker may touch. */
  readonly vaultDir: string;
}

export interface WorkerHandle {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Each listener is called once, when the process is gone for whatever reason (also when it never came up). */
  onExit(listener: () => void): void;
  /** Ends the process, politely where it still listens (so that it gives up the writer lock), by force where not. */
  kill(): void;
}

export type LaunchWorker = (options: LaunchOptions) => WorkerHandle;
