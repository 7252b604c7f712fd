import { AppError } from '../../../shared/errors/index.ts';
import type { ChainTuning } from '../options.ts';
import type { Handshake, RawCall } from './handshake.ts';
import { RpcSocket, type SocketSetup } from './socket.ts';
import type { Subscriptions } from './subscriptions.ts';

export type SessionSetup = Omit<SocketSetup, 'events'> & {
  readonly subscriptions: Subscriptions;
  readonly greet: (call: RawCall) => Promise<Handshake>;
  /** Runs after the genesis check and before the session counts as online; failing it fails the endpoint. */
  readonly admit: (handshake: Handshake, call: RawCall) => Promise<void>;
  readonly online: (session: Session) => void;
  readonly closed: (session: Session, reason: AppError) => void;
  readonly replied: (latencyMs: number) => void;
};

/** One connection from the first byte to its end: open, greet, admit, online, closed. */
export class Session {
  readonly url: string;
  readonly #socket: RpcSocket;
  readonly #tuning: ChainTuning;
  #handshake: Handshake | undefined;
  #closed = false;

  constructor(setup: SessionSetup) {
    this.url = setup.url;
    this.#tuning = setup.tuning;
    const inbox = setup.subscriptions.inbox();
    this.#socket = new RpcSocket(
      {
        ...setup,
        events: {
          closed: (reason) => {
            this.#closed = true;
            setup.closed(this, reason);
          },
          notified: inbox.notified,
          replied: setup.replied,
        },
      },
      () => {
        this.#begin(setup)
          .then(() => inbox.open(this.raw))
          .catch((error: unknown) =>
            this.close(AppError.find(error) ?? new AppError('internal', {}, { cause: error })),
          );
      },
    );
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  get handshake(): Handshake | undefined {
    return this.#handshake;
  }

  readonly raw: RawCall = (method, params, large = false) => {
    const deadlineMs = large ? this.#tuning.largeCallDeadlineMs : this.#tuning.callDeadlineMs;
    return this.#socket.call(method, params, { deadlineMs, large });
  };

  call(method: string, params: readonly unknown[], deadlineMs: number, large: boolean): Promise<unknown> {
    return this.#socket.call(method, params, { deadlineMs, large });
  }

  close(reason: AppError): void {
    this.#socket.close(reason);
  }

  async #begin(setup: SessionSetup): Promise<void> {
    const handshake = await setup.greet(this.raw);
    await setup.admit(handshake, this.raw);
    if (this.#closed) return;
    this.#handshake = handshake;
    setup.online(this);
  }
}
