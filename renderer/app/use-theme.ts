import { useEffect } from 'react';
import { useSettings } from '../stores/settings.ts';

/** Puts the chosen theme on the document; without a choice the system's holds. */
export function useTheme(): void {
  const theme = useSettings()?.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
