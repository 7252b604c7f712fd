import { AppError } from '../../shared/errors/index.ts';
import type { LaunchWorker, WorkerHandle } from './launch.ts';
import { METHODS, type Method, type Params, type Reply, type Result, zReply } from './protocol.ts';

/** The slowest honest answer is a few KDF runs on a busy machine; beyond this the worker hangs. */
const DEADLINE_MS = 60_000;
const MAX_WAITING = 64;
/** A worker that dies this often in a row without answering anything is not started again until this pause is over. */
const MAX_EARLY_DEATHS = 3;
const PAUSE_MS = 5_000;

interface Waiting {
  readonly method: Method;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: AppError) => void;
  readonly deadline: NodeJS.Timeout;
}

export interface WorkerClientOptions {
  readonly launchWorker: LaunchWorker;
  readonly vaultDir: string;
  readonly monotonicMs: () => number;
  /** The worker is gone, and with it every key. */
  readonly onDown: () => void;
}

/** Speaks the protocol with one worker process, started on first need and again after it died (locked, then). */
export class WorkerClient {
  readonly #options: WorkerClientOptions;
  readonly #waiting = new Map<number, Waiting>();
  #handle: WorkerHandle | undefined;
  #nextId = 1;
  #earlyDeaths = 0;
  #pausedUntilMs = 0;
  #isClosed = false;

  constructor(options: WorkerClientOptions) {
    this.#options = options;
  }

  /** @throws AppError the worker's own code, or keys.worker_down, api.bad_input, api.too_many_requests */
  async call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const checked = METHODS[method].params.safeParse(params);
    if (!checked.success) throw new AppError('api.bad_input', { method }); // no cause: it would quote what was typed
    const reply = await this.#send(this.#running(), method, checked.data);
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.facts);
    const result = METHODS[method].result.safeParse(reply.result);
    if (!result.success) throw new AppError('internal', { reason: 'worker_reply' });
    return result.data as Result<M>; // parsed by this very method's schema on the line above
  }

  get isRunning(): boolean {
    return this.#handle !== undefined;
  }

  /** Ends the worker for good; resolves when the process is gone. */
  close(): Promise<void> {
    this.#isClosed = true;
    const handle = this.#handle;
    if (handle === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      handle.onExit(resolve);
      handle.kill();
    });
  }

  #running(): WorkerHandle {
    if (this.#handle !== undefined) return this.#handle;
    if (this.#isClosed || this.#options.monotonicMs() < this.#pausedUntilMs) throw new AppError('keys.worker_down');
    const handle = this.#options.launchWorker({ vaultDir: this.#options.vaultDir });
    this.#handle = handle;
    handle.onMessage((message) => this.#receive(message));
    handle.onExit(() => this.#down(handle));
    this.#send(handle, 'open', { vaultDir: this.#options.vaultDir }).catch(() => undefined); // its death is told by onExit
    return handle;
  }

  #send(handle: WorkerHandle, method: Method, params: unknown): Promise<Reply> {
    if (this.#waiting.size >= MAX_WAITING && method !== 'lock') {
      return Promise.reject(new AppError('api.too_many_requests'));
    }
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => handle.kill(), DEADLINE_MS);
      deadline.unref();
      this.#waiting.set(id, { method, resolve, reject, deadline });
      handle.postMessage({ id, method, params });
    });
  }

  #receive(message: unknown): void {
    const reply = zReply.safeParse(message);
    const waiting = reply.success ? this.#waiting.get(reply.data.id) : undefined;
    if (!reply.success || waiting === undefined) return; // not a reply to anything we asked
    this.#waiting.delete(reply.data.id);
    clearTimeout(waiting.deadline);
    if (waiting.method !== 'open') this.#earlyDeaths = 0;
    waiting.resolve(reply.data);
  }

  #down(handle: WorkerHandle): void {
    if (this.#handle !== handle) return;
    this.#handle = undefined;
    this.#earlyDeaths += 1;
    if (this.#earlyDeaths >= MAX_EARLY_DEATHS) this.#pausedUntilMs = this.#options.monotonicMs() + PAUSE_MS;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, deadline, method } of lost) {
      clearTimeout(deadline);
      reject(new AppError('keys.worker_down', { method }));
    }
    this.#options.onDown();
  }
}
