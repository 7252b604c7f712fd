import { describe, expect, test } from 'vitest';
import type { Coldkey } from '../../shared/units/index.ts';
import type { AccountRecord, Keys } from '../keys/index.ts';
import { KnownAccounts } from './known-accounts.ts';

const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' as Coldkey;
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Coldkey;
const record = (address: Coldkey): AccountRecord => ({
  id: 'acc-00000000',
  label: 'A',
  address,
  cryptoType: 'sr25519',
  hasMnemonic: true,
});

function fakeKeys() {
  const state = { records: [record(ALICE)] as AccountRecord[], isDown: false, change: () => {} };
  const keys: Pick<Keys, 'listAccounts' | 'onChange' | 'sign'> = {
    listAccounts: () => (state.isDown ? Promise.reject(new Error('down')) : Promise.resolve(state.records)),
    onChange: (listener) => {
      state.change = listener;
      return () => {
        state.change = () => {};
      };
    },
    sign: () => Promise.reject(new Error('not asked')),
  };
  return { state, keys };
}

describe('the known accounts', () => {
  test('follow the vault and tell only real changes', async () => {
    const { state, keys } = fakeKeys();
    const accounts = new KnownAccounts(keys);
    let changes = 0;
    accounts.onChange(() => {
      changes += 1;
    });
    await accounts.refresh();
    await accounts.refresh();
    expect([accounts.coldkeys, accounts.has(ALICE), accounts.has(BOB), changes]).toEqual([[ALICE], true, false, 1]);
    state.records = [record(ALICE), record(BOB)];
    state.change();
    await accounts.refresh();
    expect([accounts.has(BOB), changes]).toEqual([true, 2]);
  });
  test('stay as they were while the key worker is down', async () => {
    const { state, keys } = fakeKeys();
    const accounts = new KnownAccounts(keys);
    await accounts.refresh();
    state.isDown = true;
    await accounts.refresh();
    expect(accounts.coldkeys).toEqual([ALICE]);
  });
  test('give a signer for an own account only', async () => {
    const { keys } = fakeKeys();
    const accounts = new KnownAccounts(keys);
    await accounts.refresh();
    expect(accounts.signerFor(ALICE).address).toBe(ALICE);
    expect(() => accounts.signerFor(BOB)).toThrow('keys.account_missing');
  });
});
