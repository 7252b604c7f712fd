import type { Page } from '@playwright/test';
import { Keyring } from '@polkadot/keyring';
import type { Simnet } from '../../simnet/index.ts';
import { expect, test } from '../fixtures/test.ts';
import { importFirstAccount } from '../models/import.ts';
import { beginImport, lock, nameAndOpen, PASSWORD, unlock } from '../models/onboarding.ts';
import { goTo, Panel } from '../models/panel.ts';
import { banner, fieldError } from '../models/sentences.ts';
import { BOB, OWN, TAO, WORDS } from '../support/known.ts';
import type { Line } from '../support/line.ts';
import { askChain, type Truth } from '../support/truth.ts';

const EXISTENTIAL_DEPOSIT = 500n;
/** A key nobody funded. */
const NOBODY = '5C62Ck4UrFPiBtoCmeSrgF7x9yv9mn38446dhCpsi2mLHiFT';

/** Base units as a person types them. */
const typed = (rao: bigint): string => `${rao / TAO}.${String(rao % TAO).padStart(9, '0')}`;

async function fundedUser(page: Page, chain: Simnet): Promise<void> {
  chain.control.fund(OWN.address, 100n * TAO);
  await importFirstAccount(page, OWN.seed, 'Savings');
  await expect(
    page
      .locator('main')
      .locator(`[data-base-units="${100n * TAO}"]`)
      .first(),
  ).toBeVisible();
}

async function expectNothingSigned(line: Line, truth: Truth): Promise<void> {
  expect(line.submissions).toBe(0);
  expect(await truth.nonce(OWN.address)).toBe(0);
  expect(await truth.free(OWN.address)).toBe(100n * TAO);
  await truth.close();
}

test.use({ chainOptions: { scenario: 'demo', blockTimeMs: 500, emission: false } });

test('every wrong amount and address has its own sentence and never gets as far as a review', async ({
  chain,
  line,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  await goTo(page, 'Send');
  const send = new Panel(page, 'Send');
  const said = new Map<string, string>();

  const amounts: readonly (readonly [string, string])[] = [
    ['', 'Type an amount.'],
    ['0', 'The amount must be more than zero.'],
    ['0.000000000', 'The amount must be more than zero.'],
    ['-1', 'Use only digits and at most one dot, like 12.5.'],
    ['+1', 'Use only digits and at most one dot, like 12.5.'],
    ['1e3', 'Write all the digits: 1000 rather than 1e3.'],
    ['0x10', 'Use only digits and at most one dot, like 12.5.'],
    ['1,5', 'Use only digits and at most one dot, like 12.5.'],
    ['1.5.5', 'Use only digits and at most one dot, like 12.5.'],
    ['１２', 'Use only digits and at most one dot, like 12.5.'],
    ['1.0000000001', 'At most nine decimals: the chain counts no finer.'],
    ['99999999999', 'This is more than can exist.'],
  ];
  for (const [amount, sentence] of amounts) {
    await send.fillSend(BOB.address, '1');
    await send.fillSend(BOB.address, amount);
    await send.root.getByLabel('Recipient').focus();
    expect(await fieldError(send.root, 'Amount'), `the amount "${amount}"`).toBe(sentence);
    await expect(send.reviewButton).toBeDisabled();
    said.set(sentence, 'amount');
  }

  const addresses: readonly (readonly [string, string])[] = [
    ['', 'Type or paste the address of the recipient.'],
    [`${BOB.address.slice(0, -1)}z`, 'This is not an address: a character is missing, added or wrong.'],
    ['25GUyv', 'This is not an address: a character is missing, added or wrong.'],
    [BOB.uri, 'This is not an address: a character is missing, added or wrong.'],
    [BOB.prefix0, 'This address belongs to a different network.'],
    [BOB.hex, 'This is a public key in hexadecimal.'],
    [` ${BOB.address}`, 'There is a blank or an invisible character in it.'],
    [OWN.address, 'This is the account you are sending from.'],
  ];
  for (const [address, sentence] of addresses) {
    await send.fillSend(BOB.address, '1');
    await send.fillSend(address, '1');
    await send.root.getByLabel('Amount', { exact: true }).focus();
    expect(await fieldError(send.root, 'Recipient'), `the address "${address}"`).toContain(sentence);
    await expect(send.reviewButton).toBeDisabled();
    said.set(sentence, 'address');
  }
  expect(said.size).toBe(6 + 6);

  await send.fillSend(OWN.lookalike, '1');
  await expect(
    banner(send.root, 'Stop: this looks like your account Savings, but is a different address.'),
  ).toBeVisible();
  await expect(send.root.getByText('You pay')).toBeVisible();
  await expect(send.reviewButton).toBeDisabled();
  await expectNothingSigned(line, truth);
});

test('what the chain would refuse is said before it is signed: balance, deposits, minimum stake, tolerance', async ({
  chain,
  line,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  await goTo(page, 'Send');
  const send = new Panel(page, 'Send');

  await send.fillSend(BOB.address, '1000');
  await expect(banner(send.root, 'There is not enough on this account.')).toBeVisible();
  await expect(send.reviewButton).toBeDisabled();

  await send.fillSend(BOB.address, '1');
  await expect(send.reviewButton).toBeEnabled();
  const fee = await send.figure('Network fee');
  await send.fillSend(BOB.address, typed(100n * TAO - fee - EXISTENTIAL_DEPOSIT + 1n));
  await expect(banner(send.root, 'This would close the account.')).toBeVisible();
  await expect(send.reviewButton).toBeDisabled();

  await send.fillSend(NOBODY, typed(EXISTENTIAL_DEPOSIT - 1n));
  await expect(banner(send.root, 'The recipient would receive too little to exist.')).toBeVisible();
  await expect(send.reviewButton).toBeDisabled();
  await send.root.getByRole('button', { name: 'Cancel' }).click();

  await goTo(page, 'Portfolio');
  await page.getByRole('button', { name: 'Stake', exact: true }).first().click();
  const stake = new Panel(page, 'Stake');
  const hotkey = (await truth.validatorOn(1)) ?? '';
  await stake.fillStake(1, hotkey, '0.0000001');
  await expect(banner(stake.root, 'This is below the smallest stake the chain accepts.')).toBeVisible();
  await expect(stake.reviewButton).toBeDisabled();

  await stake.fillStake(1, hotkey, '1');
  const tolerances: readonly (readonly [string, string])[] = [
    ['', 'Type a tolerance, like 0.5.'],
    ['0', 'A tolerance of 0 would let any price move refuse the trade. 0.5 is usual.'],
    ['51', 'More than 50 percent would protect you from nothing. 0.5 is usual.'],
    ['100', 'More than 50 percent would protect you from nothing. 0.5 is usual.'],
    ['-1', 'Use a percentage above 0 with at most four decimals, like 0.5.'],
    ['NaN', 'Use a percentage above 0 with at most four decimals, like 0.5.'],
    ['0,5', 'Use a percentage above 0 with at most four decimals, like 0.5.'],
  ];
  for (const [tolerance, sentence] of tolerances) {
    await stake.root.getByLabel('Tolerance').fill(tolerance);
    expect(await fieldError(stake.root, 'Tolerance'), `the tolerance "${tolerance}"`).toBe(sentence);
    await expect(stake.reviewButton).toBeDisabled();
  }
  await stake.root.getByLabel('Tolerance').fill('0.5');
  await expect(stake.reviewButton).toBeEnabled();
  await expectNothingSigned(line, truth);
});

test('a wrong password changes nothing: the review is kept, the lock stays shut', async ({
  chain,
  line,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  await goTo(page, 'Send');
  const send = new Panel(page, 'Send');
  await send.fillSend(BOB.address, '12.5');
  await send.review();
  await send.approve('wrong horse battery staple');
  expect(await fieldError(send.root, 'Password')).toContain('That is not the password. Nothing was changed.');
  await expect(send.root.getByRole('heading', { name: /^Send 12\.5 τ/u })).toBeVisible();
  await expect(send.approveButton).toBeVisible();
  await expectNothingSigned(line, truth);

  await lock(page);
  await unlock(page, 'wrong horse battery staple');
  expect(await fieldError(page.locator('main'), 'Password')).toContain('That is not the password.');
  await expect(page.getByRole('heading', { name: 'Soma is locked' })).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  expect(line.submissions).toBe(0);
});

test('a wrong key to import and a wrong endpoint are refused in words, and saved nowhere', async ({
  soma: { page },
  line,
}) => {
  await beginImport(page, 'Words');
  const main = page.locator('main');
  const tenWords = WORDS.mnemonic.split(' ').slice(0, 10).join(' ');
  const words: readonly (readonly [string, string])[] = [
    [`${tenWords} thank`, 'These are not recovery words.'],
    [`${tenWords} thank thank`, 'These words do not belong together.'],
    [`${tenWords} thank yelow`, 'Word 12 is not one of the 2048 recovery words.'],
  ];
  for (const [text, sentence] of words) {
    await page.getByLabel('Recovery words').fill(text);
    await page.getByRole('button', { name: 'Show the address' }).click();
    await expect(banner(main, sentence)).toBeVisible();
  }

  await page.getByRole('tab', { name: 'Raw seed' }).click();
  await page.getByRole('textbox', { name: 'Raw seed' }).fill(OWN.seed.slice(1));
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await fieldError(main, 'Raw seed')).toBe('A raw seed has exactly 64 hexadecimal digits (0-9, a-f).');

  const file = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(BOB.uri).toJson('file password');
  const files: readonly (readonly [string, string])[] = [
    ['{ not json', 'This is not an account export Soma can read.'],
    ['{"address":"5"}', 'This is not an account export Soma can read.'],
    [JSON.stringify(file), 'The file does not open with that password.'],
    [
      JSON.stringify({ ...file, address: OWN.address }),
      'The address written in this file is not the address of its key.',
    ],
  ];
  for (const [text, sentence] of files) {
    await page.getByRole('tab', { name: 'JSON file' }).click();
    await page.getByLabel('Or its text').fill(text);
    await page
      .getByLabel('Password of the file')
      .fill(sentence.startsWith('The address') ? 'file password' : 'another password');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Account name').fill('Savings');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Repeat the password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Import the account' }).click();
    await expect(banner(main, sentence)).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
  }

  await page.getByRole('tab', { name: 'Words' }).click();
  await page.getByLabel('Recovery words').fill(WORDS.mnemonic);
  await page.getByRole('button', { name: 'Show the address' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await nameAndOpen(page, 'Savings')).toBe(WORDS.address);

  await goTo(page, 'Settings');
  const endpoints: readonly (readonly [string, string])[] = [
    ['', 'Type an address, or remove this line.'],
    ['somewhere', 'This is not an address.'],
    ['http://node.example', 'An endpoint begins with wss://'],
    ['ws://node.example', 'Unencrypted ws:// is only for a node on this computer.'],
    ['wss://me:secret@node.example', 'An endpoint must not carry a user name or password.'],
  ];
  for (const [url, sentence] of endpoints) {
    await page.getByLabel('Endpoint 1', { exact: true }).fill(url);
    await page.getByRole('button', { name: 'Save endpoints' }).click();
    expect(await fieldError(main, 'Endpoint 1'), `the endpoint "${url}"`).toContain(sentence);
  }

  // The wrong network: an endpoint of another chain under the name of the real one.
  await page.getByRole('radio', { name: /Bittensor \(finney\)/u }).check();
  await page.getByRole('button', { name: 'Remove endpoint 3' }).click();
  await page.getByRole('button', { name: 'Remove endpoint 2' }).click();
  await page.getByLabel('Endpoint 1', { exact: true }).fill(line.url);
  await page.getByRole('button', { name: 'Save endpoints' }).click();
  await page.getByRole('button', { name: 'Use Bittensor (finney)' }).click();
  await expect(banner(main, 'This endpoint serves a different chain.')).toBeVisible();
});

test('a price that moves beyond the limit after the review costs the fee and nothing else', async ({
  chain,
  soma: { page },
}) => {
  const truth = await askChain(chain.url);
  await fundedUser(page, chain);
  const hotkey = (await truth.validatorOn(1)) ?? '';
  await page.getByRole('button', { name: 'Stake', exact: true }).first().click();
  const stake = new Panel(page, 'Stake');
  await stake.fillStake(1, hotkey, '10');
  await stake.root.getByLabel('Tolerance').fill('0.1');
  await stake.review();
  const price = await truth.price(1);
  await truth.stakeAs(BOB.uri, hotkey, 1, 5_000n * TAO);
  expect(await truth.price(1)).toBeGreaterThan((price * 1002n) / 1000n);
  await stake.approve();
  await expect(
    stake.root.getByRole('alert').filter({ hasText: /crossed your limit price|beyond your limit/u }),
  ).toBeVisible();
  await expect.poll(() => truth.nonce(OWN.address)).toBe(1);
  expect(await truth.free(OWN.address)).toBeLessThan(100n * TAO);
  expect(await truth.free(OWN.address)).toBeGreaterThan(100n * TAO - TAO / 100n);
  expect(await truth.positions(OWN.address)).toEqual([]);
  await truth.close();
});
