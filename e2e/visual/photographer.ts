import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../fixtures/host.ts';
import type { Visit } from '../models/onboarding-tour.ts';

const OUT = join(ROOT, 'screenshots');

export const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

/** `<screen>-<theme>-<size>.png`, four of each screen: what the window shows, no more. */
export function photographer(page: Page): Visit {
  mkdirSync(OUT, { recursive: true });
  return async (screen) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(OUT, `${screen}-${colorScheme}-${size.width}x${size.height}.png`) });
      }
    }
    await page.setViewportSize(SIZES[0]);
  };
}
