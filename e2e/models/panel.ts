import { expect, type Locator, type Page } from '@playwright/test';
import { PASSWORD } from './onboarding.ts';

/** What the panel is called while a form of that kind is open. */
export type PanelTitle =
  | 'Send'
  | 'Stake'
  | 'Unstake'
  | 'Move to another validator'
  | 'Swap subnet'
  | 'Transfer stake'
  | 'Unstake everything'
  | 'Several at once'
  | 'Auto-stake destination'
  | 'Root dividends'
  | 'Claim root dividends'
  | 'Claim basket'
  | 'Buy into basket'
  | 'Validator take';

/** One row of what changed hands. */
export interface ShownMove {
  readonly label: string;
  /** Base units. */
  readonly amount: bigint;
  readonly unit: string;
}

/** The side panel, where every transaction is made. */
export class Panel {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, title: PanelTitle) {
    this.page = page;
    this.root = page.getByRole('region', { name: title, exact: true });
  }

  /** Step 1 of a transfer. */
  async fillSend(to: string, tao: string): Promise<void> {
    await this.root.getByLabel('Recipient').fill(to);
    await this.root.getByLabel('Amount', { exact: true }).fill(tao);
  }

  /** Step 1 of a stake: by netuid and hotkey, as the chain names them. */
  async fillStake(netuid: number, hotkey: string, tao: string): Promise<void> {
    await this.root.getByLabel('Subnet').selectOption(String(netuid));
    await this.pick('Validator', hotkey);
    await this.root.getByLabel('Amount', { exact: true }).fill(tao);
  }

  /** Finds one of very many by its key or words of its name, as a person types it, and takes the first match. */
  async pick(label: string, query: string): Promise<void> {
    const field = this.root.getByRole('combobox', { name: label, exact: true });
    await field.fill(query);
    await expect(this.root.getByRole('listbox', { name: 'Matches' }).getByRole('option').first()).toBeVisible();
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
  }

  /** A position by its netuid and hotkey, as the chain names them. */
  async pickPosition(netuid: number, hotkey: string): Promise<void> {
    await this.pick('Position', `${netuid === 0 ? 'Root' : `SN${netuid}`} ${hotkey}`);
  }

  /** Waits for a live quote and asks for the review. */
  async review(): Promise<void> {
    await expect(this.reviewButton).toBeEnabled();
    await this.reviewButton.click();
    await expect(this.approveButton).toBeVisible();
  }

  get reviewButton(): Locator {
    return this.root.getByRole('button', { name: 'Review' });
  }

  get approveButton(): Locator {
    return this.root.getByRole('button', { name: 'Approve' });
  }

  get passwordField(): Locator {
    return this.root.getByLabel('Password', { exact: true });
  }

  async approve(password: string = PASSWORD): Promise<void> {
    await this.passwordField.fill(password);
    await expect(this.approveButton).toBeEnabled();
    await this.approveButton.click();
  }

  /** Until the chain cannot undo it any more. */
  async finalized(): Promise<void> {
    await expect(this.root.getByText('Done, and final.')).toBeVisible({ timeout: 60_000 });
  }

  /** What it says changed hands, in the order of its rows: `Received`, `Sent`, `Step 2: received`, `Spent`. Not what the chain did not tell. */
  async moved(): Promise<ShownMove[]> {
    const rows = this.root
      .locator('dl > div')
      .filter({ has: this.page.locator('dt', { hasText: /(?:received|sent|spent|worth)$/iu }) })
      .filter({ has: this.page.locator('[data-base-units]') });
    return Promise.all(
      (await rows.all()).map(async (row) => ({
        label: (await row.locator('dt').textContent()) ?? '',
        amount: BigInt((await row.locator('[data-base-units]').first().getAttribute('data-base-units')) ?? '-1'),
        unit: ((await row.locator('dd').first().textContent()) ?? '').replace(/^[≈\d.,\s]+/u, ''),
      })),
    );
  }

  async close(): Promise<void> {
    await this.root.getByRole('button', { name: 'Close', exact: true }).click();
  }

  /** Exact base units behind a labelled figure. */
  async figure(label: string | RegExp): Promise<bigint> {
    const row = this.root
      .locator('div,tr')
      .filter({ has: this.page.getByText(label) })
      .last();
    return BigInt((await row.locator('[data-base-units]').first().getAttribute('data-base-units')) ?? '-1');
  }
}

/** The rail's link to a page. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
}

/** An empty send form, wherever the app is. The page opens one by itself only when it is entered. */
export async function openSend(page: Page): Promise<Panel> {
  const panel = new Panel(page, 'Send');
  await goTo(page, 'Send');
  if (!(await panel.root.isVisible())) await page.locator('main').getByRole('button', { name: 'Send' }).click();
  return panel;
}
