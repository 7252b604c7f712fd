import type { Page } from '@playwright/test';
import { startRealRuntime } from '../fixtures/chopsticks.ts';
import { newSoma } from '../fixtures/soma.ts';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { goTo, Panel } from '../models/panel.ts';
import { openPositionAction, positionRow } from '../models/positions.ts';
import { ALICE, FERDIE } from '../support/dev-accounts.ts';
import { CHAIN_SPEC_218, hasReference } from '../support/reference.ts';
import { askChain } from '../support/truth.ts';
import { photographer } from './photographer.ts';

test.setTimeout(420_000);

const DAVE = '5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy';
const TAO = 1_000_000_000n;
/** Alice rich and the owner of a hotkey, and a pool on subnet 1: the chain spec has neither. */
const FUNDED = {
  System: { Account: [[[ALICE.address], { providers: 1, data: { free: (1000n * TAO).toString() } }]] },
  SubtensorModule: {
    Owner: [[[DAVE], ALICE.address]],
    SubnetMechanism: [[[1], 1]],
    SubnetTAO: [[[1], (1000n * TAO).toString()]],
    SubnetAlphaIn: [[[1], (10_000n * TAO).toString()]],
  },
};

const positions = (page: Page) => page.getByRole('table', { name: 'Stake positions' });
const amount = (page: Page) => page.getByLabel('Amount', { exact: true });

test.describe('mainnet', () => {
  test.use({ chainOptions: { scenario: 'mainnet', blockTimeMs: 4000, emission: false } });

  test('500 positions, and every validator', async ({ soma: { page } }) => {
    const take = photographer(page);
    await importFirstAccount(page, FERDIE.seed, 'Savings');
    await expect(positions(page)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Not yet asked')).toHaveCount(0, { timeout: 60_000 });
    await take('mainnet-portfolio');
    await positions(page).scrollIntoViewIfNeeded();
    await page.getByLabel('Group by').selectOption({ index: 2 });
    await positions(page).locator('tbody').getByRole('row').first().scrollIntoViewIfNeeded();
    await take('mainnet-grouped');
    await page.getByRole('table', { name: 'Root dividends to claim' }).scrollIntoViewIfNeeded();
    await take('mainnet-dividends');
    await page.getByRole('button', { name: 'Unstake everything', exact: true }).first().click();
    await expect(new Panel(page, 'Unstake everything').reviewButton).toBeEnabled({ timeout: 90_000 });
    await take('mainnet-exit-all');
    await page.keyboard.press('Escape');
    await goTo(page, 'Validators');
    await expect(page.getByRole('table', { name: 'Validators' }).locator('tbody tr[data-key]').first()).toBeVisible();
    await page.getByLabel('Seen from').selectOption('1');
    await expect(page.getByRole('columnheader', { name: 'On SN1' })).toBeVisible();
    await take('mainnet-validators');
    await goTo(page, 'Stake');
    await take('mainnet-stake');
  });
});

test.describe('root baskets that hold', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false, rootBaskets: true } });

  test('owed, claimed, held, bought', async ({ chain, soma: { page } }) => {
    const take = photographer(page);
    chain.control.setRootHold(7200n);
    await importFirstAccount(page, ALICE.seed, 'Savings');
    await expect(page.getByText('Root dividends to claim (in no total)')).toBeVisible();
    await take('baskets-totals');
    await page.getByRole('heading', { name: 'Root baskets' }).scrollIntoViewIfNeeded();
    await take('baskets-card');
    await page.getByRole('button', { name: 'Claim', exact: true }).first().click();
    const claim = new Panel(page, 'Claim basket');
    await claim.review();
    await take('baskets-claim-review');
    await claim.approve();
    await claim.finalized();
    await take('baskets-claim-final');
    await claim.close();
    await openPositionAction(positionRow(page, 0), 'Unstake');
    const unstake = new Panel(page, 'Unstake');
    await amount(page).fill('10');
    await unstake.root.getByRole('button', { name: /^Root stake that changed/u }).click();
    await take('baskets-held');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Buy into a basket' }).click();
    const buy = new Panel(page, 'Buy into basket');
    await buy.pick('Validator', 'Northlight');
    await amount(page).fill('50');
    await buy.review();
    await buy.approve();
    await buy.finalized();
    await take('baskets-bought');
  });
});

test.describe('a take that rises', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500 } });

  test('in the list, close up, compared, in the form', async ({ chain, soma: { page } }) => {
    const take = photographer(page);
    const truth = await askChain(chain.url);
    const own = (await truth.positions(ALICE.address)).find(({ netuid }) => netuid === 1)?.hotkey ?? '';
    await importFirstAccount(page, FERDIE.seed, 'Savings');
    await goTo(page, 'Validators');
    const rows = page.getByRole('table', { name: 'Validators', exact: true }).locator('tbody tr[data-key]');
    await expect(rows.first()).toBeVisible();
    await truth.raiseTakeAs('//Alice', own, 11_796);
    chain.control.mine(120);
    await page.getByLabel('Seen from').selectOption('2');
    const risen = rows.filter({ hasText: 'It rose' });
    await risen.scrollIntoViewIfNeeded();
    await take('take-rose-list');
    await risen.getByRole('checkbox').check();
    await rows.first().getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await take('take-rose-compare');
    await page.keyboard.press('Escape');
    await risen.getByRole('rowheader').getByRole('button').click();
    await take('take-rose-close-up');
    await page.keyboard.press('Escape');
    await risen.getByRole('button', { name: 'Stake', exact: true }).click();
    await amount(page).fill('1');
    await page.getByText('This validator raised its take', { exact: false }).first().scrollIntoViewIfNeeded();
    await take('take-rose-form');
    await truth.close();
  });
});

test.describe('a line that goes bad', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false } });

  test('old, cut and dead', async ({ soma, line }) => {
    const { page } = soma;
    const take = photographer(page);
    await importFirstAccount(page, ALICE.seed, 'Savings');
    await openPositionAction(positionRow(page, 1), 'Unstake');
    await take('held-back-empty');
    await amount(page).fill('99999');
    await expect(page.getByRole('button', { name: 'The position is smaller than that.' })).toBeVisible();
    await take('held-back-obstacle');
    await amount(page).fill('10');
    await expect(new Panel(page, 'Unstake').reviewButton).toBeEnabled();
    await line.cut();
    await expect(new Panel(page, 'Unstake').reviewButton).toBeDisabled({ timeout: 90_000 });
    await take('offline-panel');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(40_000);
    await take('offline-portfolio');
    await goTo(page, 'Validators');
    await take('offline-validators');
    await goTo(page, 'Stake');
    await take('offline-stake');
  });
});

test('the real runtime 218', async ({ browser, dataDir }) => {
  test.skip(!hasReference(), 'skipped: reference chain spec not present');
  const chain = await startRealRuntime(CHAIN_SPEC_218);
  const soma = newSoma(() => browser, { dataDir, network: chain.url });
  await soma.start();
  try {
    const { page } = soma;
    const take = photographer(page);
    await importFirstAccount(page, ALICE.seed, 'Savings');
    await take('spec218-portfolio-empty');
    await chain.rpc('dev_setStorage', [FUNDED]);
    await chain.rpc('dev_newBlock', [{ count: 1 }]);
    await goTo(page, 'Stake');
    await expect(page.getByRole('heading', { level: 1, name: 'Stake' })).toBeVisible();
    await page.waitForTimeout(3000);
    await take('spec218-stake');
    const stake = new Panel(page, 'Stake');
    await goTo(page, 'Portfolio');
    await page.getByRole('button', { name: 'Stake', exact: true }).first().click();
    await stake.fillStake(1, DAVE, '100');
    await expect(stake.reviewButton).toBeEnabled();
    await take('spec218-stake-quote');
    await stake.review();
    await take('spec218-stake-review');
    await stake.approve();
    await stake.finalized();
    await stake.close();
    await expect(positionRow(page, 1)).toBeVisible();
    await take('spec218-portfolio');
    await openPositionAction(positionRow(page, 1), 'Unstake');
    await stake.page.getByLabel('Amount', { exact: true }).fill('10');
    await expect(new Panel(page, 'Unstake').reviewButton).toBeEnabled();
    await take('spec218-unstake');
    await page.keyboard.press('Escape');
    await goTo(page, 'Validators');
    await page.waitForTimeout(3000);
    await take('spec218-validators');
  } finally {
    await soma.stop();
    await chain.stop();
  }
});
