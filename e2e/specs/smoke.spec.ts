import { expect, test } from '../fixtures/test.ts';
import { createAccount } from '../models/onboarding.ts';

test('a new user gets from nothing to a portfolio on the practice network', async ({ freshSoma }) => {
  const { page } = freshSoma;
  const address = await createAccount(page);
  expect(address).toMatch(/^5/u);
  await page.screenshot({ path: 'test-results/smoke.png' });
});
