import { expect, type Page } from '@playwright/test';
import { BOB } from '../support/dev-accounts.ts';
import { tourAccounts } from './account-tour.ts';
import { PASSWORD } from './onboarding.ts';
import type { Visit } from './onboarding-tour.ts';
import { goTo, Panel } from './panel.ts';
import { openPositionAction, positionRow } from './positions.ts';

/** Every screen and dialog behind the lock, with an open portfolio that has positions. Leaves three transactions in the journal. */
export async function tourApp(page: Page, visit: Visit): Promise<void> {
  const settledVisit: Visit = async (screen) => {
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await visit(screen);
  };
  await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
  await tourSend(page, settledVisit);
  await tourStake(page, settledVisit);
  await tourValidators(page, settledVisit);
  await tourUnstake(page, settledVisit);
  await goTo(page, 'Portfolio');
  await settledVisit('portfolio');
  await goTo(page, 'Receive');
  await settledVisit('receive');
  await tourActivity(page, settledVisit);
  await tourAccounts(page, settledVisit);
  await tourSettings(page, settledVisit);
  await tourFrame(page, settledVisit);
}

/** The review with its password typed, past the reading time: ready to be approved. */
async function readyToApprove(panel: Panel): Promise<void> {
  await panel.passwordField.fill(PASSWORD);
  await expect(panel.approveButton).toBeEnabled();
}

async function tourSend(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Send');
  const panel = new Panel(page, 'Send');
  await expect(panel.root.getByLabel('Recipient')).toBeVisible();
  await visit('send-choose');
  await panel.fillSend('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQX', '0.1234567891');
  await panel.root.getByLabel('Recipient').focus();
  await visit('send-wrong');
  await panel.fillSend(BOB.address, '99999999');
  await expect(
    panel.root
      .getByRole('alert')
      .or(panel.root.getByText(/not enough|more than/iu))
      .first(),
  ).toBeVisible();
  await visit('send-obstacle');
  await panel.fillSend(BOB.address, '12.5');
  await expect(panel.root.getByRole('button', { name: 'Review' })).toBeEnabled();
  await visit('send-quote');
  await panel.review();
  await readyToApprove(panel);
  await panel.root.getByText('Decoded call:').click();
  await visit('send-review');
  await panel.approveButton.click();
  await expect(panel.root.getByRole('list', { name: 'Progress' })).toBeVisible();
  await visit('send-progress');
  await panel.finalized();
  await visit('send-final');
  await panel.close();
}

async function tourStake(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Stake');
  await page.getByRole('radio', { name: /SN1\b/u }).check();
  await expect(page.getByRole('columnheader', { name: 'On SN1' })).toBeVisible();
  await visit('stake');
  await page
    .getByRole('table', { name: 'Validators' })
    .getByRole('button', { name: 'Stake', exact: true })
    .first()
    .click();
  const panel = new Panel(page, 'Stake');
  await panel.root.getByLabel('Amount', { exact: true }).fill('10');
  await expect(panel.root.getByRole('button', { name: 'Review' })).toBeEnabled();
  await visit('stake-quote');
  await panel.review();
  await visit('stake-review');
  await readyToApprove(panel);
  await panel.approveButton.click();
  await panel.finalized();
  await visit('stake-final');
  await panel.close();
}

async function tourValidators(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Validators');
  await page.getByLabel('Seen from').selectOption('1');
  await expect(page.getByRole('columnheader', { name: 'On SN1' })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Validators' }).locator('tbody tr[data-key]');
  await visit('validators');
  for (const at of [0, 1, 2, 3]) await rows.nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await visit('validators-compare');
  await page.keyboard.press('Escape');
  await rows.first().getByRole('rowheader').getByRole('button').click();
  await visit('validators-detail');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'My validators' }).click();
  await visit('validators-own');
}

async function tourUnstake(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Portfolio');
  await openPositionAction(positionRow(page, 1), 'Unstake');
  const panel = new Panel(page, 'Unstake');
  await panel.root.getByLabel('Amount', { exact: true }).fill('2.5');
  await expect(panel.root.getByRole('button', { name: 'Review' })).toBeEnabled();
  await visit('unstake-quote');
  await panel.review();
  await visit('unstake-review');
  await readyToApprove(panel);
  await panel.approveButton.click();
  await panel.finalized();
  await panel.close();
}

async function tourActivity(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Activity');
  await expect(page.getByRole('row').filter({ hasText: /finalized/iu })).toHaveCount(3);
  await visit('activity');
  await page
    .getByRole('button', { name: /^Details of/u })
    .first()
    .click();
  await visit('activity-detail');
  await page.keyboard.press('Escape');
}

async function tourSettings(page: Page, visit: Visit): Promise<void> {
  await goTo(page, 'Settings');
  await visit('settings');
  await page.getByRole('radio', { name: /^Custom/u }).check();
  await page.getByLabel('Endpoint 1', { exact: true }).fill('http://example');
  await page.getByRole('button', { name: 'Save endpoints' }).click();
  await visit('settings-endpoint-wrong');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await visit('settings-password');
  await page.keyboard.press('Escape');
}

async function tourFrame(page: Page, visit: Visit): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Search pages and commands' }).fill('s');
  await visit('palette');
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.location.assign('#/nowhere'));
  await visit('not-found');
  await goTo(page, 'Portfolio');
}
