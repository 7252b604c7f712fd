import type { Browser, Page } from '@playwright/test';
import { type RunningHost, startHost } from '../fixtures/host.ts';
import { test as base, expect } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { PASSWORD, unlock } from '../models/onboarding.ts';
import { goTo, Panel } from '../models/panel.ts';
import { ALICE, BOB } from '../support/dev-accounts.ts';

interface Hosted {
  readonly host: RunningHost;
  readonly page: Page;
}

const ENDED = "This window's session has ended";

/** The browser host and its page apart from each other, so that each can be taken away alone. */
const test = base.extend<{ hosted: Hosted }>({
  hosted: async ({ browser, chain, dataDir }, use) => {
    const host = await startHost({ dataDir, network: chain.url });
    const page = await openPage(browser, host.bootstrapUrl);
    await importFirstAccount(page, ALICE.seed, 'Alice');
    await expect(page.getByRole('table', { name: 'Stake positions' })).toBeVisible();
    await use({ host, page });
    await page.context().close();
    await host.stop();
  },
});

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Nothing of a person's money is in the page, seen or unseen. */
async function expectNoMoney(page: Page): Promise<void> {
  await expect(page.locator('[data-base-units]')).toHaveCount(0);
  const html = await page.content();
  expect(html).not.toContain(ALICE.address);
  expect(html).not.toContain(ALICE.address.slice(-6));
}

test.describe('@session', () => {
  test.skip(process.env['SOMA_E2E_ELECTRON'] !== undefined, 'the session of the browser host');

  test('a part of the window that does not come at first is fetched again', async ({ hosted: { page } }) => {
    let failures = 2;
    await page.route('**/assets/ValidatorsPage-*.js', (route) => {
      failures -= 1;
      return failures >= 0 ? route.abort('connectionreset') : route.continue();
    });
    await goTo(page, 'Validators');
    await expect(page.getByRole('table', { name: 'Validators' })).toBeVisible();
    expect(failures).toBeLessThan(0);
  });

  test('one window only: a second one, a copied address and a second Soma are refused, the first goes on', async ({
    browser,
    chain,
    dataDir,
    hosted: { host, page },
  }) => {
    const { origin } = new URL(page.url());
    for (const url of [host.bootstrapUrl, `${origin}/`, page.url()]) {
      const intruder = await openPage(browser, url);
      await expect(intruder.getByRole('heading', { name: ENDED })).toBeVisible();
      await expectNoMoney(intruder);
      await intruder.context().close();
    }
    const sockets = await page.evaluate(
      (api) =>
        Promise.all(
          [['soma'], ['soma', `bearer.${'A'.repeat(43)}`]].map(
            (protocols) =>
              new Promise<string>((settle) => {
                const socket = new WebSocket(api, protocols);
                socket.onopen = () => settle('open');
                socket.onerror = () => settle('refused');
              }),
          ),
        ),
      `${origin.replace('http', 'ws')}/api`,
    );
    expect(sockets).toEqual(['refused', 'refused']);
    await expect(startHost({ dataDir, network: chain.url })).rejects.toThrow(/already running with this data folder/u);

    await goTo(page, 'Accounts');
    await expect(page.getByRole('button', { name: 'Actions for Alice' })).toBeVisible();
  });

  test('locking takes every figure out of the page, and going back does not bring one', async ({
    hosted: { page },
  }) => {
    await goTo(page, 'Activity');
    await goTo(page, 'Portfolio');
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Soma is locked' })).toBeVisible();
    await expectNoMoney(page);
    await page.evaluate(() => history.back());
    await expect(page.getByRole('heading', { name: 'Soma is locked' })).toBeVisible();
    await page.evaluate(() => window.location.assign('#/accounts'));
    await expect(page.getByRole('heading', { name: 'Soma is locked' })).toBeVisible();
    await expectNoMoney(page);

    await unlock(page, 'not this one');
    await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expectNoMoney(page);
    await unlock(page, PASSWORD);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  });

  test('a reload ends the session and says so', async ({ hosted: { page } }) => {
    await page.reload();
    await expect(page.getByRole('heading', { name: ENDED })).toBeVisible();
    await expectNoMoney(page);
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('when the background process dies the page says so at once, approves nothing and ends', async ({
    chain,
    hosted: { host, page },
  }) => {
    await goTo(page, 'Send');
    const panel = new Panel(page, 'Send');
    await panel.fillSend(BOB.address, '1');
    await panel.review();
    await panel.passwordField.fill(PASSWORD);
    await expect(panel.approveButton).toBeEnabled();
    await host.kill();
    await expect(page.getByText("Soma's background process is not answering")).toBeVisible();
    await panel.approveButton.click();
    await expect(page.getByRole('heading', { name: ENDED })).toBeVisible({
      timeout: 60_000,
    });
    await expectNoMoney(page);
    await expect(page.getByText(/^Signed$|^Sent$/u)).toHaveCount(0);
    expect(chain.control.pendingHashes()).toEqual([]);
  });
});
