import { WebSocket } from 'ws';
import { AppError } from '../../../shared/errors/index.ts';
import type { ChainClock } from '../clock.ts';
import type { ChainTuning } from '../options.ts';
import { type Frame, isRateLimit, parseFrame } from './frame.ts';
import { toChainError } from './rpc-error.ts';
import type { StatsCounter } from './stats.ts';

export interface CallLimits {
  /** Milliseconds left for the whole reply. */
  readonly deadlineMs: number;
  /** The reply may be as large as a metadata blob. */
  readonly large?: boolean;
}

export interface SocketEvents {
  /** Once, for any reason; afterwards every call of this socket has been rejected. */
  closed(reason: AppError): void;
  notified(subscription: string, result: unknown): void;
  /** After each reply, with its latency in milliseconds. */
  replied(latencyMs: number): void;
}

interface Pending {
  readonly method: string;
  readonly startedAt: number;
  readonly large: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: AppError) => void;
  readonly cancelTimer: () => void;
}

export interface SocketSetup {
  readonly url: string;
  readonly tuning: ChainTuning;
  readonly clock: ChainClock;
  readonly stats: StatsCounter;
  readonly events: SocketEvents;
}

/** One WebSocket speaking JSON-RPC. Anything a correct node would never send ends it. */
export class RpcSocket {
  readonly #setup: SocketSetup;
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  /** Calls given up on; one late reply each is forgiven. */
  readonly #givenUp = new Set<number>();
  #nextId = 1;
  #framesSeen = 0;
  #closed: AppError | undefined;
  #opened = false;

  constructor(setup: SocketSetup, opened: () => void) {
    this.#setup = setup;
    this.#socket = new WebSocket(setup.url, {
      maxPayload: setup.tuning.largeFrameBytes,
      perMessageDeflate: false,
      followRedirects: false,
    });
    const cancelOpen = setup.clock.after(setup.tuning.connectDeadlineMs, () =>
      this.close(new AppError('chain.timeout')),
    );
    this.#socket.on('open', () => {
      cancelOpen();
      this.#opened = true;
      setup.stats.connected();
      opened();
    });
    this.#socket.on('unexpected-response', (_request, response) => {
      cancelOpen();
      this.close(new AppError(response.statusCode === 429 ? 'chain.rate_limited' : 'chain.offline'));
    });
    this.#socket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary));
    this.#socket.on('error', (cause: Error & { code?: string }) => {
      cancelOpen();
      const tooLarge = cause.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
      this.close(new AppError(tooLarge ? 'chain.reply_too_large' : 'chain.offline', {}, { cause }));
    });
    this.#socket.on('close', () => {
      cancelOpen();
      this.close(new AppError('chain.offline'));
    });
  }

  /** @throws AppError chain.timeout, chain.offline, chain.rpc_failed, chain.rate_limited, chain.reply_malformed */
  call(method: string, params: readonly unknown[], limits: CallLimits): Promise<unknown> {
    if (this.#closed !== undefined || !this.#opened)
      return Promise.reject(this.#closed ?? new AppError('chain.offline'));
    const id = this.#nextId;
    this.#nextId += 1;
    const text = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve, reject) => {
      const framesBefore = this.#framesSeen;
      const cancelTimer = this.#setup.clock.after(limits.deadlineMs, () => this.#expire(id, framesBefore));
      const startedAt = this.#setup.clock.now();
      this.#pending.set(id, { method, startedAt, large: limits.large ?? false, resolve, reject, cancelTimer });
      this.#setup.stats.sent(text.length);
      this.#socket.send(text);
    });
  }

  close(reason: AppError): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    for (const pending of this.#pending.values()) {
      pending.cancelTimer();
      pending.reject(reason);
    }
    this.#pending.clear();
    this.#socket.terminate();
    this.#setup.events.closed(reason);
  }

  /** A node that said nothing at all meanwhile is gone; one that talks is merely slow with this call. */
  #expire(id: number, framesBefore: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    const reason = new AppError('chain.timeout', { method: pending.method });
    if (this.#framesSeen === framesBefore) {
      this.close(reason);
      return;
    }
    this.#pending.delete(id);
    if (this.#givenUp.size < 256) this.#givenUp.add(id);
    pending.reject(reason);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#closed !== undefined) return;
    this.#framesSeen += 1;
    this.#setup.stats.received(data.length);
    const awaitsLarge = [...this.#pending.values()].some((one) => one.large);
    if (data.length > this.#setup.tuning.frameBytes && !awaitsLarge) {
      this.close(new AppError('chain.reply_too_large'));
      return;
    }
    this.#handle(isBinary ? { kind: 'malformed' } : parseFrame(data.toString('utf8')));
  }

  #handle(frame: Frame): void {
    switch (frame.kind) {
      case 'malformed':
        this.close(new AppError('chain.reply_malformed'));
        return;
      case 'rate_limited':
        this.close(new AppError('chain.rate_limited'));
        return;
      case 'notification':
        this.#setup.events.notified(frame.subscription, frame.result);
        return;
      case 'reply':
        this.#settle(frame);
    }
  }

  #settle(frame: Frame & { kind: 'reply' }): void {
    const pending = this.#pending.get(frame.id);
    if (pending === undefined) {
      // An answer nobody asked for, or a second answer: the node cannot be trusted to match replies to calls.
      if (!this.#givenUp.delete(frame.id)) this.close(new AppError('chain.reply_malformed'));
      return;
    }
    this.#pending.delete(frame.id);
    pending.cancelTimer();
    this.#setup.stats.replied();
    this.#setup.events.replied(this.#setup.clock.now() - pending.startedAt);
    if (frame.error === undefined) {
      pending.resolve(frame.result);
      return;
    }
    pending.reject(toChainError(frame.error, pending.method));
    if (isRateLimit(frame.error)) this.close(new AppError('chain.rate_limited'));
  }
}
