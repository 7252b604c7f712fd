import type { AppErrorShape } from '../../shared/errors/index.ts';
import { backOffMs, sleep } from '../lib/sleep.ts';
import { toAppError } from './errors.ts';

export interface Follower<T> {
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<T>>;
  readonly onValue: (value: T) => void;
  /** The stream broke; it will be opened again. */
  readonly onError?: (error: AppErrorShape) => void;
}

/** Follows a stream of main for as long as wanted, opening it again after every break. Returns its unsubscribe. */
export function follow<T>({ open, onValue, onError }: Follower<T>): () => void {
  const control = new AbortController();
  const { signal } = control;
  const stopped = (): boolean => signal.aborted; // a call: it changes behind the compiler's back
  const loop = async (): Promise<void> => {
    let failures = 0;
    while (!stopped()) {
      try {
        for await (const value of await open(signal)) {
          // In a task of its own: decoding a large portfolio and drawing it would together hold up frames.
          await sleep(0, signal);
          if (stopped()) return;
          failures = 0;
          onValue(value);
        }
      } catch (error) {
        if (stopped()) return;
        onError?.(toAppError(error));
      }
      await sleep(backOffMs(failures), signal);
      failures += 1;
    }
  };
  void loop();
  return () => control.abort();
}
