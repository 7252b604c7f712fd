import type { Page } from '@playwright/test';
import type { Simnet } from '../../simnet/index.ts';
import { expect, test } from '../fixtures/test.ts';
import { createAccount, unlock } from '../models/onboarding.ts';
import { goTo, Panel } from '../models/panel.ts';
import { askChain, type Truth } from '../support/truth.ts';

const TAO = 1_000_000_000n;
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';

/** What the portfolio shows, in base units. */
async function shownTotals(page: Page): Promise<{ free: bigint; staked: bigint; total: bigint }> {
  const figure = async (label: string): Promise<bigint> => {
    const part = page
      .locator('main')
      .locator('div')
      .filter({ has: page.getByText(label, { exact: true }) })
      .last();
    return BigInt((await part.locator('[data-base-units]').first().getAttribute('data-base-units')) ?? '-1');
  };
  return { free: await figure('Free'), staked: await figure('Staked, at spot price'), total: await figure('Total') };
}

async function aValidatorOn(truth: Truth, netuid: number): Promise<string> {
  const found = await truth.validatorOn(netuid);
  if (found === undefined) throw new Error(`no validator on subnet ${netuid}`);
  return found;
}

/** Makes blocks every half second until stopped: a chain that a test can hold still. */
function keepMining(chain: Simnet): () => void {
  const timer = setInterval(() => chain.control.mine(), 500);
  return () => clearInterval(timer);
}

test.describe('@main-job', () => {
  test.use({ chainOptions: { scenario: 'demo', manual: true, emission: false } });
  test.setTimeout(240_000);

  test('create, receive, send, stake on a subnet and on root, unstake: every figure is the chain’s', async ({
    chain,
    soma,
  }) => {
    const { page } = soma;
    const stopMining = keepMining(chain);
    const truth = await askChain(chain.url);
    const address = await createAccount(page);
    chain.control.fund(address, 100n * TAO);
    await expect.poll(async () => (await shownTotals(page)).free).toBe(100n * TAO);

    const bobBefore = await truth.free(BOB);
    await goTo(page, 'Send');
    const send = new Panel(page, 'Send');
    await send.fillSend(BOB, '12.5');
    await send.review();
    await send.approve();
    await send.finalized();
    await send.close();
    expect(await truth.free(BOB)).toBe(bobBefore + 12_500_000_000n);

    for (const [netuid, tao] of [
      [1, '10'],
      [0, '5'],
    ] as const) {
      const hotkey = await aValidatorOn(truth, netuid);
      await goTo(page, 'Portfolio');
      await page.getByRole('button', { name: 'Stake', exact: true }).first().click();
      const stake = new Panel(page, 'Stake');
      await stake.fillStake(netuid, hotkey, tao);
      await stake.review();
      await stake.approve();
      await stake.finalized();
      await stake.close();
    }
    const staked = await truth.positions(address);
    expect(staked.map(({ netuid }) => netuid).sort()).toEqual([0, 1]);
    expect(staked.find(({ netuid }) => netuid === 0)?.alpha).toBe(5n * TAO);

    await goTo(page, 'Portfolio');
    await page
      .getByRole('row')
      .filter({ hasText: 'SN1' })
      .getByRole('button', { name: /Unstake/u })
      .click();
    const unstake = new Panel(page, 'Unstake');
    await unstake.root.getByRole('button', { name: 'Max' }).click();
    await unstake.review();
    await unstake.approve();
    await unstake.finalized();
    await unstake.close();

    expect(await truth.positions(address)).toEqual([
      { hotkey: await aValidatorOn(truth, 0), netuid: 0, alpha: 5n * TAO },
    ]);
    const free = await truth.free(address);
    await expect.poll(() => shownTotals(page)).toEqual({ free, staked: 5n * TAO, total: free + 5n * TAO });
    await goTo(page, 'Activity');
    await expect(page.getByRole('row').filter({ hasText: /[Ff]inal/u })).toHaveCount(4);
    stopMining();
    await truth.close();
  });

  test('killed after sending and before inclusion, it finds its transaction again and sends nothing twice', async ({
    chain,
    soma,
  }) => {
    const stopMining = keepMining(chain);
    const truth = await askChain(chain.url);
    const address = await createAccount(soma.page);
    chain.control.fund(address, 100n * TAO);
    await expect.poll(async () => (await shownTotals(soma.page)).free).toBe(100n * TAO);
    const bobBefore = await truth.free(BOB);
    stopMining();

    await goTo(soma.page, 'Send');
    const send = new Panel(soma.page, 'Send');
    await send.fillSend(BOB, '12.5');
    await send.review();
    await send.approve();
    await expect.poll(() => chain.control.pendingHashes().length).toBe(1);
    await soma.crash();
    const stopAgain = keepMining(chain);
    await expect.poll(() => truth.free(BOB)).toBe(bobBefore + 12_500_000_000n);

    await soma.start();
    await unlock(soma.page);
    await goTo(soma.page, 'Activity');
    await expect(soma.page.getByRole('row').filter({ hasText: /[Ff]inal/u })).toHaveCount(1, { timeout: 60_000 });
    stopAgain();
    expect(await truth.nonce(address)).toBe(1);
    expect(await truth.free(BOB)).toBe(bobBefore + 12_500_000_000n);
    await truth.close();
  });

  test('killed after signing and before the node heard of it, it says the truth and sends nothing by itself', async ({
    chain,
    soma,
  }) => {
    const stopMining = keepMining(chain);
    const truth = await askChain(chain.url);
    const address = await createAccount(soma.page);
    chain.control.fund(address, 100n * TAO);
    await expect.poll(async () => (await shownTotals(soma.page)).free).toBe(100n * TAO);
    const bobBefore = await truth.free(BOB);

    await goTo(soma.page, 'Send');
    const send = new Panel(soma.page, 'Send');
    await send.fillSend(BOB, '12.5');
    await send.review();
    // The node goes deaf at the moment of approval: signed and journaled, never heard.
    chain.faults.set({ drop: ['author_submitExtrinsic', 'author_submitAndWatchExtrinsic'] });
    await send.approve();
    await expect(send.root.getByRole('list', { name: 'Progress' }).getByText('Signed')).toBeVisible();
    await soma.crash();
    chain.faults.clear();

    await soma.start();
    await unlock(soma.page);
    await goTo(soma.page, 'Activity');
    await expect(soma.page.getByRole('row').filter({ hasText: /[Ss]igned/u })).toHaveCount(1);
    chain.control.mine(80);
    await expect(soma.page.getByRole('row').filter({ hasText: /[Ee]xpired/u })).toHaveCount(1, { timeout: 60_000 });
    stopMining();
    expect(await truth.nonce(address)).toBe(0);
    expect(await truth.free(BOB)).toBe(bobBefore);
    await truth.close();
  });
});
