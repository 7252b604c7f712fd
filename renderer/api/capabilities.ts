import { useQuery } from '@tanstack/react-query';
import { useHeartbeat } from '../stores/heartbeat.ts';
import { api } from './client.ts';

/** What the connected runtime can do, by name; undefined until it has said so. Asked again after every upgrade. */
export function useCapabilities(): Readonly<Record<string, boolean>> | undefined {
  const heartbeat = useHeartbeat();
  const { data } = useQuery({
    queryKey: ['capabilities', heartbeat?.network, heartbeat?.specVersion],
    queryFn: ({ signal }) => api.app.capabilities(undefined, { signal }),
  });
  return data;
}
