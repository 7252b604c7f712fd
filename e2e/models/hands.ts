import { expect, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keys.ts';
import { PASSWORD } from './onboarding.ts';
import { Panel, type PanelTitle, type ShownMove } from './panel.ts';

/** How a person works the window: every operation must be possible with either. */
export interface Hands {
  readonly name: 'mouse' | 'keyboard';
  press(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Ticks a checkbox or a radio button. */
  tick(target: Locator): Promise<void>;
  /** One entry of a menu behind a button. */
  fromMenu(opener: Locator, entry: string): Promise<void>;
  /** One of several tabs. */
  toTab(name: string): Promise<void>;
  /** One of a native list, by the beginning of its label. */
  choose(list: Locator, label: string): Promise<void>;
}

export function mouse(page: Page): Hands {
  return {
    name: 'mouse',
    press: (target) => target.click(),
    write: (field, text) => field.fill(text),
    tick: (target) => target.click(),
    fromMenu: async (opener, entry) => {
      await opener.click();
      await page.getByRole('menuitem', { name: entry, exact: true }).click();
    },
    toTab: (name) => page.getByRole('tab', { name, exact: true }).click(),
    choose: async (list, label) => {
      const option = list.locator('option').filter({ hasText: new RegExp(`^${label}`, 'u') });
      await list.selectOption((await option.first().getAttribute('value')) ?? '');
    },
  };
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Tab reaches a group of radio buttons once, at the chosen one or the first; the arrows go on from there. */
async function tabIntoGroup(page: Page, radio: Locator): Promise<void> {
  const isInside = (): Promise<boolean> =>
    radio.evaluate(
      (element) => element.closest('fieldset, [role="radiogroup"]')?.contains(document.activeElement) ?? false,
    );
  for (let presses = 0; presses < 80 && !(await isInside()); presses += 1) await page.keyboard.press('Tab');
}

export function keyboard(page: Page): Hands {
  return {
    name: 'keyboard',
    press: async (target) => {
      await expect(target).toBeEnabled();
      await tabTo(page, target);
      // A link knows Enter only, and Enter never approves.
      const isLink = await target.evaluate((element) => element.tagName === 'A');
      await page.keyboard.press(isLink ? 'Enter' : 'Space');
    },
    write: async (field, text) => {
      await tabTo(page, field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    tick: async (target) => {
      if ((await target.getAttribute('type')) === 'radio' || (await target.getAttribute('role')) === 'radio') {
        await tabIntoGroup(page, target);
        for (let presses = 0; presses < 12 && !(await hasFocus(target)); presses += 1)
          await page.keyboard.press('ArrowDown');
      } else await tabTo(page, target);
      if (!(await target.isChecked())) await page.keyboard.press('Space');
      await expect(target).toBeChecked();
    },
    fromMenu: async (opener, entry) => {
      await tabTo(page, opener);
      await page.keyboard.press('Enter');
      const item = page.getByRole('menuitem', { name: entry, exact: true });
      await expect(item).toBeVisible();
      for (let presses = 0; presses < 12; presses += 1) {
        if (await item.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('ArrowDown');
      }
      await expect(item).toBeFocused();
      await page.keyboard.press('Enter');
    },
    toTab: async (name) => {
      await tabTo(page, page.getByRole('tab', { selected: true }));
      const wanted = page.getByRole('tab', { name, exact: true });
      await page.keyboard.press('ArrowRight');
      await expect(wanted).toHaveAttribute('aria-selected', 'true');
    },
    choose: async (list, label) => {
      await tabTo(page, list);
      await page.keyboard.type(label);
    },
  };
}

/** The rest of the way once the form is filled in: quote, review, password, approval, finality. Answers what it says moved. */
export async function carryThrough(page: Page, hands: Hands, title: PanelTitle): Promise<ShownMove[]> {
  const panel = new Panel(page, title);
  await expect(panel.reviewButton).toBeEnabled();
  await hands.press(panel.reviewButton);
  await expect(panel.approveButton).toBeVisible();
  await hands.write(panel.passwordField, PASSWORD);
  await expect(panel.approveButton).toBeEnabled();
  await hands.press(panel.approveButton);
  await panel.finalized();
  const moved = await panel.moved();
  await hands.press(panel.root.getByRole('button', { name: 'Close', exact: true }));
  await expect(panel.root).toHaveCount(0);
  return moved;
}
