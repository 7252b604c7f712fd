import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { goTo, Panel } from '../models/panel.ts';
import { openPositionAction, positionRow } from '../models/positions.ts';
import { banner } from '../models/sentences.ts';
import { ALICE, BOB } from '../support/dev-accounts.ts';
import { TAO } from '../support/known.ts';
import { askChain, type Truth } from '../support/truth.ts';

test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 400, emission: false } });

interface Poor {
  /** Validator the only position is with, on subnet 1. */
  readonly hotkey: string;
  readonly held: bigint;
}

/** //Bob with one position and the existential deposit, nothing else. */
async function makePoor(truth: Truth): Promise<Poor> {
  const hotkey = (await truth.positions(ALICE.address)).find(({ netuid }) => netuid === 1)?.hotkey ?? '';
  await truth.stakeAs('//Bob', hotkey, 1, 100n * TAO);
  await truth.sendAllAs('//Bob', ALICE.address);
  expect(await truth.free(BOB.address)).toBe(500n);
  return { hotkey, held: await alphaOf(truth, hotkey) };
}

async function alphaOf(truth: Truth, hotkey: string): Promise<bigint> {
  const positions = await truth.positions(BOB.address);
  return positions.find((one) => one.hotkey === hotkey && one.netuid === 1)?.alpha ?? 0n;
}

async function openPortfolio(page: Page): Promise<void> {
  await importFirstAccount(page, BOB.seed, 'Bob');
  await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
}

test.describe('@staking', () => {
  test.setTimeout(180_000);

  test('without free TAO the fee of an exit is paid in alpha: said before, and told to the base unit afterwards', async ({
    chain,
    soma: { page },
  }) => {
    const truth = await askChain(chain.url);
    const { hotkey, held } = await makePoor(truth);
    await openPortfolio(page);
    await openPositionAction(positionRow(page, 1, hotkey), 'Unstake');
    const panel = new Panel(page, 'Unstake');
    await panel.root.getByLabel('Amount', { exact: true }).fill('10');
    await expect(panel.root.getByText('Network fee, paid in alpha')).toBeVisible();
    await expect(panel.root.getByText('at most', { exact: true })).toBeVisible();
    await panel.review();
    await expect(panel.root.getByText('The network fee is paid in alpha.')).toBeVisible();
    const most = await panel.figure('Network fee, paid in alpha');
    await panel.approve();
    await panel.finalized();

    const shown = await panel.figure('Fee paid, in alpha');
    const left = await alphaOf(truth, hotkey);
    expect(held - left - 10n * TAO).toBe(shown);
    expect(shown).toBeGreaterThan(0n);
    expect(shown).toBeLessThanOrEqual(most);
    const fee = panel.root.locator('dl > div').filter({ hasText: 'Fee paid, in alpha' });
    await expect(fee).toContainText('SN1');
    await expect(fee).not.toContainText('τ');
    // What the exit paid is all that arrived: the sale of the fee is none of it.
    expect(await panel.figure('Received')).toBe((await truth.free(BOB.address)) - 500n);
    await panel.close();

    await goTo(page, 'Activity');
    const row = page.getByRole('row').filter({ hasText: 'Finalized' });
    await expect(row.locator(`[data-base-units="${shown}"]`)).toBeVisible();
    await row.getByRole('button', { name: /^Details of/u }).click();
    const details = page.getByRole('region', { name: /./u }).filter({ hasText: 'Fee paid, in alpha' });
    await expect(details.locator(`[data-base-units="${shown}"]`).first()).toBeVisible();
    await truth.close();
  });

  test('a move that cannot pay its fee at once says so, and its button makes the first of the two steps', async ({
    chain,
    line,
    soma: { page },
  }) => {
    const truth = await askChain(chain.url);
    const { hotkey, held } = await makePoor(truth);
    const second = new Set(await truth.validatorsOn(2));
    const other = (await truth.validatorsOn(1)).find((one) => one !== hotkey && second.has(one)) ?? '';
    await openPortfolio(page);
    await openPositionAction(positionRow(page, 1, hotkey), 'Move to another validator');
    const panel = new Panel(page, 'Move to another validator');
    await panel.root.getByLabel('Amount', { exact: true }).fill('10');
    await panel.pick('To validator', other);
    await panel.root.getByLabel('To subnet').selectOption('2');
    const said = banner(panel.root, 'Without free TAO this takes two steps.');
    await expect(said).toBeVisible();
    await expect(panel.reviewButton).toBeDisabled();
    expect(line.submissions).toBe(0);
    expect(await truth.nonce(BOB.address)).toBe(2);

    await said.getByRole('button', { name: 'Move inside its subnet first' }).click();
    await expect(panel.root.getByText('Inside one subnet nothing is traded.')).toBeVisible();
    await expect(said).toHaveCount(0);
    await expect(panel.root.getByText('Network fee, paid in alpha')).toBeVisible();
    // The button only fills the form in: nothing is signed before a review and an approval.
    expect(line.submissions).toBe(0);
    await panel.review();
    await panel.approve();
    await panel.finalized();
    const shown = await panel.figure('Fee paid, in alpha');
    expect(held - (await alphaOf(truth, hotkey))).toBe(10n * TAO + shown);
    expect(await alphaOf(truth, other)).toBe(10n * TAO);
    await truth.close();
  });
});
