import { AppError } from '../../../shared/errors/index.ts';
import type { ChainClock } from '../clock.ts';
import type { ChainLog, ChainTuning } from '../options.ts';
import type { EndpointHealth } from '../port.ts';
import { EndpointRecord } from './endpoint-health.ts';
import { type Handshake, type RawCall, shakeHands } from './handshake.ts';
import { Session } from './session.ts';
import { type ConnectionStats, StatsCounter } from './stats.ts';
import { Subscriptions } from './subscriptions.ts';
import { Waiters } from './waiters.ts';

export interface ConnectionSetup {
  readonly urls: readonly string[];
  readonly checkGenesis: (hash: string) => void;
  /** Runs on every connection before it counts as online (metadata, runtime). */
  readonly admit: (handshake: Handshake, call: RawCall) => Promise<void>;
  readonly online: (handshake: Handshake) => void;
  /** After any change of an endpoint's state. */
  readonly changed: () => void;
  readonly tuning: ChainTuning;
  readonly clock: ChainClock;
  readonly log: ChainLog;
}

export interface RequestOptions {
  /** The reply may be several megabytes and may take longer. */
  readonly large?: boolean;
}

/** Keeps one verified connection to the best endpoint, and moves on when it fails. */
export class Connection {
  readonly subscriptions = new Subscriptions();
  readonly #setup: ConnectionSetup;
  readonly #stats = new StatsCounter();
  readonly #endpoints: readonly EndpointRecord[];
  readonly #waiters: Waiters<Session>;
  #session: Session | undefined;
  #online = false;
  #stopped = false;
  #cancelRetry: (() => void) | undefined;

  constructor(setup: ConnectionSetup) {
    this.#setup = setup;
    this.#endpoints = setup.urls.map((url) => new EndpointRecord(url, setup.clock, setup.tuning));
    this.#waiters = new Waiters(setup.clock);
  }

  start(): void {
    this.#connectNext();
  }

  stats(): ConnectionStats {
    return this.#stats.snapshot();
  }

  get activeUrl(): string | undefined {
    return this.#online ? this.#session?.url : undefined;
  }

  get endpointCount(): number {
    return this.#endpoints.length;
  }

  health(): readonly EndpointHealth[] {
    return this.#endpoints.map((endpoint) => endpoint.health());
  }

  get quarantined(): boolean {
    return this.#endpoints.length > 0 && this.#endpoints.every((endpoint) => endpoint.quarantined);
  }

  /** Why nothing is reachable right now: the most telling problem of the endpoints. */
  problem(): AppError {
    const problems = this.#endpoints.flatMap((endpoint) => endpoint.problem ?? []);
    const telling = problems.find((one) => one.code !== 'chain.offline' && one.code !== 'chain.timeout');
    return telling === undefined ? new AppError('chain.offline') : new AppError(telling.code, telling.facts);
  }

  /** The verified session, waiting for one up to `deadlineMs`. @throws AppError why there is none */
  session(deadlineMs: number): Promise<Session> {
    if (this.#stopped) return Promise.reject(new AppError('chain.offline'));
    if (this.#online && this.#session !== undefined) return Promise.resolve(this.#session);
    if (this.quarantined) return Promise.reject(this.problem());
    return this.#waiters.wait(deadlineMs, () => this.problem());
  }

  /** One read. Repeated on the next endpoint when the connection breaks, all within one deadline. */
  async request(method: string, params: readonly unknown[], options: RequestOptions = {}): Promise<unknown> {
    const { tuning, clock } = this.#setup;
    const large = options.large ?? false;
    const endAt = clock.now() + (large ? tuning.largeCallDeadlineMs : tuning.callDeadlineMs);
    for (let attempt = 0; ; attempt += 1) {
      const session = await this.session(endAt - clock.now());
      try {
        return await session.call(method, params, Math.max(1, endAt - clock.now()), large);
      } catch (error) {
        const mayRepeat = session.isClosed && attempt < this.#endpoints.length && clock.now() < endAt;
        if (!mayRepeat || this.#stopped) throw error;
      }
    }
  }

  /** Leaves the current endpoint for another, for a reason found above the wire. */
  leave(reason: AppError): void {
    this.#session?.close(reason);
  }

  close(): void {
    this.#stopped = true;
    this.#cancelRetry?.();
    this.#session?.close(new AppError('chain.offline'));
    this.#waiters.reject(new AppError('chain.offline'));
  }

  #connectNext(): void {
    if (this.#stopped || this.#session !== undefined) return;
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    const next = this.#endpoints.reduce<EndpointRecord | undefined>(
      (best, one) => (best === undefined || one.waitMs < best.waitMs ? one : best),
      undefined,
    );
    if (next === undefined || next.quarantined) {
      this.#waiters.reject(this.problem());
      return;
    }
    if (next.waitMs > 0) {
      this.#cancelRetry = this.#setup.clock.after(next.waitMs, () => this.#connectNext());
      return;
    }
    this.#open(next);
  }

  #open(endpoint: EndpointRecord): void {
    const { tuning, clock, log } = this.#setup;
    endpoint.connecting();
    this.#session = new Session({
      url: endpoint.url,
      tuning,
      clock,
      stats: this.#stats,
      subscriptions: this.subscriptions,
      greet: (call) => shakeHands(call, this.#setup.checkGenesis),
      admit: this.#setup.admit,
      replied: (latencyMs) => endpoint.replied(latencyMs),
      online: (session) => {
        this.#online = true;
        endpoint.online();
        log('info', 'chain connection online', { endpoint: this.#endpoints.indexOf(endpoint) });
        if (session.handshake !== undefined) this.#setup.online(session.handshake);
        this.#setup.changed();
        this.#waiters.resolve(session);
      },
      closed: (session, reason) => {
        if (this.#session === session || this.#session === undefined) this.#session = undefined;
        this.#online = false;
        if (this.#stopped) endpoint.idle();
        else endpoint.failed(reason);
        log('warn', 'chain connection closed', { endpoint: this.#endpoints.indexOf(endpoint), code: reason.code });
        this.#setup.changed();
        // A constructor that throws closes within itself: go on only after the caller has returned.
        queueMicrotask(() => this.#connectNext());
      },
    });
    this.#setup.changed();
  }
}
