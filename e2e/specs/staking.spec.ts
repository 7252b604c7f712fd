import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { carryThrough, type Hands, keyboard, mouse } from '../models/hands.ts';
import { importFirstAccount } from '../models/import.ts';
import { Panel } from '../models/panel.ts';
import { openPositionAction, positionActions, positionRow } from '../models/positions.ts';
import { ALICE, BOB } from '../support/dev-accounts.ts';
import { TAO } from '../support/known.ts';
import { askChain, type Truth } from '../support/truth.ts';

const HANDS: readonly (readonly [name: Hands['name'], (page: Page) => Hands])[] = [
  ['mouse', mouse],
  ['keyboard', keyboard],
];

async function alphaOf(truth: Truth, address: string, hotkey: string, netuid: number): Promise<bigint> {
  const found = (await truth.positions(address)).find((one) => one.hotkey === hotkey && one.netuid === netuid);
  return found?.alpha ?? 0n;
}

/** Own hotkey of //Alice, and another validator that serves subnets 1 and 2. */
async function validators(truth: Truth): Promise<{ own: string; other: string }> {
  const own = (await truth.positions(ALICE.address)).find(({ netuid }) => netuid === 1)?.hotkey ?? '';
  const second = new Set(await truth.validatorsOn(2));
  const other = (await truth.validatorsOn(1)).find((hotkey) => hotkey !== own && second.has(hotkey)) ?? '';
  return { own, other };
}

/** A row of what changed hands, in the unit of a subnet. */
const moved = (label: string, amount: unknown, place: string): object => ({
  label,
  amount,
  unit: expect.stringContaining(place) as unknown,
});

async function openPortfolio(page: Page): Promise<void> {
  await importFirstAccount(page, ALICE.seed, 'Alice');
  await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
}

test.describe('@staking', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 400, emission: false } });
  test.setTimeout(300_000);

  for (const [name, handsOf] of HANDS) {
    test(`stake, unstake, move, swap, transfer, several at once and everything: by ${name}, to the base unit`, async ({
      chain,
      soma: { page },
    }) => {
      const hands = handsOf(page);
      const truth = await askChain(chain.url);
      const { own, other } = await validators(truth);
      await openPortfolio(page);
      const at = (hotkey: string, netuid: number): Promise<bigint> => alphaOf(truth, ALICE.address, hotkey, netuid);
      const open = async (netuid: number, hotkey: string, action: string): Promise<void> => {
        const row = positionRow(page, netuid, hotkey);
        await expect(row).toBeVisible();
        await hands.fromMenu(positionActions(row), action);
      };
      const amount = (panel: Panel) => panel.root.getByLabel('Amount', { exact: true });

      const stake = new Panel(page, 'Stake');
      const before = await at(own, 1);
      await open(1, own, 'Stake more');
      await hands.write(amount(stake), '10');
      await carryThrough(page, hands, 'Stake');
      expect(await at(own, 1)).toBeGreaterThan(before);

      const unstake = new Panel(page, 'Unstake');
      const held = await at(own, 2);
      await open(2, own, 'Unstake');
      await hands.write(amount(unstake), '100');
      await carryThrough(page, hands, 'Unstake');
      expect(await at(own, 2)).toBe(held - 100n * TAO);

      const move = new Panel(page, 'Move to another validator');
      await open(1, own, 'Move to another validator');
      await hands.write(amount(move), '500');
      await hands.write(move.root.getByRole('combobox', { name: 'To validator' }), other);
      await page.keyboard.press('Enter');
      const inside = await carryThrough(page, hands, 'Move to another validator');
      expect(await at(other, 1)).toBe(500n * TAO);
      expect(inside).toEqual([moved('Received', 500n * TAO, 'SN1')]);

      const swap = new Panel(page, 'Swap subnet');
      await open(1, own, 'Swap to another subnet');
      await hands.write(amount(swap), '200');
      await hands.choose(swap.root.getByLabel('To subnet'), 'SN3');
      await expect(swap.root.getByText('Arrives')).toBeVisible();
      const least = await swap.figure('At least');
      await carryThrough(page, hands, 'Swap subnet');
      expect(await at(own, 3)).toBeGreaterThanOrEqual(least);

      // Another validator and another subnet: both happen or neither, within one limit.
      const across = await at(other, 1);
      await open(2, own, 'Move to another validator');
      await hands.write(amount(move), '100');
      await hands.write(move.root.getByRole('combobox', { name: 'To validator' }), other);
      await page.keyboard.press('Enter');
      await hands.choose(move.root.getByLabel('To subnet'), 'SN1');
      const beyond = await carryThrough(page, hands, 'Move to another validator');
      expect(beyond).toEqual([moved('Received', (await at(other, 1)) - across, 'SN1')]);
      expect(beyond[0]?.amount).toBeGreaterThan(0n);

      const transfer = new Panel(page, 'Transfer stake');
      const given = await at(other, 1);
      const bobHad = await alphaOf(truth, BOB.address, other, 1);
      await open(1, other, 'Transfer to another account');
      await hands.press(transfer.root.getByRole('button', { name: 'Max', exact: true }));
      await hands.write(transfer.root.getByLabel('Recipient'), BOB.address);
      const sent = await carryThrough(page, hands, 'Transfer stake');
      // Given to another coldkey: nothing of it was received.
      expect(sent).toEqual([moved('Sent', given, 'SN1')]);
      expect(await at(other, 1)).toBe(0n);
      expect(await alphaOf(truth, BOB.address, other, 1)).toBe(bobHad + given);

      for (const netuid of [1, 3])
        await hands.tick(positionRow(page, netuid, own).getByRole('checkbox', { name: /^Select/u }));
      await hands.press(page.getByRole('button', { name: 'Unstake selected' }));
      const several = await carryThrough(page, hands, 'Several at once');
      expect(several).toEqual(
        [1, 2].map((step) => ({ label: `Step ${step}: received`, amount: expect.any(BigInt), unit: 'τ' })),
      );
      expect([await at(own, 1), await at(own, 3)]).toEqual([0n, 0n]);

      // What a lock holds stays, and is said before signing.
      const locked = await at(own, 11);
      await hands.press(page.getByRole('button', { name: 'Unstake everything', exact: true }));
      const everything = new Panel(page, 'Unstake everything');
      await expect(everything.reviewButton).toBeEnabled();
      await expect(everything.root.getByText('Part of this stake is locked.').first()).toBeVisible();
      await carryThrough(page, hands, 'Unstake everything');
      expect(await truth.positions(ALICE.address)).toEqual([{ hotkey: own, netuid: 11, alpha: locked }]);

      // Activity keeps what was given away apart from what came.
      await hands.press(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Activity' }));
      const line = page.getByRole('row').filter({ hasText: 'Sent' });
      await expect(line.locator(`[data-base-units="${given}"]`)).toHaveCount(1);
      await truth.close();
    });

    test(`take, auto-stake destination, claim type and claim: by ${name}`, async ({ chain, soma: { page } }) => {
      const hands = handsOf(page);
      const truth = await askChain(chain.url);
      const { own, other } = await validators(truth);
      await openPortfolio(page);
      const goTo = (entry: string): Promise<void> =>
        hands.press(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: entry }));

      await goTo('Validators');
      await hands.toTab('My validators');
      const take = new Panel(page, 'Validator take');
      // Up once in a long while, down at any time.
      await hands.press(page.getByRole('button', { name: 'Raise take' }));
      await hands.write(take.root.getByLabel('New take'), '12.5');
      await carryThrough(page, hands, 'Validator take');
      expect(await truth.take(own)).toBe(Math.floor((12.5 * 65_535) / 100));
      await expect(page.getByText(/It may be raised again from block/u)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Raise take' })).toBeDisabled();
      await hands.press(page.getByRole('button', { name: 'Lower take' }));
      await hands.write(take.root.getByLabel('New take'), '9.5');
      await carryThrough(page, hands, 'Validator take');
      expect(await truth.take(own)).toBe(Math.floor((9.5 * 65_535) / 100));
      await expect(page.getByText('9.50 %').first()).toBeVisible();

      await hands.press(page.getByRole('button', { name: 'Set a destination' }));
      const auto = new Panel(page, 'Auto-stake destination');
      await hands.choose(auto.root.getByLabel('Subnet'), 'SN1');
      await hands.write(auto.root.getByRole('combobox', { name: 'Validator' }), other);
      await page.keyboard.press('Enter');
      await carryThrough(page, hands, 'Auto-stake destination');
      expect(await truth.autoStake(ALICE.address, 1)).toBe(other);

      await goTo('Portfolio');
      await hands.press(page.getByRole('button', { name: 'Change', exact: true }));
      const type = new Panel(page, 'Root dividends');
      await hands.tick(type.root.getByRole('radio', { name: /^Keep them/u }).first());
      await carryThrough(page, hands, 'Root dividends');
      expect(await truth.claimType(ALICE.address)).toBe('Keep');
      await truth.close();
    });
  }
});

test.describe('@staking with dividends', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 300 } });
  test.setTimeout(240_000);

  for (const [name, handsOf] of HANDS) {
    test(`root dividends are claimed by ${name}`, async ({ chain, soma: { page } }) => {
      const hands = handsOf(page);
      const truth = await askChain(chain.url);
      await openPortfolio(page);
      chain.control.mine(45);
      const claim = page.getByRole('button', { name: 'Claim SN11' });
      await expect(claim).toBeEnabled({ timeout: 60_000 });
      const { own } = await validators(truth);
      const before = await alphaOf(truth, ALICE.address, own, 0);
      await hands.press(claim);
      const panel = new Panel(page, 'Claim root dividends');
      await expect(panel.root.getByText('Estimate for subnet 11')).toBeVisible();
      await expect(panel.root.getByText(/owed at block .*, sold, and added to your root stake\./u)).toBeVisible();
      const shown = await carryThrough(page, hands, 'Claim root dividends');
      // Sold, and added to root stake: the default. No event tells it, so it is what the stake gained in that block.
      const gained = (await alphaOf(truth, ALICE.address, own, 0)) - before;
      expect(gained).toBeGreaterThan(0n);
      expect(shown).toEqual([moved('Received', gained, 'τ')]);
      await truth.close();
    });
  }

  test('leaving root says which dividends it forfeits, and its button claims them first', async ({
    chain,
    soma: { page },
  }) => {
    await openPortfolio(page);
    // Past the first epochs of every subnet that pays soon: one that first pays after the claim would be forfeited anew.
    chain.control.mine(130);
    await expect(page.getByRole('button', { name: 'Claim SN11' })).toBeEnabled({ timeout: 60_000 });
    await openPositionAction(positionRow(page, 0), 'Unstake');
    const unstake = new Panel(page, 'Unstake');
    await unstake.root.getByRole('button', { name: 'Max' }).click();
    await expect(unstake.root.getByText(/Unclaimed root dividends worth about .* τ are lost\.$/u)).toBeVisible();
    await unstake.root.getByRole('button', { name: 'Claim them first' }).click();
    const claim = new Panel(page, 'Claim root dividends');
    await expect(claim.root.getByText('Estimate for subnet 11')).toBeVisible();
    await carryThrough(page, mouse(page), 'Claim root dividends');
    await openPositionAction(positionRow(page, 0), 'Unstake');
    await unstake.root.getByLabel('Amount', { exact: true }).fill('1');
    await expect(unstake.reviewButton).toBeEnabled();
    await expect(unstake.root.getByText(/Unclaimed root dividends/u)).toHaveCount(0);
  });
});
