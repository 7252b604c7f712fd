import type { NetworkSession, Networks } from './networks.ts';

/** Calls back each time a session comes online: the first time, after every reconnection, after every switch. */
export function whenOnline<S extends NetworkSession>(networks: Networks<S>, callback: () => void): () => void {
  let stopStatus: () => void = () => undefined;
  const stopSession = networks.watch((session) => {
    stopStatus();
    stopStatus = () => undefined;
    if (session === undefined) return;
    let wasOnline = false;
    const look = ({ phase }: { readonly phase: string }): void => {
      const isOnline = phase === 'online';
      if (isOnline && !wasOnline) callback();
      wasOnline = isOnline;
    };
    look(session.chain.status());
    stopStatus = session.chain.watchStatus(look);
  });
  return () => {
    stopSession();
    stopStatus();
  };
}
