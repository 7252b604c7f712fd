import { expect, type Page } from '@playwright/test';

export const PASSWORD = 'correct horse battery staple';

/** Goes the whole way of a new user: network, words written down and checked, name and password. Returns the address. */
export async function createAccount(page: Page, options: { label?: string; network?: RegExp } = {}): Promise<string> {
  await page.getByRole('button', { name: 'Get started' }).click();
  if (options.network !== undefined) await page.getByRole('radio', { name: options.network }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /Create a new account/u }).click();
  await page.getByRole('button', { name: 'Show the words' }).click();
  const words = await readWords(page);
  await page.getByRole('checkbox', { name: /I wrote all the words down/u }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  for (const field of await page.getByRole('textbox', { name: /^Word \d+$/u }).all()) {
    const label = (await field.getAttribute('aria-label')) ?? (await labelOf(page, await field.getAttribute('id')));
    await field.fill(words[Number(label.replace(/\D/gu, '')) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Check the words' }).click();
  await page.getByLabel('Account name').fill(options.label ?? 'Savings');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page
    .getByLabel(/again|Repeat|Confirm/iu)
    .first()
    .fill(PASSWORD);
  await page
    .getByRole('button', { name: /Create|Finish|Save/u })
    .last()
    .click();
  await expect(page.getByRole('heading', { name: 'Your account is ready' })).toBeVisible();
  const address = await addressOnScreen(page);
  await page.getByRole('button', { name: 'Open the portfolio' }).click();
  return address;
}

export type ImportWay = 'Words' | 'Raw seed' | 'JSON file';

/** From the first screen to the form that takes an existing key. */
export async function beginImport(page: Page, way: ImportWay): Promise<void> {
  await page.getByRole('button', { name: 'Get started' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /Import an account/u }).click();
  await page.getByRole('tab', { name: way }).click();
}

/** Name and password of the first account, up to the portfolio. Returns the address. */
export async function nameAndOpen(page: Page, label: string): Promise<string> {
  await page.getByLabel('Account name').fill(label);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Repeat the password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Import the account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is ready' })).toBeVisible();
  const address = await addressOnScreen(page);
  await page.getByRole('button', { name: 'Open the portfolio' }).click();
  return address;
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Soma is locked' })).toBeVisible();
}

async function labelOf(page: Page, id: string | null): Promise<string> {
  return (await page.locator(`label[for="${id ?? ''}"]`).textContent()) ?? '';
}

export async function readWords(page: Page): Promise<string[]> {
  const items = page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
  await expect(items.first()).toBeVisible();
  const texts = await items.allTextContents();
  return texts.map((text) => text.replace(/[^a-z]/gu, '')).filter((word) => word !== '');
}

/** The full address, which is shown in groups of four. */
export async function addressOnScreen(page: Page): Promise<string> {
  const text = (await page.locator('main').textContent()) ?? '';
  const match = /5[1-9A-HJ-NP-Za-km-z]{47}/u.exec(text.replace(/\s/gu, ''));
  if (match === null) throw new Error('no address on this screen');
  return match[0];
}

export async function unlock(page: Page, password: string = PASSWORD): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Unlock' }).click();
}
