import type { ApiOptions } from '@polkadot/api/types';
import type { Connection } from './connection.ts';

type ProviderInterface = NonNullable<ApiOptions['provider']>;

/**
 * Our connection as @polkadot/api sees it. The answers known from the handshake are given from memory, so building an
 * ApiPromise costs no request; everything else goes through fail-over, deadlines and caps like any other call.
 * Subscriptions are the client's own affair (watch/), so none are offered.
 */
export function toProvider(
  connection: Pick<Connection, 'request'>,
  known: ReadonlyMap<string, unknown>,
): ProviderInterface {
  const provider: ProviderInterface = {
    hasSubscriptions: false,
    isClonable: false,
    isConnected: true,
    clone: () => provider,
    connect: () => Promise.resolve(),
    disconnect: () => Promise.resolve(),
    on: () => () => undefined,
    send: <T>(method: string, params: unknown[]): Promise<T> =>
      (known.has(method) ? Promise.resolve(known.get(method)) : connection.request(method, params)) as Promise<T>,
    subscribe: () => Promise.reject(new Error('subscriptions belong to the heartbeat')),
    unsubscribe: () => Promise.resolve(true),
  };
  return provider;
}
