import type { Page } from '@playwright/test';
import type { Simnet } from '../../simnet/index.ts';
import { newSoma } from '../fixtures/soma.ts';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { PASSWORD } from '../models/onboarding.ts';
import { goTo, openSend, Panel } from '../models/panel.ts';
import { banner } from '../models/sentences.ts';
import { BOB, OWN, TAO } from '../support/known.ts';
import { askChain } from '../support/truth.ts';

const HOSTILE = '<img src=x onerror="window.owned=1">Download the update at http://evil.example \u202egpj.exe';

test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false } });

async function fundedUser(page: Page, chain: Simnet): Promise<void> {
  chain.control.fund(OWN.address, 100n * TAO);
  await importFirstAccount(page, OWN.seed, 'Savings');
}

const balance = (page: Page, rao: bigint) => page.locator('main').locator(`[data-base-units="${rao}"]`).first();

/** 12.5 TAO to Bob, as far as its review. */
async function reviewSend(page: Page): Promise<Panel> {
  const send = await openSend(page);
  await send.fillSend(BOB.address, '12.5');
  await send.review();
  return send;
}

test('a dead endpoint at the start is said, and the chain is there as soon as it comes back', async ({
  browser,
  chain,
  dataDir,
  line,
}) => {
  await line.cut();
  const soma = newSoma(() => browser, { dataDir, network: line.url });
  await soma.start();
  await fundedUser(soma.page, chain);
  const main = soma.page.locator('main');
  await expect(banner(main, 'No endpoint answers.')).toBeVisible();
  await expect(soma.page.getByRole('button', { name: /^Offline/u })).toBeVisible();
  await line.mend();
  await expect(balance(soma.page, 100n * TAO)).toBeVisible({ timeout: 40_000 });
  await expect(banner(main, 'No endpoint answers.')).toBeHidden();

  // And again in the middle of a transaction: the figures stay, marked, and nothing can be reviewed.
  await goTo(soma.page, 'Send');
  const send = new Panel(soma.page, 'Send');
  await send.fillSend(BOB.address, '1');
  await expect(send.reviewButton).toBeEnabled();
  await line.cut();
  await expect(banner(main, 'No endpoint answers.')).toBeVisible();
  await expect(send.reviewButton).toBeDisabled();
  await expect(send.root.getByText(/^Not current/u)).toBeVisible();
  await line.mend();
  await expect(send.reviewButton).toBeEnabled({ timeout: 40_000 });
  expect(line.submissions).toBe(0);
  await soma.stop();
});

test('another chain behind the same address is refused, and nothing is signed for it', async ({
  chain,
  line,
  soma: { page },
}) => {
  await fundedUser(page, chain);
  const send = await reviewSend(page);
  await send.passwordField.fill(PASSWORD);
  chain.faults.set({ lies: ['genesis'] });
  chain.faults.disconnect();
  await expect(banner(page.locator('main'), 'This endpoint serves a different chain.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Refused/u })).toBeVisible();
  await send.approveButton.click();
  await expect(send.root.getByRole('alert').first()).toContainText(/different chain|No endpoint answers/u);
  await expect(send.reviewButton).toBeDisabled();
  expect(line.submissions).toBe(0);
  expect(await page.locator('main').locator('[data-base-units="12500000000"]').count()).toBe(0);
});

test('a node that lies about the runtime cannot make a signature mean something else', async ({
  browser,
  chain,
  dataDir,
  line,
}) => {
  const truth = await askChain(chain.url);
  const bobBefore = await truth.free(BOB.address);
  chain.faults.set({ lies: ['metadata'] });
  const soma = newSoma(() => browser, { dataDir, network: line.url });
  await soma.start();
  await fundedUser(soma.page, chain);
  const send = await reviewSend(soma.page);
  await send.approve();
  await expect(send.root.getByRole('list', { name: 'Progress' }).getByText('did not happen').first()).toBeAttached();
  await expect(
    send.root.getByRole('alert').filter({ hasText: /signature|description|take the transaction/u }),
  ).toBeVisible();
  const before = chain.control.best.number;
  await expect.poll(() => chain.control.best.number).toBeGreaterThan(before + 3);
  expect(await truth.nonce(OWN.address)).toBe(0);
  expect(await truth.free(OWN.address)).toBe(100n * TAO);
  expect(await truth.free(BOB.address)).toBe(bobBefore);
  await soma.stop();
  await truth.close();
});

test('what a node says in its errors is never shown as markup, and a refusal moves nothing', async ({
  chain,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  const send = await reviewSend(page);
  chain.faults.set({
    hostileText: { methods: ['author_submitExtrinsic', 'author_submitAndWatchExtrinsic'], text: HOSTILE },
  });
  await send.approve();
  await expect(banner(send.root, 'The chain did not take the transaction in.')).toBeVisible();
  await send.close();
  chain.faults.set({
    hostileText: { methods: ['state_call', 'state_queryStorageAt', 'payment_queryInfo'], text: HOSTILE },
  });
  const again = await openSend(page);
  await again.fillSend(BOB.address, '1');
  await expect(banner(again.root, 'The endpoint refused the request.')).toBeVisible();
  await expect(again.reviewButton).toBeDisabled();
  await expect(page.getByText(/Download the update|evil\.example/u)).toHaveCount(0);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  chain.faults.clear();
  await expect(again.reviewButton).toBeEnabled();
  expect(await truth.nonce(OWN.address)).toBe(0);
  await truth.close();
});

test('a node that lies about the nonce cannot have anything moved or sent twice', async ({
  chain,
  line,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  await expect(balance(page, 100n * TAO)).toBeVisible();
  const bobBefore = await truth.free(BOB.address);
  chain.faults.set({ lies: ['nonce'] });
  const send = await reviewSend(page);
  await send.approve();
  const end = send.root.getByRole('alert').filter({
    hasText: /Another transaction of this account|did not get into a block in time|did not take the transaction in/u,
  });
  // The node has it before its time passes.
  await expect(send.root.getByRole('status')).toHaveText('Sent');
  expect(line.submissions).toBe(1);
  chain.control.mine(70);
  await expect(end).toBeVisible();
  await send.close();

  chain.faults.clear();
  const honest = await reviewSend(page);
  await honest.approve();
  await honest.finalized();
  expect(line.submissions).toBe(2);
  expect(await truth.nonce(OWN.address)).toBe(1);
  expect(await truth.free(BOB.address)).toBe(bobBefore + 12_500_000_000n);
  await truth.close();
});

test('an upgrade voids the review; Enter never approves; twenty clicks send one transaction', async ({
  chain,
  line,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  const bobBefore = await truth.free(BOB.address);
  const send = await reviewSend(page);
  await send.passwordField.fill(PASSWORD);
  await expect(send.approveButton).toBeEnabled();
  for (let press = 0; press < 20; press += 1) await send.passwordField.press('Enter');
  await expect(send.approveButton).toBeEnabled();
  expect(line.submissions).toBe(0);

  chain.control.upgrade(425);
  await expect(page.getByRole('button', { name: /^Online/u })).toBeVisible();
  await send.approveButton.click();
  await expect(banner(send.root, 'The chain was upgraded in the meantime.')).toBeVisible();
  expect(line.submissions).toBe(0);

  await send.review();
  await send.passwordField.fill(PASSWORD);
  await expect(send.approveButton).toBeEnabled();
  await send.approveButton.evaluate((button: HTMLElement) => {
    for (let click = 0; click < 20; click += 1) button.click();
  });
  await send.finalized();
  await goTo(page, 'Activity');
  await expect(
    page.getByRole('table', { name: 'Transactions' }).getByRole('row').filter({ hasText: '12.5' }),
  ).toHaveCount(1);
  expect(line.submissions).toBe(1);
  expect(await truth.nonce(OWN.address)).toBe(1);
  expect(await truth.free(BOB.address)).toBe(bobBefore + 12_500_000_000n);
  await truth.close();
});

test.describe('on a chain that stands still', () => {
  test.use({ chainOptions: { scenario: 'demo', manual: true, emission: false } });

  test('figures are marked as old, no new review is made, and a new block makes it current again', async ({
    chain,
    line,
    soma,
  }) => {
    await fundedUser(soma.page, chain);
    await expect(balance(soma.page, 100n * TAO)).toBeVisible();
    await goTo(soma.page, 'Send');
    const send = new Panel(soma.page, 'Send');
    await send.fillSend(BOB.address, '1');
    await expect(send.reviewButton).toBeEnabled();
    await expect(banner(soma.page.locator('main'), 'The chain has not moved for a while.')).toBeVisible({
      timeout: 70_000,
    });
    await expect(soma.page.getByRole('button', { name: /^Not moving/u })).toBeVisible();
    await expect(send.root.getByText(/^Not current/u)).toBeVisible();
    await expect(send.reviewButton).toBeDisabled();
    chain.control.mine();
    await expect(send.reviewButton).toBeEnabled();
    await expect(banner(soma.page.locator('main'), 'The chain has not moved for a while.')).toBeHidden();
    expect(line.submissions).toBe(0);
  });
});

test.describe('on a slow chain', () => {
  test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 2000, emission: false } });

  test('a node that accepts and says nothing is given up, and one that is only slow still works', async ({
    chain,
    line,
    soma: { page },
  }) => {
    await fundedUser(page, chain);
    await expect(balance(page, 100n * TAO)).toBeVisible();
    chain.faults.set({ stall: true });
    await goTo(page, 'Send');
    const send = new Panel(page, 'Send');
    await send.fillSend(BOB.address, '12.5');
    // Whichever is noticed first: that this question stays unanswered, or that the line is dead.
    const givenUp = banner(send.root, /The endpoint took too long to answer\.|No endpoint answers\./u);
    await expect(givenUp).toBeVisible({ timeout: 30_000 });
    await expect(banner(page.locator('main'), 'No endpoint answers.')).toBeVisible();
    await expect(send.reviewButton).toBeDisabled();
    expect(line.submissions).toBe(0);
    chain.faults.set({ delayMs: 200 });
    // What was asked of it while it was silent stays unanswered.
    chain.faults.disconnect();
    await expect(send.reviewButton).toBeEnabled({ timeout: 40_000 });
    await send.review();
    await send.approve();
    await send.finalized();
    expect(line.submissions).toBe(1);
  });
});
