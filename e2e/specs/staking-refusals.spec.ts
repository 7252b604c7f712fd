import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { goTo, Panel } from '../models/panel.ts';
import { openPositionAction, positionRow } from '../models/positions.ts';
import { banner, fieldError } from '../models/sentences.ts';
import { ALICE, BOB } from '../support/dev-accounts.ts';
import { TAO } from '../support/known.ts';
import { askChain, type Truth } from '../support/truth.ts';

test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false } });

async function ownHotkey(truth: Truth): Promise<string> {
  return (await truth.positions(ALICE.address)).find(({ netuid }) => netuid === 1)?.hotkey ?? '';
}

async function openPortfolio(page: Page): Promise<void> {
  await importFirstAccount(page, ALICE.seed, 'Alice');
  await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
}

test.describe('@staking', () => {
  test('every wrong amount, tolerance and validator has its own sentence, and nothing is signed', async ({
    chain,
    line,
    soma: { page },
  }) => {
    const truth = await askChain(chain.url);
    const own = await ownHotkey(truth);
    const before = await truth.positions(ALICE.address);
    await openPortfolio(page);
    await openPositionAction(positionRow(page, 1, own), 'Unstake');
    const panel = new Panel(page, 'Unstake');
    const amount = panel.root.getByLabel('Amount', { exact: true });

    const amounts: readonly (readonly [string, string])[] = [
      ['0', 'The amount must be more than zero.'],
      ['1e3', 'Write all the digits: 1000 rather than 1e3.'],
      ['1.0000000001', 'At most nine decimals: the chain counts no finer.'],
      ['-1', 'Use only digits and at most one dot, like 12.5.'],
    ];
    for (const [text, sentence] of amounts) {
      await amount.fill(text);
      await panel.root.getByLabel('Tolerance').focus();
      expect(await fieldError(panel.root, 'Amount'), `the amount "${text}"`).toBe(sentence);
      await expect(panel.reviewButton).toBeDisabled();
    }
    await amount.fill('3000.000000001');
    const smaller = banner(panel.root, 'The position is smaller than that.');
    await expect(smaller).toBeVisible();
    await expect(panel.reviewButton).toBeDisabled();
    // In a small window the sentence is out of sight; beside the way on it is not, and leads there.
    await page.setViewportSize({ width: 1024, height: 700 });
    await expect(smaller).not.toBeInViewport();
    await panel.root.getByRole('button', { name: 'The position is smaller than that.' }).click();
    await expect(smaller).toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 800 });
    // The number that would work, and a button that sets it.
    await panel.root.getByRole('button', { name: /^Use 3/u }).click();
    await expect(panel.reviewButton).toBeEnabled();

    const said = new Set<string>();
    for (const tolerance of ['0', '100', '-1']) {
      await panel.root.getByLabel('Tolerance').fill(tolerance);
      said.add(await fieldError(panel.root, 'Tolerance'));
      await expect(panel.reviewButton).toBeDisabled();
    }
    expect(said.size).toBe(3);
    await panel.root.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('main').getByRole('button', { name: 'Stake', exact: true }).first().click();
    const stake = new Panel(page, 'Stake');
    // A coldkey is no validator; only its whole key can be entered at all.
    await stake.fillStake(1, BOB.address, '10');
    await expect(banner(stake.root, 'The chain does not know this validator.')).toBeVisible();
    await expect(stake.reviewButton).toBeDisabled();
    expect(line.submissions).toBe(0);
    expect(await truth.positions(ALICE.address)).toEqual(before);
    await truth.close();
  });

  test('a subnet that goes and a runtime that is upgraded in the middle are said, and nothing is signed', async ({
    chain,
    line,
    soma: { page },
  }) => {
    const truth = await askChain(chain.url);
    const own = await ownHotkey(truth);
    await openPortfolio(page);

    await openPositionAction(positionRow(page, 2, own), 'Stake more');
    const stake = new Panel(page, 'Stake');
    await stake.root.getByLabel('Amount', { exact: true }).fill('10');
    await expect(stake.reviewButton).toBeEnabled();
    chain.control.setSubnetGone(2);
    await expect(banner(stake.root, 'There is no subnet 2 on this chain.')).toBeVisible();
    await expect(stake.reviewButton).toBeDisabled();
    await stake.root.getByRole('button', { name: 'Cancel' }).click();

    await openPositionAction(positionRow(page, 1, own), 'Unstake');
    const unstake = new Panel(page, 'Unstake');
    await unstake.root.getByLabel('Amount', { exact: true }).fill('100');
    await unstake.review();
    chain.control.upgrade(425);
    await unstake.approve();
    await expect(banner(unstake.root, 'The chain was upgraded in the meantime.')).toBeVisible();
    expect(line.submissions).toBe(0);
    expect(await truth.nonce(ALICE.address)).toBe(0);
    await truth.close();
  });

  test('one impossible step stops the whole batch, and is named', async ({ chain, line, soma: { page } }) => {
    const truth = await askChain(chain.url);
    const own = await ownHotkey(truth);
    const before = await truth.positions(ALICE.address);
    await openPortfolio(page);
    for (const netuid of [1, 11])
      await positionRow(page, netuid, own)
        .getByRole('checkbox', { name: /^Select/u })
        .check();
    await page.getByRole('button', { name: 'Unstake selected' }).click();
    const batch = new Panel(page, 'Several at once');
    // A lock holds part of the stake on subnet 11, so all of it cannot leave.
    await expect(banner(batch.root, /Step \d cannot be done, so none will be\./u)).toBeVisible();
    await expect(batch.root.getByText('Part of this stake is locked.').first()).toBeVisible();
    await expect(batch.reviewButton).toBeDisabled();
    expect(line.submissions).toBe(0);
    expect(await truth.positions(ALICE.address)).toEqual(before);

    // The button sets what the lock leaves free, and then both go.
    await batch.root.getByRole('button', { name: /^Use 1263 /u }).click();
    await batch.review();
    await batch.approve();
    await batch.finalized();
    const left = await truth.positions(ALICE.address);
    expect(left.some(({ netuid }) => netuid === 1)).toBe(false);
    expect(left.find(({ netuid }) => netuid === 11)?.alpha).toBe(1_000n * TAO);
    await truth.close();
  });

  for (const [what, action, title] of [
    ['a swap between subnets', 'Swap to another subnet', 'Swap subnet'],
    ['an exit from everything', 'Unstake everything here', 'Unstake everything'],
  ] as const) {
    test(`${what} beyond its limit is refused by the chain: the stake stays, the fee is all it costs`, async ({
      chain,
      soma: { page },
    }) => {
      const truth = await askChain(chain.url);
      const own = await ownHotkey(truth);
      const before = await truth.positions(ALICE.address);
      await openPortfolio(page);
      await openPositionAction(positionRow(page, 1, own), action);
      const panel = new Panel(page, title);
      if (title === 'Swap subnet') {
        await panel.root.getByLabel('Amount', { exact: true }).fill('100');
        await panel.root.getByLabel('To subnet').selectOption('3');
      }
      await panel.review();
      chain.control.trade({ netuid: 1, side: 'sell', amount: 20_000n * TAO });
      await panel.approve();
      await expect(panel.root.getByRole('alert').filter({ hasText: /beyond your limit/u })).toBeVisible();
      await expect(panel.root.getByText(/your stake and your TAO are where they were/u).first()).toBeVisible();
      await expect.poll(() => truth.nonce(ALICE.address)).toBe(1);
      expect(await truth.positions(ALICE.address)).toEqual(before);
      await goTo(page, 'Activity');
      await expect(page.getByRole('row').filter({ hasText: 'Failed' })).toHaveCount(1);
      await truth.close();
    });
  }
});
