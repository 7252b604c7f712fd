import { useQuery } from '@tanstack/react-query';
import { useHeartbeat } from '../stores/heartbeat.ts';
import { api } from './client.ts';

/** What a runtime can do, by name. */
export type CapabilitySet = Readonly<Record<string, boolean>>;

/** The connected runtime's; undefined until it has said so. Asked again after every upgrade. */
export function useCapabilities(): CapabilitySet | undefined {
  const heartbeat = useHeartbeat();
  const { data } = useQuery({
    queryKey: ['capabilities', heartbeat?.network, heartbeat?.specVersion],
    queryFn: ({ signal }) => api.app.capabilities(undefined, { signal }),
  });
  return data;
}
