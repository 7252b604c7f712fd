import { DispatchFailure } from './dispatch-error.ts';
import type { EventRecord } from './interface.ts';
import { Overlay } from './overlay.ts';
import type { State } from './port.ts';

export interface EmittedEvent {
  readonly type: string;
  readonly value: { readonly type: string; readonly value: unknown };
}

/** One stretch of execution (an extrinsic, a hook): the state it changes, the block it is in, the events it emits. */
export class Exec {
  readonly blockNumber: number;
  readonly phase: EventRecord['phase'];
  readonly events: EmittedEvent[] = [];
  #state: State;

  constructor(state: State, blockNumber: number, phase: EventRecord['phase']) {
    this.#state = state;
    this.blockNumber = blockNumber;
    this.phase = phase;
  }

  get state(): State {
    return this.#state;
  }

  /** Events leave in the order of the calls; `value` is an object for named fields, an array for positional ones. */
  emit(pallet: string, name: string, value?: unknown): void {
    this.events.push({ type: pallet, value: { type: name, value } });
  }

  /** Runs `work` all or nothing: on any throw its storage changes and events are dropped and the throw goes on. */
  transaction<T>(work: () => T): T {
    const outer = this.#state;
    const inner = new Overlay(outer);
    const mark = this.events.length;
    this.#state = inner;
    try {
      const result = work();
      inner.commitTo(outer);
      return result;
    } catch (error) {
      this.events.length = mark;
      throw error;
    } finally {
      this.#state = outer;
    }
  }

  /** Like `transaction`, but hands a dispatch failure back instead of throwing it. */
  attempt(work: () => void): DispatchFailure | undefined {
    try {
      this.transaction(work);
      return undefined;
    } catch (error) {
      if (error instanceof DispatchFailure) return error;
      throw error;
    }
  }
}
