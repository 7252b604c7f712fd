import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Settings } from '../../shared/contract/index.ts';

export const settingsStore = createStore<{ readonly settings: Settings | undefined }>(() => ({ settings: undefined }));

/** Settings as main keeps them; undefined until read. Change them with `saveSettings` of api/settings.ts. */
export function useSettings(): Settings | undefined {
  return useStore(settingsStore, (state) => state.settings);
}
