import type { NetworkSession, Networks } from './networks.ts';

interface Listener<T> {
  readonly next: (value: T) => void;
  readonly fail: (error: unknown) => void;
}
type Subscribe<T> = (listener: Listener<T>) => () => void;

/** A subscription that moves over to the new session with every switch of the network, and is silent while there is none. */
export function followSession<S extends NetworkSession, T>(
  networks: Networks<S>,
  pick: (session: S) => Subscribe<T>,
): Subscribe<T> {
  return (listener) => {
    let stopInner: () => void = () => undefined;
    const stopSession = networks.watch((session) => {
      stopInner();
      stopInner = () => undefined;
      if (session === undefined) return;
      try {
        stopInner = pick(session)(listener);
      } catch (error) {
        listener.fail(error);
      }
    });
    return () => {
      stopSession();
      stopInner();
    };
  };
}
