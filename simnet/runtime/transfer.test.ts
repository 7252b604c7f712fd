import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis } from '../scenarios/index.ts';
import { freeOf } from './balances/account.ts';
import { createRuntime, initRuntime } from './index.ts';
import { callOf, feeIn, signedExtrinsic, TestChain } from './test-kit.ts';

const TAO = 1_000_000_000n;

describe('a transfer', () => {
  let chain: TestChain;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('demo', 1));
  });

  it('moves the amount, takes the fee and says so in order', () => {
    const alice = chain.account('Alice').accountId;
    const fresh = `0x${'ab'.repeat(32)}` as const;
    const before = freeOf(chain.state, alice);
    const events = chain.submit('Alice', 'Balances', 'transfer_keep_alive', {
      dest: { type: 'Id', value: fresh },
      value: 12n * TAO,
    });
    expect(events.map((event) => event.name)).toEqual([
      'Balances.Withdraw',
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Transfer',
      'System.NewAccount',
      'Balances.Endowed',
      'Balances.Deposit',
      'TransactionPayment.TransactionFeePaid',
      'System.ExtrinsicSuccess',
    ]);
    const fee = feeIn(events);
    expect(freeOf(chain.state, fresh)).toBe(12n * TAO);
    expect(before - freeOf(chain.state, alice)).toBe(12n * TAO + fee);
    expect(fee).toBeGreaterThan(134_000n);
    expect(fee).toBeLessThan(136_500n);
  });

  it('is refused with a stale nonce, a wrong spec version and a wrong genesis', () => {
    const args = { dest: { type: 'Id', value: chain.account('Bob').accountId }, value: TAO };
    chain.submit('Alice', 'Balances', 'transfer_keep_alive', args);
    const check = (bytes: Uint8Array) => chain.runtime.validate(chain.state, bytes, chain.context);
    expect(check(chain.sign('Alice', 'Balances', 'transfer_keep_alive', args, { nonce: 0 }))).toEqual({
      ok: false,
      kind: 'Stale',
    });
    expect(check(chain.sign('Alice', 'Balances', 'transfer_keep_alive', args, { specVersion: 423 }))).toEqual({
      ok: false,
      kind: 'BadProof',
    });
    expect(
      check(chain.sign('Alice', 'Balances', 'transfer_keep_alive', args, { genesisHash: new Uint8Array(32) })),
    ).toEqual({ ok: false, kind: 'BadProof' });
    expect(
      check(
        signedExtrinsic(chain.runtime, chain.account('Alice'), callOf('Balances', 'transfer_keep_alive', args), {
          nonce: 1,
        }),
      ).ok,
    ).toBe(true);
  });
});
