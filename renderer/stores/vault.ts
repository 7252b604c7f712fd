import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { VaultState } from '../../shared/contract/index.ts';

/** Whether there is a vault and whether it is open; undefined until main has said. */
export const vaultStore = createStore<{ readonly vault: VaultState | undefined }>(() => ({ vault: undefined }));

export function useVault(): VaultState | undefined {
  return useStore(vaultStore, (state) => state.vault);
}
