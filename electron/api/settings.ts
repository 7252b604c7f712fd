import { os } from './implementer.ts';
import type { SettingsService } from './services.ts';

export function implementSettings(settings: SettingsService) {
  return os.settings.router({
    get: os.settings.get.handler(() => settings.get()),
    set: os.settings.set.handler(({ input }) => settings.set(input)),
  });
}
