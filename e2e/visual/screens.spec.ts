import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';
import { tourApp } from '../models/app-tour.ts';
import { importFirstAccount } from '../models/import.ts';
import { tourOnboarding } from '../models/onboarding-tour.ts';
import { goTo } from '../models/panel.ts';
import { ALICE } from '../support/dev-accounts.ts';
import { photographer } from './photographer.ts';

const README_IMAGE = join(ROOT, 'docs/images/portfolio.png');
test.setTimeout(300_000);

test('the first-run screens', async ({ freshSoma }) => {
  await tourOnboarding(freshSoma.page, photographer(freshSoma.page));
});

test('the screens behind the lock', async ({ freshSoma }) => {
  const { page } = freshSoma;
  await importFirstAccount(page, ALICE.seed, 'Savings');
  await tourApp(page, photographer(page));
});

test('the picture in the README', async ({ freshSoma }) => {
  test.skip(process.env['SOMA_README_IMAGE'] !== '1', 'written only when SOMA_README_IMAGE is 1');
  const { page } = freshSoma;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await importFirstAccount(page, ALICE.seed, 'Savings');
  await goTo(page, 'Receive');
  await page.getByRole('button', { name: 'Get 100 practice τ' }).click();
  await goTo(page, 'Portfolio');
  await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
  await expect(page.getByText(/as of block [1-9]/u)).toBeVisible();
  await expect(page.getByRole('banner').getByText('final −2')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Dismiss message' })).toHaveCount(0);
  await page.mouse.move(0, 0);
  await mkdir(join(ROOT, 'docs/images'), { recursive: true });
  await page.screenshot({ path: README_IMAGE });
});
