import { createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { ApiClient } from '../../shared/contract/index.ts';
import { portTransport } from './port-transport.ts';
import { Session } from './session.ts';
import { socketTransport } from './socket-transport.ts';

const session = new Session();

/** Everything main offers. Calls wait while the connection is being made again. */
export const api: ApiClient = createORPCClient<ApiClient>(session);

/** The same as TanStack Query options: `useQuery(orpc.accounts.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(api);

/** Opens the line to main; call once, before anything reads the address. */
export function startSession(page: Window): void {
  const transport = page.location.protocol === 'app:' ? portTransport(page) : socketTransport(page);
  void session.run(transport);
}
