import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The account chosen in the top bar: its id, or `all`. A wish of the window, not kept by main. */
export const activeAccountStore = createStore<{ readonly id: string }>(() => ({ id: 'all' }));

export function useActiveAccountId(): string {
  return useStore(activeAccountStore, (state) => state.id);
}

export function chooseAccount(id: string): void {
  activeAccountStore.setState({ id });
}
