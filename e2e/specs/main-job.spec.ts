import type { Page } from '@playwright/test';
import type { Simnet } from '../../simnet/index.ts';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { createAccount, unlock } from '../models/onboarding.ts';
import { goTo, Panel } from '../models/panel.ts';
import { openPositionAction, positionRow } from '../models/positions.ts';
import { BOB as BOB_ACCOUNT, OWN, TAO } from '../support/known.ts';
import { askChain, type Truth } from '../support/truth.ts';

const BOB = BOB_ACCOUNT.address;
/** How a list names him. */
const BOB_SHORT = BOB.slice(0, 4);

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

/** A funded account with 12.5 TAO to Bob under review, on a chain that stands still from then on. */
async function sendReviewed(page: Page, chain: Simnet): Promise<Panel> {
  const stopMining = keepMining(chain);
  await importFirstAccount(page, OWN.seed, 'Savings');
  chain.control.fund(OWN.address, 100n * TAO);
  await expect.poll(async () => (await shownTotals(page)).free).toBe(100n * TAO);
  await goTo(page, 'Send');
  const send = new Panel(page, 'Send');
  await send.fillSend(BOB, '12.5');
  await send.review();
  stopMining();
  return send;
}

async function chainMinedOn(chain: Simnet, enough: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      chain.control.mine();
      return enough();
    })
    .toBe(true);
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
    await openPositionAction(positionRow(page, 1, await aValidatorOn(truth, 1)), 'Unstake');
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
    line,
    soma,
  }) => {
    const truth = await askChain(chain.url);
    const send = await sendReviewed(soma.page, chain);
    const bobBefore = await truth.free(BOB);
    await send.approve();
    await expect.poll(() => chain.control.pendingHashes().length).toBe(1);
    await soma.crash();
    await chainMinedOn(chain, () => truth.nonce(OWN.address).then((nonce) => nonce === 1));

    await soma.start();
    await unlock(soma.page);
    const stopMining = keepMining(chain);
    await goTo(soma.page, 'Activity');
    const rows = soma.page.getByRole('table', { name: 'Transactions' }).getByRole('row').filter({ hasText: BOB_SHORT });
    await expect(rows.filter({ hasText: 'Finalized' })).toHaveCount(1);
    await expect(rows).toHaveCount(1);
    stopMining();
    expect(line.submissions).toBe(1);
    expect(await truth.nonce(OWN.address)).toBe(1);
    expect(await truth.free(BOB)).toBe(bobBefore + 12_500_000_000n);
    await truth.close();
  });

  test('killed after signing and before the node heard of it, it says so and sends nothing by itself', async ({
    chain,
    line,
    soma,
  }) => {
    const truth = await askChain(chain.url);
    const send = await sendReviewed(soma.page, chain);
    const bobBefore = await truth.free(BOB);
    line.swallowSubmissions();
    await send.approve();
    await expect(send.root.getByRole('list', { name: 'Progress' }).getByText('Signed: done')).toBeVisible();
    await soma.crash();
    line.swallow(undefined);

    await soma.start();
    await unlock(soma.page);
    const stopMining = keepMining(chain);
    await goTo(soma.page, 'Activity');
    const rows = soma.page.getByRole('table', { name: 'Transactions' }).getByRole('row').filter({ hasText: BOB_SHORT });
    await expect(rows.filter({ hasText: 'Unknown' })).toHaveCount(1);
    await rows.getByRole('button', { name: /^Details/u }).click();
    await expect(soma.page.getByText('What became of it is not known yet.')).toBeVisible();
    chain.control.mine(70);
    await expect(rows.filter({ hasText: 'Expired' })).toHaveCount(1);
    await expect(
      soma.page.getByRole('alert').filter({ hasText: 'It did not get into a block in time.' }),
    ).toBeVisible();
    stopMining();
    expect(line.submissions).toBe(1);
    expect(await truth.nonce(OWN.address)).toBe(0);
    expect(await truth.free(BOB)).toBe(bobBefore);
    expect(await truth.free(OWN.address)).toBe(100n * TAO);
    await truth.close();
  });
});
