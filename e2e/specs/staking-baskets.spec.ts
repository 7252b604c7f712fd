import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { carryThrough, type Hands, keyboard, mouse } from '../models/hands.ts';
import { importFirstAccount } from '../models/import.ts';
import { Panel } from '../models/panel.ts';
import { openPositionAction, positionRow } from '../models/positions.ts';
import { banner } from '../models/sentences.ts';
import { ALICE } from '../support/dev-accounts.ts';
import { TAO } from '../support/known.ts';
import { askChain, type Truth } from '../support/truth.ts';

const HANDS: readonly (readonly [name: Hands['name'], (page: Page) => Hands])[] = [
  ['mouse', mouse],
  ['keyboard', keyboard],
];

async function rootStake(truth: Truth, hotkey: string): Promise<bigint> {
  const found = (await truth.positions(ALICE.address)).find((one) => one.hotkey === hotkey && one.netuid === 0);
  return found?.alpha ?? 0n;
}

/** Own hotkey of //Alice, who has root stake with it, and a validator she has nothing with. */
async function validators(truth: Truth): Promise<{ own: string; other: string }> {
  const own = (await truth.positions(ALICE.address)).find(({ netuid }) => netuid === 0)?.hotkey ?? '';
  const other = (await truth.validatorsOn(1)).find((hotkey) => hotkey !== own) ?? '';
  return { own, other };
}

const card = (page: Page) => page.getByRole('region', { name: 'Root baskets', exact: true });
const basketOf = (page: Page, hotkey: string) =>
  card(page)
    .getByRole('row')
    .filter({ hasText: hotkey.slice(0, 6) });

/** What claims would pay, beside the totals. */
const claimable = (page: Page) => page.locator('dl > div').filter({ hasText: 'Root dividends to claim' });

/** Exact rao behind the one amount of a row. */
async function raoIn(row: ReturnType<typeof basketOf>): Promise<bigint> {
  return BigInt((await row.locator('[data-base-units]').first().getAttribute('data-base-units')) ?? '-1');
}

test.describe('@staking root baskets', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 400, emission: false, rootBaskets: true } });

  for (const [name, handsOf] of HANDS) {
    test(`a basket is claimed by ${name}, and what it paid is told`, async ({ chain, soma: { page } }) => {
      const hands = handsOf(page);
      const truth = await askChain(chain.url);
      const { own } = await validators(truth);
      await importFirstAccount(page, ALICE.seed, 'Alice');
      await expect(basketOf(page, own)).toBeVisible();
      await expect(page.getByRole('region', { name: 'Root dividends to claim' })).toHaveCount(0);

      const owed = await truth.basketPayout(own, ALICE.address);
      const before = await rootStake(truth, own);
      expect(await raoIn(basketOf(page, own))).toBe(owed);
      expect(await raoIn(claimable(page))).toBe(await truth.basketsOwed(ALICE.address));
      await hands.press(basketOf(page, own).getByRole('button', { name: 'Claim', exact: true }));
      const panel = new Panel(page, 'Claim basket');
      await expect(panel.reviewButton).toBeEnabled();
      expect(await panel.figure('Added to your root stake')).toBe(owed);
      await carryThrough(page, hands, 'Claim basket');
      // The quote sells the whole basket, so the claim brings hardly more.
      const received = (await rootStake(truth, own)) - before;
      expect(received).toBeGreaterThanOrEqual(owed - 10n);
      expect(received).toBeLessThan((owed * 101n) / 100n);
      expect(await truth.basketPayout(own, ALICE.address)).toBe(0n);
      await expect(basketOf(page, own)).toHaveCount(0);
      await expect(claimable(page)).toHaveCount(0);

      await hands.press(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Activity' }));
      await hands.press(page.getByRole('button', { name: /^Details of: Claim/u }));
      expect(await panel.figure('Received')).toBe(received);
      await truth.close();
    });

    test(`a basket is bought into by ${name}, for exactly the TAO named`, async ({ chain, soma: { page } }) => {
      const hands = handsOf(page);
      const truth = await askChain(chain.url);
      const { other } = await validators(truth);
      await importFirstAccount(page, ALICE.seed, 'Alice');
      const free = await truth.free(ALICE.address);
      await hands.press(card(page).getByRole('button', { name: 'Buy into a basket' }));
      const panel = new Panel(page, 'Buy into basket');
      await hands.write(panel.root.getByRole('combobox', { name: 'Validator' }), other);
      await page.keyboard.press('Enter');
      await hands.write(panel.root.getByLabel('Amount', { exact: true }), '50');
      await expect(panel.reviewButton).toBeEnabled();
      const fee = await panel.figure('Network fee');
      await carryThrough(page, hands, 'Buy into basket');
      expect(free - (await truth.free(ALICE.address))).toBe(50n * TAO + fee);
      // No root stake stands behind bought shares; the card shows them all the same.
      expect(await rootStake(truth, other)).toBe(0n);
      const worth = await truth.basketPayout(other, ALICE.address);
      expect(worth).toBeGreaterThan(49n * TAO);
      await expect.poll(() => raoIn(basketOf(page, other))).toBe(worth);
      expect(await raoIn(claimable(page))).toBe(await truth.basketsOwed(ALICE.address));
      // She had no share before, so all of its worth came with the purchase.
      await hands.press(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Activity' }));
      await hands.press(page.getByRole('button', { name: /^Details of: Buy/u }));
      expect(await panel.moved()).toEqual([
        { label: 'Spent', amount: 50n * TAO, unit: 'τ' },
        { label: 'Shares gained in worth', amount: worth, unit: 'τ' },
      ]);
      await truth.close();
    });
  }

  test('root stake that a claim changed cannot leave for a while, and the window says for how long', async ({
    chain,
    soma: { page },
  }) => {
    const truth = await askChain(chain.url);
    const { own } = await validators(truth);
    chain.control.setRootHold(7200n);
    await importFirstAccount(page, ALICE.seed, 'Alice');
    await basketOf(page, own).getByRole('button', { name: 'Claim', exact: true }).click();
    const claim = new Panel(page, 'Claim basket');
    await expect(
      claim.root.getByText('Root stake with this validator can then not leave for 7\u202f200 blocks, about 24 hours.'),
    ).toBeVisible();
    await carryThrough(page, mouse(page), 'Claim basket');
    const held = await rootStake(truth, own);
    await openPositionAction(positionRow(page, 0, own), 'Unstake');
    const unstake = new Panel(page, 'Unstake');
    await unstake.root.getByLabel('Amount', { exact: true }).fill('10');
    await expect(banner(unstake.root, 'Root stake that changed a short while ago stays for now.')).toBeVisible();
    await expect(unstake.root.getByText(/It can leave from block [\d\u202f]+, in about 24 hours\./u)).toBeVisible();
    await expect(unstake.reviewButton).toBeDisabled();
    expect(await rootStake(truth, own)).toBe(held);
    await truth.close();
  });
});
