import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Flow } from './model/flow.ts';

/** The one transaction of the panel. Written by `actions.ts` alone. */
export const flowStore = createStore<{ readonly flow: Flow }>(() => ({ flow: { at: 'closed' } }));

export function useFlow(): Flow {
  return useStore(flowStore, (state) => state.flow);
}
