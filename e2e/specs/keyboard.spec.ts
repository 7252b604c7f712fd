import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { goByPalette, tabTo } from '../models/keys.ts';
import { PASSWORD } from '../models/onboarding.ts';
import { Panel } from '../models/panel.ts';
import { positionActions, positionRow } from '../models/positions.ts';
import { ALICE, BOB } from '../support/dev-accounts.ts';

/** Fails the test at the first click: nothing in it may need a pointer. */
async function takeTheMouseAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.replaceChildren('a pointer was used'), { capture: true });
  });
}

/** How long anything on the page moves, ms. */
function longestMotionMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ms = (list: string): number[] =>
      list.split(',').map((text) => Number.parseFloat(text) * (text.trim().endsWith('ms') ? 1 : 1000));
    const moving = [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      return [...(style.animationName === 'none' ? [] : ms(style.animationDuration)), ...ms(style.transitionDuration)];
    });
    return Math.max(0, ...moving);
  });
}

test.describe('@keyboard', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false } });

  test('from the locked door to a final transfer without a mouse; Enter never approves', async ({ chain, soma }) => {
    const { page } = soma;
    await importFirstAccount(page, ALICE.seed, 'Alice');
    await takeTheMouseAway(page);
    await goByPalette(page, 'Lock now');
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();

    const opener = page.getByRole('main').getByRole('button', { name: 'Send', exact: true });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const panel = new Panel(page, 'Send');
    await tabTo(page, panel.root.getByLabel('Recipient'));
    await page.keyboard.type(BOB.address);
    await tabTo(page, panel.root.getByLabel('Amount', { exact: true }));
    await page.keyboard.type('12.5');
    await expect(panel.root.getByRole('button', { name: 'Review' })).toBeEnabled();
    await tabTo(page, panel.root.getByRole('button', { name: 'Review' }));
    await page.keyboard.press('Space');

    await expect(panel.root.getByRole('heading', { level: 3 })).toBeFocused();
    await tabTo(page, panel.passwordField);
    await page.keyboard.type(PASSWORD);
    await expect(panel.approveButton).toBeEnabled();
    await page.keyboard.press('Enter');
    await tabTo(page, panel.approveButton);
    await page.keyboard.press('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect(panel.approveButton).toBeFocused();
    expect(chain.control.pendingHashes()).toEqual([]);
    await expect(panel.root.getByRole('list', { name: 'Progress' })).toHaveCount(0);

    await page.keyboard.press('Space');
    await panel.finalized();
    await expect(panel.root.getByRole('heading', { level: 3 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel.root).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  test('every page and dialog is reached, worked and left by keys, and the focus comes back', async ({ soma }) => {
    const { page } = soma;
    await importFirstAccount(page, ALICE.seed, 'Alice');
    await takeTheMouseAway(page);

    for (const name of ['Send', 'Receive', 'Stake', 'Validators', 'Activity', 'Accounts', 'Settings', 'Portfolio']) {
      await goByPalette(page, `go ${name}`);
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      if (name === 'Send') {
        await expect(new Panel(page, 'Send').root).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(new Panel(page, 'Send').root).toHaveCount(0);
      }
    }

    const skip = page.getByRole('button', { name: 'Skip to content' });
    await tabTo(page, skip, 'Shift+Tab');
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').getByRole('button', { name: 'Export', exact: true })).toBeFocused();

    await page.keyboard.press('Control+K');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button', { name: 'Export', exact: true })).toBeFocused();

    await goByPalette(page, 'go Accounts');
    const add = page.getByRole('button', { name: 'Add an account' });
    await tabTo(page, add);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Add an account' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(add).toBeFocused();

    const actions = page.getByRole('button', { name: 'Actions for Alice' });
    await tabTo(page, actions);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Account name'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Reserve');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Actions for Reserve' })).toBeFocused();

    await goByPalette(page, 'go Settings');
    await tabTo(page, page.getByRole('radio', { name: 'As the system' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeFocused();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('a menu goes as soon as it is left, however quick the keys are', async ({ soma }) => {
    const { page } = soma;
    await importFirstAccount(page, ALICE.seed, 'Alice');
    const actions = positionActions(positionRow(page, 1));
    const menu = page.getByRole('menu');
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await page.emulateMedia({ reducedMotion });
      for (let time = 0; time < 10; time += 1) {
        await actions.focus();
        await page.keyboard.press('Enter');
        await expect(menu.getByRole('menuitem').first()).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(menu).toHaveCount(0, { timeout: 5_000 });
        await expect(actions).toBeFocused();
      }
    }
  });

  test('nothing moves for those who ask for it, and nothing moves long for others', async ({ soma }) => {
    const { page } = soma;
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await importFirstAccount(page, ALICE.seed, 'Alice');
    await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
    await goByPalette(page, 'go Send');
    await expect(new Panel(page, 'Send').root).toBeVisible();
    const longest = await longestMotionMs(page);
    expect(longest).toBeGreaterThanOrEqual(120);
    expect(longest).toBeLessThanOrEqual(180);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await longestMotionMs(page)).toBeLessThan(1);
  });
});
