import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { PASSWORD } from '../models/onboarding.ts';
import { goTo, Panel } from '../models/panel.ts';
import { damage } from '../support/damage.ts';
import { BOB } from '../support/dev-accounts.ts';
import { writeNamedValidators } from '../support/hostile-chain.ts';
import { BROKEN_NAMES, HOSTILE_CORPUS } from '../support/hostile-corpus.ts';
import { watchPage } from '../support/page-watch.ts';
import { readWholeTable } from '../support/whole-table.ts';

/** Every address and amount inside can be read from its first to its last character. */
async function expectAllReadable(page: Page, root: Locator): Promise<void> {
  const values = await root.locator('[data-address], [data-base-units]').all();
  expect(values.length).toBeGreaterThan(5);
  for (const value of values) {
    await value.scrollIntoViewIfNeeded();
    const hidden = await value.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()]
        .flatMap(({ left, right, top, bottom }) => [left + 2, right - 2].map((x) => [x, (top + bottom) / 2] as const))
        .filter(([x, y]) => !element.contains(document.elementFromPoint(x, y)))
        .map((point) => `${element.textContent} at ${point.join(',')}`);
    });
    expect(hidden).toEqual([]);
    const address = await value.getAttribute('data-address');
    if (address !== null) expect((await value.textContent())?.replace(/\s/gu, '')).toBe(address);
  }
  expect(await damage(page)).toEqual([]);
}

test.describe('@hostile', () => {
  test.use({ chainOptions: { scenario: 'edge', blockTimeMs: 1000, emission: false } });

  test('a corpus of hostile names is shown as text or marked, and does nothing', async ({ chain, soma }) => {
    expect(HOSTILE_CORPUS.length).toBeGreaterThanOrEqual(120);
    const written = await writeNamedValidators(chain, [...HOSTILE_CORPUS.map(({ bytes }) => bytes), ...BROKEN_NAMES]);
    const { page } = soma;
    const watch = watchPage(page);
    await importFirstAccount(page, BOB.seed, 'Bob');
    await goTo(page, 'Stake');
    const table = page.getByRole('table', { name: 'Validators' });
    await expect(table).toBeVisible();
    const rows = await readWholeTable(table);
    const shown = new Map(rows.map(({ hotkey, name }) => [hotkey, name]));
    const wrong = HOSTILE_CORPUS.flatMap((entry, index) => {
      const name = shown.get(written[index]?.hotkey ?? '') ?? 'no row';
      const text = new TextDecoder().decode(entry.bytes);
      const isMarked = name.includes('hidden or excess characters removed');
      return (entry.expect === 'marked' ? isMarked : name.startsWith(text) && !isMarked) ? [] : [`${text} as ${name}`];
    });
    expect(wrong).toEqual([]);
    expect(written.filter(({ hotkey }) => !shown.has(hotkey))).toEqual([]);
    await page.setViewportSize({ width: 1024, height: 700 });
    expect(await damage(page)).toEqual([]);
    expect(await watch.offences()).toEqual([]);
  });

  test('hostile names do nothing on the way of a stake, and at 200 % the review shows all of it', async ({ soma }) => {
    const { page } = soma;
    const watch = watchPage(page);
    await importFirstAccount(page, BOB.seed, 'Bob');
    await page.setViewportSize({ width: 1024, height: 700 });
    await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
    expect(await damage(page)).toEqual([]);
    await goTo(page, 'Stake');
    await page.getByRole('radio', { name: /SN1\b/u }).check();
    expect(await damage(page)).toEqual([]);
    await page
      .getByRole('row')
      .filter({ hasText: 'safegnp.exe' })
      .getByRole('button', { name: 'Stake', exact: true })
      .click();
    const panel = new Panel(page, 'Stake');
    await panel.root.getByLabel('Amount', { exact: true }).fill('1.000000001');
    expect(await damage(page)).toEqual([]);
    await panel.review();
    await expectAllReadable(page, panel.root);
    await expect(panel.root.getByText('hidden or excess characters removed').first()).toBeAttached();
    await page.setViewportSize({ width: 640, height: 400 });
    await expectAllReadable(page, panel.root);
    await panel.passwordField.fill(PASSWORD);
    await expect(panel.approveButton).toBeEnabled();
    await panel.approveButton.scrollIntoViewIfNeeded();
    await expect(panel.approveButton).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1024, height: 700 });
    await panel.approveButton.click();
    await panel.finalized();
    expect(await damage(page)).toEqual([]);
    await panel.close();
    await goTo(page, 'Activity');
    await page.getByRole('button', { name: /^Details of/u }).click();
    expect(await damage(page)).toEqual([]);
    expect(await watch.offences()).toEqual([]);
  });
});
