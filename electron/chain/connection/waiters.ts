import type { AppError } from '../../../shared/errors/index.ts';
import type { ChainClock } from '../clock.ts';

interface Waiter<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: AppError) => void;
  readonly cancelTimer: () => void;
}

/** Calls waiting for something to come online, each with its own deadline. */
export class Waiters<T> {
  readonly #clock: ChainClock;
  #list: Waiter<T>[] = [];

  constructor(clock: ChainClock) {
    this.#clock = clock;
  }

  wait(deadlineMs: number, problem: () => AppError): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancelTimer = this.#clock.after(Math.max(0, deadlineMs), () => {
        this.#list = this.#list.filter((one) => one !== waiter);
        reject(problem());
      });
      const waiter = { resolve, reject, cancelTimer };
      this.#list.push(waiter);
    });
  }

  resolve(value: T): void {
    for (const waiter of this.#drain()) waiter.resolve(value);
  }

  reject(error: AppError): void {
    for (const waiter of this.#drain()) waiter.reject(error);
  }

  #drain(): readonly Waiter<T>[] {
    const list = this.#list;
    this.#list = [];
    for (const waiter of list) waiter.cancelTimer();
    return list;
  }
}
