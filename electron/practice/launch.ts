/** How a host starts the practice network: a process of its own, started by path, spoken to by messages and by its URL. */
export interface PracticeProcess {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process is gone for whatever reason, also when it never came up. */
  onExit(listener: () => void): void;
  /** By force. The polite way is the `stop` message. */
  kill(): void;
}

/** `stateFile` is where the network keeps its chain between runs; it makes the folder itself. */
export type LaunchPractice = (stateFile: string) => PracticeProcess;
