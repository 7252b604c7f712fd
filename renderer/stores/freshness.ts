import { useHeartbeat } from './heartbeat.ts';
import { useSessionPhase } from './session.ts';

/** `offline` when nothing can be asked now, `stale` when the chain has not moved for too long. */
export type Freshness = 'fresh' | 'connecting' | 'stale' | 'offline';

/** How far figures on screen may be trusted as current. The block they are true at stands in the figures themselves. */
export function useFreshness(): Freshness {
  const phase = useHeartbeat()?.phase;
  const session = useSessionPhase();
  if (session !== 'open') return session === 'connecting' ? 'connecting' : 'offline';
  if (phase === undefined || phase === 'connecting') return 'connecting';
  if (phase === 'online') return 'fresh';
  return phase === 'stale' ? 'stale' : 'offline';
}
