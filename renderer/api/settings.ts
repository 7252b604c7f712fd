import type { Settings } from '../../shared/contract/index.ts';
import { settingsStore } from '../stores/settings.ts';
import { api } from './client.ts';

/** Changes some settings; the store then holds what main answered. @throws what the call throws. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = await api.settings.set(change);
  settingsStore.setState({ settings });
  return settings;
}
