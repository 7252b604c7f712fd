import type { NetworkId } from '../../../shared/constants/networks.ts';
import { useHeartbeat } from '../../stores/heartbeat.ts';
import { useSettings } from '../../stores/settings.ts';

/** The network figures are of; the chosen one until the chain has spoken. */
export function useNetworkId(): NetworkId {
  const connected = useHeartbeat()?.network;
  const chosen = useSettings()?.network;
  return connected ?? chosen ?? 'practice';
}
