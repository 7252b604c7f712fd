import type { Page } from '@playwright/test';
import { newSoma } from '../fixtures/soma.ts';
import { expect, test } from '../fixtures/test.ts';
import { submitSeed } from '../models/import.ts';
import { beginImport, lock, nameAndOpen, PASSWORD, unlock } from '../models/onboarding.ts';
import { goTo } from '../models/panel.ts';
import { banner, fieldError } from '../models/sentences.ts';
import { OWN, WORDS } from '../support/known.ts';

const FILE_PASSWORD = 'a quiet harbour at midnight';
const NEW_PASSWORD = 'seven green lanterns swaying';
const LOCKED = 'Soma is locked';

test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false } });

async function choose(page: Page, account: string, task: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${account}` }).click();
  await page.getByRole('menuitem', { name: task }).click();
}

async function importWords(page: Page): Promise<void> {
  await beginImport(page, 'Words');
  // As people paste them: capitals, and blanks of every kind.
  await page.getByLabel('Recovery words').fill(`  ${WORDS.mnemonic.toUpperCase().replaceAll(' ', '\n ')} `);
  await page.getByRole('button', { name: 'Show the address' }).click();
  const preview = page.getByRole('status').filter({ hasText: 'These words give the address' });
  expect(((await preview.textContent()) ?? '').replaceAll(/\s/gu, '')).toContain(WORDS.address);
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await nameAndOpen(page, 'From words')).toBe(WORDS.address);
}

test('an account comes in by words, is renamed, shown again, exported, and comes in elsewhere by that file', async ({
  browser,
  dataDir,
  line,
  soma,
}) => {
  const { page } = soma;
  await importWords(page);
  await goTo(page, 'Accounts');

  await choose(page, 'From words', 'Rename');
  await page.getByLabel('Account name').fill('Rainy day');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Rainy day' })).toBeVisible();

  await choose(page, 'Rainy day', 'Show recovery words');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password', { exact: true }).fill('not the password');
  await dialog.getByRole('button', { name: 'Show the words' }).click();
  await expect(banner(dialog, 'That is not the password.')).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Recovery words' })).toHaveCount(0);
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Show the words' }).click();
  const shown = dialog.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
  await expect(shown).toHaveCount(12);
  const words = await shown.allTextContents();
  expect(words.map((word) => word.replaceAll(/[^a-z]/gu, '')).join(' ')).toBe(WORDS.mnemonic);
  await dialog.getByRole('button', { name: 'Hide the words' }).click();
  await expect(page.getByText('yellow')).toHaveCount(0);

  await choose(page, 'Rainy day', 'Export as JSON');
  await dialog.getByLabel('Soma password').fill(PASSWORD);
  await dialog.getByLabel('File password', { exact: true }).fill(FILE_PASSWORD);
  await dialog.getByLabel('Repeat the file password').fill(FILE_PASSWORD);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const json = await dialog.getByLabel('Text of the file').inputValue();
  expect(json).not.toContain('legal winner');
  await dialog.getByRole('button', { name: 'Done' }).click();

  const elsewhere = newSoma(() => browser, { dataDir: `${dataDir}/elsewhere`, network: line.url });
  await elsewhere.start();
  await beginImport(elsewhere.page, 'JSON file');
  await elsewhere.page
    .getByLabel('Account file')
    .setInputFiles({ name: 'account.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await expect(elsewhere.page.getByLabel('Or its text')).toHaveValue(json);
  await elsewhere.page.getByLabel('Password of the file').fill(FILE_PASSWORD);
  await elsewhere.page.getByRole('button', { name: 'Continue' }).click();
  expect(await nameAndOpen(elsewhere.page, 'The same')).toBe(WORDS.address);
  await elsewhere.stop();
});

test('the lock holds across a restart, another password replaces the first, and an account can be taken off', async ({
  soma,
}) => {
  await importWords(soma.page);
  await goTo(soma.page, 'Accounts');
  await soma.page.getByRole('button', { name: 'Add an account' }).click();
  const dialog = soma.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Import an account/u }).click();
  await dialog.getByRole('tab', { name: 'Raw seed' }).click();
  await submitSeed(dialog, OWN.seed);
  await dialog.getByLabel('Account name').fill('From seed');
  await dialog.getByRole('button', { name: 'Import the account' }).click();
  const row = soma.page.getByRole('listitem').filter({ hasText: 'From seed' });
  await expect(row.locator(`[data-address="${OWN.address}"]`).first()).toBeVisible();

  await goTo(soma.page, 'Settings');
  await soma.page.getByRole('button', { name: 'Change the password' }).click();
  await dialog.getByLabel('Present password').fill(PASSWORD);
  await dialog.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await dialog.getByLabel('Repeat the new password').fill(NEW_PASSWORD);
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await expect(dialog).toHaveCount(0);

  await lock(soma.page);
  await expect(soma.page.getByText(/From seed|5DJd/u)).toHaveCount(0);
  await soma.crashAndRestart();
  const { page } = soma;
  await expect(page.getByRole('heading', { name: LOCKED })).toBeVisible();
  await unlock(page, PASSWORD);
  expect(await fieldError(page.locator('main'), 'Password')).toContain('That is not the password.');
  await unlock(page, NEW_PASSWORD);

  await goTo(page, 'Accounts');
  await choose(page, 'From seed', 'Remove');
  await page.getByRole('checkbox', { name: 'I have its words or an export of it' }).check();
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Remove the account' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'From seed' })).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'From words' })).toBeVisible();
});
