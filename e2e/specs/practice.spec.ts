import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { createAccount, unlock } from '../models/onboarding.ts';

const HELPING = 100_000_000_000n;

async function expectTotal(page: Page, rao: bigint): Promise<void> {
  const total = page
    .locator('main')
    .locator('div')
    .filter({ has: page.getByText('Total', { exact: true }) })
    .last()
    .locator('[data-base-units]')
    .first();
  await expect(total).toHaveAttribute('data-base-units', rao.toString(), { timeout: 60_000 });
}

/** Waits until `blocks` more were made: finality is two behind. */
async function blocksPass(page: Page, blocks: number): Promise<void> {
  const best = async (): Promise<number> => {
    const text = (await page.getByRole('button', { name: /^Online\. Block/u }).textContent()) ?? '';
    return Number(/Block\s*(\d[\d\s]*)/u.exec(text.replace(/final.*$/u, ''))?.[1]?.replace(/\s/gu, '') ?? '0');
  };
  await expect.poll(best).toBeGreaterThan(0);
  const from = await best();
  await expect.poll(best, { timeout: 60_000 }).toBeGreaterThanOrEqual(from + blocks);
}

test('@practice: play money is still there after a crash', async ({ freshSoma }) => {
  await createAccount(freshSoma.page);
  await freshSoma.page.getByRole('button', { name: 'Get 100 practice τ' }).first().click();
  await expectTotal(freshSoma.page, HELPING);
  await blocksPass(freshSoma.page, 4);
  await freshSoma.crashAndRestart();
  await unlock(freshSoma.page);
  await blocksPass(freshSoma.page, 1); // what is shown then comes from the network of this run
  await expectTotal(freshSoma.page, HELPING);
});
