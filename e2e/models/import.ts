import type { Locator, Page } from '@playwright/test';
import { beginImport, nameAndOpen } from './onboarding.ts';

/** A new user who brings a raw seed: from the first screen to the open portfolio. */
export async function importFirstAccount(page: Page, seed: string, label: string): Promise<void> {
  await beginImport(page, 'Raw seed');
  await submitSeed(page.locator('main'), seed);
  await nameAndOpen(page, label);
}

/** The seed into its field, and on to the name of the account. */
export async function submitSeed(root: Locator, seed: string): Promise<void> {
  await root.getByRole('textbox', { name: 'Raw seed' }).fill(seed);
  await root.getByRole('button', { name: 'Continue' }).click();
}
