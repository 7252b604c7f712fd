/** Two clocks and a ticker; tests bring their own. */
export interface Clock {
  /** Never goes back, unaffected by the person's clock settings. Milliseconds. */
  monotonicMs(): number;
  /** Wall clock, milliseconds; only to notice that the machine slept while the monotonic clock stood still. */
  wallMs(): number;
  /** Calls back about every `periodMs` until the answer is called. Must not keep the process alive. */
  every(periodMs: number, tick: () => void): () => void;
}

export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  every: (periodMs, tick) => {
    const timer = setInterval(tick, periodMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};

const TICK_MS = 1_000;
/** A gap between two ticks longer than this, on either clock, means the machine slept. */
const SLEEP_GAP_MS = 30_000;

export type AutoLockReason = 'idle' | 'slept';

/**
 * Locks after a time without the person's own input. Only `touch` counts as input; nothing else the app does
 * resets it. Setting the wall clock back changes nothing; setting it forward can only lock early, never late.
 */
export class AutoLock {
  readonly #clock: Clock;
  readonly #onLock: (reason: AutoLockReason) => void;
  #timeoutMs: number;
  #stop: (() => void) | undefined;
  #touchedMs = 0;
  #tickMonotonicMs = 0;
  #tickWallMs = 0;

  constructor(clock: Clock, timeoutMs: number, onLock: (reason: AutoLockReason) => void) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#onLock = onLock;
  }

  /** @param timeoutMs milliseconds without input until the lock */
  setTimeoutMs(timeoutMs: number): void {
    this.#timeoutMs = timeoutMs;
    if (this.#stop !== undefined) this.#tick();
  }

  start(): void {
    this.stop();
    this.#touchedMs = this.#clock.monotonicMs();
    this.#mark();
    this.#stop = this.#clock.every(TICK_MS, () => this.#tick());
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** The person typed, clicked or moved. Too late is too late: an overdue lock comes first. */
  touch(): void {
    if (this.#stop === undefined) return;
    this.#tick();
    this.#touchedMs = this.#clock.monotonicMs();
  }

  #tick(): void {
    const monotonicMs = this.#clock.monotonicMs();
    const gapMs = Math.max(monotonicMs - this.#tickMonotonicMs, this.#clock.wallMs() - this.#tickWallMs);
    const reason =
      gapMs > SLEEP_GAP_MS ? 'slept' : monotonicMs - this.#touchedMs >= this.#timeoutMs ? 'idle' : undefined;
    this.#mark();
    if (reason === undefined) return;
    this.stop();
    this.#onLock(reason);
  }

  #mark(): void {
    this.#tickMonotonicMs = this.#clock.monotonicMs();
    this.#tickWallMs = this.#clock.wallMs();
  }
}
