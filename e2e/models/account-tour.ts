import { expect, type Locator, type Page } from '@playwright/test';
import { BOB } from '../support/dev-accounts.ts';
import { submitSeed } from './import.ts';
import { PASSWORD } from './onboarding.ts';
import type { Visit } from './onboarding-tour.ts';
import { goTo } from './panel.ts';

/** The accounts page with its dialogs; adds a second account on the way and looks at the portfolio of both. */
export async function tourAccounts(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Accounts');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await visit('account-add');
  await dialog.getByRole('button', { name: /Import an account/u }).click();
  await dialog.getByRole('tab', { name: 'Raw seed' }).click();
  await submitSeed(dialog, BOB.seed);
  await dialog.getByLabel('Account name').fill('Bob');
  await dialog.getByRole('button', { name: 'Import the account' }).click();
  await expect(page.getByRole('button', { name: 'Actions for Bob' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await visit('accounts');
  await page.getByRole('button', { name: 'Actions for Bob' }).click();
  await visit('account-actions');
  await page.keyboard.press('Escape');
  for (const [item, screen] of [
    ['Rename', 'account-rename'],
    ['Remove', 'account-remove'],
  ] as const) {
    await openTask(page, item);
    await visit(screen);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await exportFile(page, dialog, visit);
  await goTo(page, 'Portfolio');
  await page.getByRole('banner').getByRole('button').first().click();
  await expect(page.getByRole('menu')).toBeVisible();
  await visit('account-switcher');
  await page.getByRole('menuitem', { name: 'All accounts' }).click();
  await expect(page.getByRole('table', { name: /[Bb]alances/u })).toBeVisible();
  await visit('portfolio-two-accounts');
}

async function openTask(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions for Bob' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function exportFile(page: Page, dialog: Locator, visit: Visit): Promise<void> {
  await openTask(page, 'Export as JSON');
  await visit('account-export');
  await dialog.getByLabel('Soma password', { exact: true }).fill(PASSWORD);
  await dialog.getByLabel('File password', { exact: true }).fill('another long pass phrase');
  await dialog.getByLabel('Repeat the file password').fill('another long pass phrase');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByLabel('Text of the file')).toBeVisible();
  await visit('account-exported');
  await dialog.getByRole('button', { name: 'Done' }).click();
}
