import { expect, type Page } from '@playwright/test';
import { PASSWORD, readWords } from './onboarding.ts';
import { goTo } from './panel.ts';

/** Called on every screen of a tour, once what it shows has come to rest. Names are file names. */
export type Visit = (screen: string) => Promise<void>;

/** Every screen a new user sees, up to the empty portfolio and back through the lock. */
export async function tourOnboarding(page: Page, visit: Visit): Promise<void> {
  const main = page.locator('main');
  const press = (name: string | RegExp): Promise<void> => main.getByRole('button', { name }).click();
  await expect(page.getByRole('button', { name: 'Get started' })).toBeVisible();
  await visit('welcome');
  await press('Get started');
  await expect(page.getByRole('heading', { name: 'Which network?' })).toBeVisible();
  await visit('onboarding-network');
  await press('Continue');
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await visit('onboarding-account');
  await tourImports(page, visit);
  await press(/Create a new account/u);
  await visit('create-count');
  await press('Show the words');
  const words = await readWords(page);
  await visit('create-words');
  await page.getByRole('checkbox', { name: /I wrote all the words down/u }).check();
  await press('Continue');
  await press('Check the words');
  await visit('create-check-wrong');
  for (const field of await page.getByRole('textbox', { name: /^Word \d+$/u }).all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(words[Number(label.replace(/\D/gu, '')) - 1] ?? '');
  }
  await press('Check the words');
  await page.getByLabel('Account name').fill('Savings');
  await page.getByLabel('Password', { exact: true }).fill('1234');
  await page.getByLabel('Repeat the password').fill('12345');
  await press('Create the account');
  await visit('create-name-weak');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Repeat the password').fill(PASSWORD);
  await visit('create-name');
  await press('Create the account');
  await expect(page.getByRole('heading', { name: 'Your account is ready' })).toBeVisible();
  await visit('create-done');
  await press('Open the portfolio');
  await expect(page.getByRole('heading', { name: 'No TAO here yet' })).toBeVisible();
  await visit('portfolio-empty');
  await goTo(page, 'Activity');
  await expect(page.getByRole('heading', { name: 'Nothing signed yet' })).toBeVisible();
  await visit('activity-empty');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Soma is locked' })).toBeVisible();
  await visit('unlock');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('button', { name: /Unlock|Try again/u })).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await visit('unlock-wrong');
}

async function tourImports(page: Page, visit: Visit): Promise<void> {
  await page.getByRole('button', { name: /Import an account/u }).click();
  await visit('import-words');
  await page.getByRole('tab', { name: 'Raw seed' }).click();
  await page.getByRole('textbox', { name: 'Raw seed' }).fill('no seed');
  await page.getByRole('button', { name: 'Continue' }).click();
  await visit('import-seed-wrong');
  await page.getByRole('tab', { name: 'JSON file' }).click();
  await visit('import-json');
  await page.getByRole('button', { name: 'Back' }).click();
}
