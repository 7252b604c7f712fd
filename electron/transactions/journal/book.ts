import type { JournalEntry } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors/index.ts';
import type { Journal, JournalPatch, JournalRecord } from '../../store/index.ts';
import type { Listener, Subscribe } from '../ports.ts';
import { advance, type TrackEvent } from '../track/machine.ts';
import { toEntry } from './entry.ts';

/** The journal with its listeners. Every change of state goes through `apply`, and so through the transition table. */
export class JournalBook {
  readonly #journal: Journal;
  readonly #now: () => number;
  readonly #listeners = new Set<(txId: string) => void>();

  constructor(journal: Journal, now: () => number) {
    this.#journal = journal;
    this.#now = now;
  }

  /** Durable when it returns. */
  insert(record: JournalRecord): void {
    this.#journal.insert(record);
    this.#changed(record.txId);
  }

  /** Notes, durably, that from now on the bytes may be out. */
  markSendStarted(txId: string): void {
    this.#journal.update(txId, { sendStartedMs: this.#now() });
  }

  /** Moves a transaction along, with what else the event told. False when the event changes nothing. */
  apply(txId: string, event: TrackEvent, facts: JournalPatch = {}): boolean {
    const before = this.#journal.get(txId);
    const next = before === undefined ? undefined : advance(before, event);
    if (next === undefined) return false;
    this.#journal.update(txId, { ...facts, ...next, updatedAtMs: this.#now() });
    this.#changed(txId);
    return true;
  }

  get(txId: string): JournalRecord | undefined {
    return this.#journal.get(txId);
  }

  pending(genesis: string): JournalRecord[] {
    return this.#journal.pending().filter((record) => record.genesis === genesis);
  }

  list(): JournalRecord[] {
    return this.#journal.list();
  }

  /** One transaction from now on. Fails with api.not_found when there is none by that id. */
  watch(txId: string): Subscribe<JournalEntry> {
    return (listener) =>
      this.#watch(
        listener,
        (changed) => changed === txId,
        () => {
          const record = this.#journal.get(txId);
          if (record === undefined) throw new AppError('api.not_found', { txId });
          return toEntry(record);
        },
      );
  }

  /** Every transaction, newest first, again after every change. */
  readonly watchAll: Subscribe<JournalEntry[]> = (listener) =>
    this.#watch(
      listener,
      () => true,
      () => this.#journal.list().map(toEntry),
    );

  #watch<T>(listener: Listener<T>, isOfInterest: (txId: string) => boolean, read: () => T): () => void {
    const tell = (): void => {
      try {
        listener.next(read());
      } catch (error) {
        this.#listeners.delete(onChange);
        listener.fail(error);
      }
    };
    const onChange = (txId: string): void => {
      if (isOfInterest(txId)) tell();
    };
    this.#listeners.add(onChange);
    tell();
    return () => this.#listeners.delete(onChange);
  }

  #changed(txId: string): void {
    for (const listener of [...this.#listeners]) listener(txId);
  }
}
