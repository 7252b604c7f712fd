import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { tourApp } from '../models/app-tour.ts';
import { importFirstAccount } from '../models/import.ts';
import { tourOnboarding, type Visit } from '../models/onboarding-tour.ts';
import { sidewaysParts } from '../support/damage.ts';
import { ALICE } from '../support/dev-accounts.ts';
import { watchPage } from '../support/page-watch.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

type Theme = 'light' | 'dark';

/** What axe finds on the screen as it stands, one line a node. A theme changes colours only: the second is asked for contrast. */
async function violations(page: Page, theme: Theme): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const asked = theme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast']);
  const { violations: found } = await asked.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  );
}

/** Looks at a screen in both themes and in the small window; collects instead of stopping, so that one run tells everything. */
function inspector(page: Page): { readonly visit: Visit; readonly found: string[]; readonly seen: string[] } {
  const found: string[] = [];
  const seen: string[] = [];
  const visit: Visit = async (screen) => {
    seen.push(screen);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await violations(page, colorScheme)).map((line) => `${screen}, ${colorScheme}: ${line}`));
    }
    await page.setViewportSize({ width: 1024, height: 700 });
    found.push(...(await sidewaysParts(page)).map((line) => `${screen}: ${line}`));
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  return { visit, found, seen };
}

test.describe('@accessibility', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 1000, emission: false } });
  test.setTimeout(240_000);

  test('a new user finds no barrier from the first screen to the lock, light or dark', async ({ soma }) => {
    const { page } = soma;
    const watch = watchPage(page);
    const { visit, found, seen } = inspector(page);
    await tourOnboarding(page, visit);
    expect(found).toEqual([]);
    expect(await watch.offences()).toEqual([]);
    expect(seen.length).toBeGreaterThan(14);
  });

  test('every screen and dialog behind the lock is free of barriers, light and dark', async ({ soma }) => {
    const { page } = soma;
    const watch = watchPage(page);
    const { visit, found, seen } = inspector(page);
    await importFirstAccount(page, ALICE.seed, 'Alice');
    await tourApp(page, visit);
    expect(found).toEqual([]);
    expect(await watch.offences()).toEqual([]);
    expect(seen.length).toBeGreaterThan(24);
  });
});
