import * as z from 'zod';
import { AppError } from '../../shared/errors/index.ts';
import type { Rao } from '../../shared/units/index.ts';
import type { Logger } from '../log/index.ts';
import type { PracticeProcess } from './launch.ts';

const READY_WITHIN_MS = 30_000;
const FUND_WITHIN_MS = 15_000;
const STOP_WITHIN_MS = 1500;
const RESTART_FIRST_MS = 500;
const RESTART_MAX_MS = 30_000;

/** What the practice network tells us. Only our own process is asked, and still nothing is taken on trust. */
const zMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    url: z
      .string()
      .max(64)
      .regex(/^ws:\/\/127\.0\.0\.1:\d{1,5}\/?$/u),
  }),
  z.object({ type: z.literal('funded'), id: z.int() }),
  z.object({ type: z.literal('notice'), notice: z.enum(['resumed', 'damaged', 'other', 'unwritable']) }),
  z.object({ type: z.literal('failed'), id: z.int().optional(), message: z.string().max(512).optional() }),
]);

interface Pending {
  readonly resolve: () => void;
  readonly reject: (error: AppError) => void;
}

/**
 * The embedded practice network while it is wanted. Its process keeps the chain in a file between runs; when it dies by
 * itself it is started again, with longer and longer pauses.
 */
export class PracticeNetwork {
  readonly #launch: () => PracticeProcess;
  readonly #log: Logger;
  readonly #onUrl: (url: string) => void;
  readonly #funding = new Map<number, Pending>();
  #process: PracticeProcess | undefined;
  #wanted = false;
  #isReady = false;
  #pauseMs = RESTART_FIRST_MS;
  #timer: NodeJS.Timeout | undefined;
  #nextId = 1;

  /** `onUrl` hears the address after every start; it differs each time. */
  constructor(launch: () => PracticeProcess, log: Logger, onUrl: (url: string) => void) {
    this.#launch = launch;
    this.#log = log;
    this.#onUrl = onUrl;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#begin();
  }

  /** Pays play money. @throws AppError chain.practice_failed */
  fund(address: string, amount: Rao): Promise<void> {
    const running = this.#process;
    if (running === undefined || !this.#isReady) return Promise.reject(new AppError('chain.practice_failed'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id, false), FUND_WITHIN_MS);
      this.#funding.set(id, {
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      running.postMessage({ type: 'fund', id, address, rao: amount.toString() });
    });
  }

  /** Ends it and waits until it is gone. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    const running = this.#process;
    if (running === undefined) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => running.kill(), STOP_WITHIN_MS);
      running.onExit(() => {
        clearTimeout(force);
        resolve();
      });
      running.postMessage({ type: 'stop' });
    });
  }

  #begin(): void {
    const started = this.#launch();
    this.#process = started;
    this.#isReady = false;
    const tooLate = setTimeout(() => started.kill(), READY_WITHIN_MS);
    started.onMessage((message) => this.#receive(message, () => clearTimeout(tooLate)));
    started.onExit(() => {
      clearTimeout(tooLate);
      this.#ended(started);
    });
  }

  #receive(raw: unknown, onReady: () => void): void {
    const message = zMessage.safeParse(raw);
    if (!message.success) return;
    if (message.data.type === 'notice') {
      const { notice } = message.data;
      this.#log[notice === 'resumed' ? 'info' : 'warn']('the practice network opened its chain', { notice });
    } else if (message.data.type === 'ready') {
      onReady();
      this.#isReady = true;
      this.#pauseMs = RESTART_FIRST_MS;
      this.#log.info('the practice network is ready');
      this.#onUrl(message.data.url);
    } else if (message.data.id !== undefined) this.#settle(message.data.id, message.data.type === 'funded');
  }

  #settle(id: number, ok: boolean): void {
    const pending = this.#funding.get(id);
    this.#funding.delete(id);
    if (ok) pending?.resolve();
    else pending?.reject(new AppError('chain.practice_failed'));
  }

  #ended(which: PracticeProcess): void {
    if (this.#process !== which) return;
    this.#process = undefined;
    this.#isReady = false;
    for (const id of [...this.#funding.keys()]) this.#settle(id, false);
    if (!this.#wanted) return;
    this.#log.warn('the practice network ended by itself', { againInMs: this.#pauseMs });
    this.#timer = setTimeout(() => this.#begin(), this.#pauseMs);
    this.#timer.unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, RESTART_MAX_MS);
  }
}
