import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Settings } from '../../shared/contract/index.ts';
import { zSettings } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/errors/index.ts';
import { toPpm } from '../../shared/units/index.ts';
import { onDisk } from './disk-errors.ts';

const DEFAULTS: Settings = {
  network: 'practice',
  endpoints: {},
  theme: 'system',
  tolerance: toPpm(5000), // 0.5 %
  lockAfterMinutes: 15,
  hideBalances: false,
  favourites: [],
};

export type SettingsPatch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export interface SettingsStore {
  get(): Settings;
  /** Merges, validates and keeps; a patch that names a network counts as the person's choice. @throws AppError api.bad_input, disk.* */
  set(patch: SettingsPatch): Settings;
  /** False until a person has chosen a network. */
  networkChosen(): boolean;
}

interface Row {
  readonly value: string;
  readonly network_chosen: number;
}

/** What an older or newer version wrote is kept where it still fits; anything else falls back to the default. */
function parse(text: string): Settings {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch (cause) {
    throw new AppError('store.damaged', { table: 'settings' }, { cause });
  }
  const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const kept = Object.fromEntries(
    Object.entries(zSettings.shape).flatMap(([key, schema]) => {
      const field = schema.safeParse(found[key]);
      return field.success ? [[key, field.data]] : [];
    }),
  );
  return zSettings.parse({ ...DEFAULTS, ...kept });
}

export function openSettings(database: DatabaseSyncInstance): SettingsStore {
  const select = database.prepare('SELECT value, network_chosen FROM settings WHERE id = 1');
  const upsert = database.prepare('REPLACE INTO settings (id, value, network_chosen) VALUES (1, ?, ?)');
  const row = (): Row | undefined => select.get() as Row | undefined;
  const read = (): Settings => {
    const found = row();
    return found === undefined ? DEFAULTS : parse(found.value);
  };
  return {
    get: () => onDisk(read),
    set: (patch) =>
      onDisk(() => {
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        const merged = zSettings.safeParse({ ...read(), ...given });
        if (!merged.success) throw new AppError('api.bad_input', {}, { cause: merged.error });
        upsert.run(JSON.stringify(merged.data), patch.network !== undefined || row()?.network_chosen === 1 ? 1 : 0);
        return merged.data;
      }),
    networkChosen: () => onDisk(() => row()?.network_chosen === 1),
  };
}
