import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The window's own line to main; nothing to do with the chain's endpoints. */
export type SessionPhase = 'connecting' | 'open' | 'reconnecting' | 'ended';

export const sessionStore = createStore<{ readonly phase: SessionPhase }>(() => ({ phase: 'connecting' }));

export function useSessionPhase(): SessionPhase {
  return useStore(sessionStore, (state) => state.phase);
}
