import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { type Hands, keyboard, mouse } from '../models/hands.ts';
import { importFirstAccount } from '../models/import.ts';
import { goTo, Panel } from '../models/panel.ts';
import { ALICE, BOB } from '../support/dev-accounts.ts';
import { askChain } from '../support/truth.ts';

test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500 } });

const HANDS: readonly (readonly [name: Hands['name'], (page: Page) => Hands])[] = [
  ['mouse', mouse],
  ['keyboard', keyboard],
];

const rows = (page: Page): Locator =>
  page.getByRole('table', { name: 'Validators', exact: true }).locator('tbody tr[data-key]');
const rowOf = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });
const names = async (page: Page): Promise<string[]> =>
  rows(page).getByRole('rowheader').getByRole('button').allTextContents();

/** Every validator, as subnet 1 sees them. */
async function openPicker(page: Page): Promise<void> {
  await importFirstAccount(page, BOB.seed, 'Bob');
  await goTo(page, 'Validators');
  await page.getByLabel('Seen from').selectOption('1');
  await expect(page.getByRole('columnheader', { name: 'On SN1' })).toBeVisible();
}

test.describe('@staking the validators', () => {
  for (const [name, handsOf] of HANDS) {
    test(`are searched, filtered, sorted, kept as favourites and compared by ${name}`, async ({
      chain,
      soma: { page },
    }) => {
      const hands = handsOf(page);
      // Who is active shows with the first epoch.
      chain.control.mine(110);
      await openPicker(page);
      const all = (await names(page)).length;
      const count = page.getByRole('status').filter({ hasText: / of \d+ validators$/u });
      const search = page.getByLabel('Search validators');
      const most = page.getByLabel('Take at most');

      await hands.write(search, 'moon');
      await expect(rows(page)).toHaveCount(1);
      await expect(rowOf(page, 'Halfmoon Labs')).toBeVisible();
      await hands.write(search, 'nobody is called that');
      await hands.press(page.getByRole('button', { name: 'Clear the filters' }));
      await expect(rows(page)).toHaveCount(all);

      await hands.write(most, '9');
      await expect(rowOf(page, 'Northlight')).toBeVisible();
      await expect(rowOf(page, 'Cedar & Salt')).toHaveCount(0);
      await hands.tick(page.getByLabel('Active here'));
      // Takes little, but does not validate on subnet 1.
      await expect(rowOf(page, 'Opendock')).toHaveCount(0);
      await expect(count).not.toHaveText(`${all} of ${all} validators`);
      await hands.write(most, '101');
      await expect(most).toHaveAttribute('aria-invalid', 'true');
      await hands.write(most, '18');
      await hands.choose(page.getByLabel('Sort by'), 'Take');
      const sorted = rows(page).first();
      await expect(sorted).toContainText('8.00 %');
      await expect(sorted).toContainText('Mulberry');

      await hands.press(page.getByRole('button', { name: 'Make Mulberry a favourite' }));
      await hands.tick(page.getByLabel('Favourites', { exact: true }));
      await expect(rows(page)).toHaveCount(1);
      await goTo(page, 'Portfolio');
      await goTo(page, 'Validators');
      await page.getByLabel('Seen from').selectOption('1');
      await hands.tick(page.getByLabel('Favourites', { exact: true }));
      await expect(rows(page)).toHaveCount(1);
      await expect(rowOf(page, 'Mulberry')).toBeVisible();
      await page.getByLabel('Favourites', { exact: true }).uncheck();

      const four = ['Northlight', 'Cedar & Salt', 'Halfmoon Labs', 'Mulberry'];
      for (const one of four) await hands.tick(page.getByRole('checkbox', { name: `Compare ${one}` }));
      await expect(page.getByRole('checkbox', { name: 'Compare Basalt' })).toBeDisabled();
      await hands.press(page.getByRole('button', { name: 'Compare', exact: true }));
      const table = page.getByRole('dialog').getByRole('table', { name: 'Compared validators' });
      await expect(table.locator('thead th')).toHaveCount(5);
      const take = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Take', exact: true }) });
      await expect(take.getByRole('cell')).toHaveText([
        /^9\.00 %$/u,
        /^12\.00 %$/u,
        /^18\.00 %$/u,
        /^8\.00 %\s*Lowest$/u,
      ]);
      await page.keyboard.press('Escape');
      await expect(table).toHaveCount(0);
    });
  }

  test('one without a permit, and one that raised its take, are warned of wherever it is chosen', async ({
    chain,
    soma: { page },
  }) => {
    const truth = await askChain(chain.url);
    const own = (await truth.positions(ALICE.address)).find(({ netuid }) => netuid === 1)?.hotkey ?? '';
    const before = await truth.take(own);
    await openPicker(page);
    await expect(rowOf(page, 'Opendock')).toContainText('Not registered');
    await truth.raiseTakeAs('//Alice', own, 11_796);
    expect(before).toBeLessThan(11_796);
    // Read again after so many blocks at the earliest, and at once for another subnet.
    chain.control.mine(60);
    await page.getByLabel('Seen from').selectOption('2');
    await page.getByLabel('Search validators').fill(own);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText(/It rose, it was \d+\.\d\d %/u, { timeout: 60_000 });
    await rows(page).getByRole('rowheader').getByRole('button').click();
    await expect(page.getByText(/Its take rose from .* % to 18\.00 %\./u)).toBeVisible();
    await page.keyboard.press('Escape');

    await rows(page).getByRole('button', { name: 'Stake', exact: true }).click();
    const stake = new Panel(page, 'Stake');
    await stake.root.getByLabel('Amount', { exact: true }).fill('1');
    await expect(stake.root.getByText(/This validator raised its take from .* % to 18\.00 %\./u)).toBeVisible();
    await expect(stake.reviewButton).toBeEnabled();
    await stake.pick('Validator', 'Halfmoon Labs');
    await expect(stake.root.getByText('This validator has no permit on subnet 2.')).toBeVisible();
    await truth.close();
  });
});
