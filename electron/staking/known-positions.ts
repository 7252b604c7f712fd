import type { HeldPosition } from './targets.ts';

interface Told {
  readonly positions: readonly HeldPosition[];
}
interface Listener<T> {
  readonly next: (value: T) => void;
  readonly fail: (error: unknown) => void;
}
type Subscribe<T> = (listener: Listener<T>) => () => void;

/** What the accounts hold, overheard from the portfolio on its way to the window; nothing is asked for it. */
export class KnownPositions {
  #positions: readonly HeldPosition[] = [];

  get positions(): readonly HeldPosition[] {
    return this.#positions;
  }

  /** The same subscription, listened to on the way. Begins with nothing: it may be another network's. */
  overhear<T extends Told>(portfolio: Subscribe<T>): Subscribe<T> {
    this.#positions = [];
    return ({ next, fail }) =>
      portfolio({
        next: (value) => {
          this.#positions = value.positions.map(({ hotkey, netuid }) => ({ hotkey, netuid }));
          next(value);
        },
        fail,
      });
  }
}
