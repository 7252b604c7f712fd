import { useMemo } from 'react';
import type { Hotkey } from '../../../shared/units/index.ts';
import { toAppError } from '../../api/errors.ts';
import { saveSettings } from '../../api/settings.ts';
import { sentenceFor } from '../../copy/index.ts';
import { settingsStore, useSettings } from '../../stores/settings.ts';
import { showToast } from '../../ui/toasts.ts';

/** As many as the settings hold. */
const MOST = 500;
const NONE: readonly Hotkey[] = [];

/** The validators the person marked, kept in the settings. */
export function useFavourites(): ReadonlySet<string> {
  const favourites = useSettings()?.favourites ?? NONE;
  return useMemo(() => new Set<string>(favourites), [favourites]);
}

/** Marks a validator, or takes the mark away. A failure is told and changes nothing. */
export async function toggleFavourite(hotkey: Hotkey): Promise<void> {
  const before = settingsStore.getState().settings?.favourites ?? NONE;
  const isMarked = before.includes(hotkey);
  if (!isMarked && before.length >= MOST) {
    showToast('attention', 'No more favourites fit.', `Take the star from one of the ${MOST} first.`);
    return;
  }
  try {
    await saveSettings({ favourites: isMarked ? before.filter((one) => one !== hotkey) : [...before, hotkey] });
  } catch (error) {
    const { title, detail } = sentenceFor(toAppError(error));
    showToast('danger', title, detail);
  }
}
