import type { Heartbeat } from '../../shared/contract/index.ts';
import { AppError, type AppErrorShape } from '../../shared/errors/index.ts';
import type { Rao } from '../../shared/units/index.ts';
import type { ChainClient } from '../chain/port.ts';
import type { Logger } from '../log/index.ts';
import type { PracticeProcess } from '../practice/launch.ts';
import { PracticeNetwork } from '../practice/practice.ts';
import { isSameChoice, type NetworkChoice } from './choice.ts';
import { heartbeatWithoutChain, toHeartbeat } from './heartbeat.ts';

/** Everything that lives and dies with one connection to one network. */
export interface NetworkSession {
  readonly choice: NetworkChoice;
  readonly chain: ChainClient;
  close(): Promise<void>;
}

export interface NetworksParts<S extends NetworkSession> {
  readonly openSession: (choice: NetworkChoice) => Promise<S>;
  readonly launchPractice: () => PracticeProcess;
  readonly log: Logger;
}

type Stop = () => void;

/** Holds the one session of the chosen network and replaces it as a whole; nothing of an old one survives a switch. */
export class Networks<S extends NetworkSession> {
  readonly #parts: NetworksParts<S>;
  readonly #practice: PracticeNetwork;
  readonly #listeners = new Set<(session: S | undefined) => void>();
  #wanted: NetworkChoice | undefined;
  #session: S | undefined;
  #problem: AppErrorShape | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(parts: NetworksParts<S>) {
    this.#parts = parts;
    this.#practice = new PracticeNetwork(parts.launchPractice, parts.log, (url) => {
      const wanted = this.#wanted;
      if (wanted?.id === 'practice') void this.#replace({ ...wanted, endpoints: [url] });
    });
  }

  /** @throws AppError chain.offline while there is none. */
  get session(): S {
    if (this.#session === undefined) throw new AppError('chain.offline');
    return this.#session;
  }

  /** Tells the session of now and of every switch. */
  watch(listener: (session: S | undefined) => void): Stop {
    this.#listeners.add(listener);
    listener(this.#session);
    return () => this.#listeners.delete(listener);
  }

  /** Goes over to another network, or to none. Resolves when the old one is closed and the new one begun. */
  async choose(choice: NetworkChoice | undefined): Promise<void> {
    if (isSameChoice(choice, this.#wanted)) return;
    this.#wanted = choice;
    if (choice?.id === 'practice') {
      await this.#replace(undefined);
      if (this.#wanted === choice) this.#practice.start();
      return;
    }
    await this.#replace(choice);
    await this.#practice.stop();
  }

  watchHeartbeat(listener: (heartbeat: Heartbeat) => void): Stop {
    let stopStatus: Stop = () => undefined;
    const stopSession = this.watch((session) => {
      stopStatus();
      stopStatus = () => undefined;
      if (session === undefined) {
        listener(heartbeatWithoutChain(this.#wanted?.id, this.#problem));
        return;
      }
      const { chain, choice } = session;
      listener(toHeartbeat(choice.id, chain.status()));
      stopStatus = chain.watchStatus((status) => listener(toHeartbeat(choice.id, status)));
    });
    return () => {
      stopSession();
      stopStatus();
    };
  }

  /** Play money, practice network only. @throws AppError chain.practice_failed */
  async fund(address: string, amount: Rao): Promise<void> {
    if (this.#wanted?.id !== 'practice') throw new AppError('chain.practice_failed');
    await this.#practice.fund(address, amount);
  }

  async close(): Promise<void> {
    this.#wanted = undefined;
    await Promise.all([this.#replace(undefined), this.#practice.stop()]);
    this.#listeners.clear();
  }

  /** One replacement at a time; one that was overtaken by another choice is skipped. A failure is shown, not thrown. */
  #replace(choice: NetworkChoice | undefined): Promise<void> {
    this.#queue = this.#queue
      .then(async () => {
        const old = this.#session;
        this.#problem = undefined;
        this.#tell(undefined);
        await old?.close();
        if (choice === undefined || choice.id !== this.#wanted?.id) return;
        this.#tell(await this.#parts.openSession(choice));
      })
      .catch((error: unknown) => {
        this.#parts.log.error('the network could not be opened', error);
        this.#problem = AppError.find(error)?.toShape() ?? { code: 'internal', facts: {} };
        this.#tell(undefined);
      });
    return this.#queue;
  }

  #tell(session: S | undefined): void {
    this.#session = session;
    for (const listener of [...this.#listeners]) listener(session);
  }
}
