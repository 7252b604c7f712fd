import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis } from '../../scenarios/index.ts';
import { bookErrors } from '../books.ts';
import { DispatchFailure } from '../dispatch-error.ts';
import { Exec } from '../exec.ts';
import { mintInto } from '../genesis.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { MapState } from '../overlay.ts';
import { Account, BalancesIssuance } from '../storage/system.ts';
import { failureIn, feeIn, TestChain } from '../test-kit.ts';
import { freeOf } from './account.ts';
import { transfer } from './transfer.ts';

const TAO = 1_000_000_000n;
const who = (index: number): AccountId => `0x${index.toString(16).padStart(64, '0')}`;

describe('transfers', () => {
  let chain: TestChain;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('edge', 1));
  });
  const dest = (account: AccountId) => ({ type: 'Id', value: account });
  const names = (events: ReturnType<TestChain['block']>) => events.map((event) => event.name);

  it('reap the sender when allowed, and say what was lost', () => {
    const dave = chain.account('Dave').accountId;
    // Amounts of the same encoded length, so that what was paid before is what will be paid again.
    const send = (call: string, value: bigint) => chain.submit('Dave', 'Balances', call, { dest: dest(who(5)), value });
    const keepFee = feeIn(send('transfer_keep_alive', 400n * TAO));
    const deathFee = feeIn(send('transfer_allow_death', 600n * TAO));
    const tooMuch = freeOf(chain.state, dave) - keepFee - 499n;
    expect(failureIn(send('transfer_keep_alive', tooMuch))).toBe('Token.NotExpendable');
    const left = freeOf(chain.state, dave) - deathFee - 499n;
    const events = send('transfer_allow_death', left);
    expect(names(events).slice(0, 4)).toEqual([
      'Balances.Withdraw',
      'System.KilledAccount',
      'Balances.DustLost',
      'Balances.Transfer',
    ]);
    expect(Account.has(chain.state, dave)).toBe(false);
    expect(bookErrors(chain.state).filter((error) => !error.startsWith('issuance of the two'))).toEqual([]);
  });

  it('fail by name', () => {
    const submit = (call: string, args: unknown) => failureIn(chain.submit('Eve', 'Balances', call, args));
    expect(submit('transfer_keep_alive', { dest: dest(who(5)), value: 9_000n * TAO })).toBe('Token.FundsUnavailable');
    expect(submit('transfer_keep_alive', { dest: dest(who(5)), value: 499n })).toBe('Token.BelowMinimum');
    expect(submit('transfer_keep_alive', { dest: { type: 'Index', value: undefined }, value: TAO })).toBe(
      'CannotLookup',
    );
    expect(submit('force_transfer', { source: dest(who(5)), dest: dest(who(6)), value: TAO })).toBe('BadOrigin');
    expect(failureIn(chain.submit('Eve', 'System', 'apply_authorized_upgrade', { code: new Uint8Array(8) }))).toBe(
      'System.NothingAuthorized',
    );
  });

  it('of everything leave the deposit or nothing', () => {
    const ferdie = chain.account('Ferdie').accountId;
    chain.submit('Ferdie', 'Balances', 'transfer_all', { dest: dest(who(7)), keep_alive: true });
    expect(freeOf(chain.state, ferdie)).toBe(500n);
    const eve = chain.account('Eve').accountId;
    chain.submit('Eve', 'Balances', 'transfer_all', { dest: dest(who(7)), keep_alive: false });
    expect(Account.has(chain.state, eve)).toBe(false);
  });

  it('never create or lose money, whatever the order', () => {
    const step = fc.tuple(fc.nat(4), fc.nat(4), fc.bigInt({ min: 0n, max: 3_000n }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const state = new MapState();
        for (let index = 0; index < 3; index += 1) mintInto(state, who(index), 2_000n);
        const exec = new Exec(state, 1, { type: 'Initialization' });
        for (const [from, to, amount, keepAlive] of steps) {
          const failure = exec.attempt(() => transfer(exec, who(from), who(to), amount, keepAlive));
          if (failure !== undefined) expect(failure).toBeInstanceOf(DispatchFailure);
          const all = [...Account.entries(state)];
          expect(all.reduce((sum, [, account]) => sum + account.data.free, 0n)).toBe(BalancesIssuance.get(state));
          for (const [, account] of all) expect(account.data.free).toBeGreaterThanOrEqual(500n);
        }
      }),
    );
  });
});

describe('batches', () => {
  let chain: TestChain;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('edge', 1));
  });
  const send = (index: number, value: bigint) => ({
    type: 'Balances',
    value: { type: 'transfer_keep_alive', value: { dest: { type: 'Id', value: who(index) }, value } },
  });
  const calls = [send(11, TAO), send(12, 9_000_000n * TAO), send(13, TAO)];
  const utility = (name: string) =>
    chain
      .submit('Alice', 'Utility', name, { calls })
      .filter((event) => event.name.startsWith('Utility') || event.name.startsWith('System.Extrinsic'));

  it('stop at the first failure', () => {
    expect(utility('batch').map((event) => event.name)).toEqual([
      'Utility.ItemCompleted',
      'Utility.BatchInterrupted',
      'System.ExtrinsicSuccess',
    ]);
    expect([11, 12, 13].map((index) => freeOf(chain.state, who(index)))).toEqual([TAO, 0n, 0n]);
  });

  it('are all or nothing when asked', () => {
    const events = utility('batch_all');
    expect(events.map((event) => event.name)).toEqual(['System.ExtrinsicFailed']);
    expect(failureIn(events)).toBe('Token.FundsUnavailable');
    expect([11, 12, 13].map((index) => freeOf(chain.state, who(index)))).toEqual([0n, 0n, 0n]);
  });

  it('go on past failures when forced', () => {
    expect(utility('force_batch').map((event) => event.name)).toEqual([
      'Utility.ItemCompleted',
      'Utility.ItemFailed',
      'Utility.ItemCompleted',
      'Utility.BatchCompletedWithErrors',
      'System.ExtrinsicSuccess',
    ]);
    expect([11, 12, 13].map((index) => freeOf(chain.state, who(index)))).toEqual([TAO, 0n, TAO]);
  });

  it('do not nest', () => {
    const nested = { calls: [{ type: 'Utility', value: { type: 'batch', value: { calls: [] } } }] };
    expect(failureIn(chain.submit('Alice', 'Utility', 'batch_all', nested))).toBe('System.CallFiltered');
  });
});
