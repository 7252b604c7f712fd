import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Heartbeat } from '../../shared/contract/index.ts';

/** The connected chain as main last described it; undefined until it has. */
export const heartbeatStore = createStore<{ readonly heartbeat: Heartbeat | undefined }>(() => ({
  heartbeat: undefined,
}));

export function useHeartbeat(): Heartbeat | undefined {
  return useStore(heartbeatStore, (state) => state.heartbeat);
}
