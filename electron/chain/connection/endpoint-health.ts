import type { AppError } from '../../../shared/errors/index.ts';
import type { ChainClock } from '../clock.ts';
import type { ChainTuning } from '../options.ts';
import type { EndpointHealth } from '../port.ts';

const LATENCY_SAMPLES = 15;

/** What is known about one endpoint: its recent replies, its last problem, and when it may be tried again. */
export class EndpointRecord {
  readonly url: string;
  readonly #clock: ChainClock;
  readonly #tuning: ChainTuning;
  #state: EndpointHealth['state'] = 'idle';
  #problem: AppError | undefined;
  #failures = 0;
  #retryAt = 0;
  #onlineAt = 0;
  readonly #latencies: number[] = [];

  constructor(url: string, clock: ChainClock, tuning: ChainTuning) {
    this.url = url;
    this.#clock = clock;
    this.#tuning = tuning;
  }

  get quarantined(): boolean {
    return this.#state === 'quarantined';
  }

  get problem(): AppError | undefined {
    return this.#problem;
  }

  /** Milliseconds until it may be tried; Infinity while quarantined. */
  get waitMs(): number {
    return this.quarantined ? Number.POSITIVE_INFINITY : Math.max(0, this.#retryAt - this.#clock.now());
  }

  connecting(): void {
    this.#state = 'connecting';
  }

  online(): void {
    this.#state = 'online';
    this.#onlineAt = this.#clock.now();
    this.#problem = undefined;
  }

  replied(latencyMs: number): void {
    this.#latencies.push(latencyMs);
    if (this.#latencies.length > LATENCY_SAMPLES) this.#latencies.shift();
  }

  /** Exponential back-off with jitter; overload is answered with a longer pause. */
  failed(problem: AppError): void {
    if (this.quarantined) return;
    if (problem.code === 'chain.wrong_genesis') {
      this.#state = 'quarantined';
      this.#problem = problem;
      return;
    }
    // Only a connection that lasted makes earlier failures forgotten: a node that accepts and drops stays slow.
    if (this.#state === 'online' && this.#clock.now() - this.#onlineAt > this.#tuning.backoffMaxMs) this.#failures = 0;
    this.#state = 'failing';
    this.#problem = problem;
    this.#failures += problem.code === 'chain.rate_limited' ? 3 : 1;
    const { backoffFirstMs, backoffMaxMs } = this.#tuning;
    const full = Math.min(backoffMaxMs, backoffFirstMs * 2 ** Math.min(this.#failures - 1, 16));
    this.#retryAt = this.#clock.now() + full * (0.5 + this.#clock.random() / 2);
  }

  idle(): void {
    if (!this.quarantined) this.#state = 'idle';
  }

  health(): EndpointHealth {
    const sorted = [...this.#latencies].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    return {
      url: this.url,
      state: this.#state,
      ...(median === undefined ? {} : { latencyMs: Math.round(median) }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem.toShape() }),
    };
  }
}
