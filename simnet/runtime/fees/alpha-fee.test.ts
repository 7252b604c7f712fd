import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { bookErrors } from '../books.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { stakeOf } from '../stake/position.ts';
import { SubnetAlphaIn } from '../storage/subnet.ts';
import { failureIn, TestChain } from '../test-kit.ts';

const TAO = 1_000_000_000n;

describe('a fee the balance cannot pay', () => {
  beforeAll(initRuntime);

  it('is paid from the stake that the call takes out, and from nothing else', () => {
    const chain = new TestChain(createRuntime({ emission: false }), buildGenesis('demo', 1));
    const hotkey = devAccount('Alice//hotkey').accountId;
    const dave = chain.account('Dave').accountId;
    const position = { hotkey, coldkey: dave, netuid: 1 };
    const dest = { type: 'Id', value: chain.account('Bob').accountId };
    chain.submit('Dave', 'SubtensorModule', 'add_stake', { hotkey, netuid: 1, amount_staked: 100n * TAO });
    chain.submit('Dave', 'Balances', 'transfer_all', { dest, keep_alive: true });
    expect(freeOf(chain.state, dave)).toBe(500n);

    const transfer = chain.sign('Dave', 'Balances', 'transfer_all', { dest, keep_alive: true });
    expect(chain.runtime.validate(chain.state, transfer, chain.context)).toEqual({ ok: false, kind: 'Payment' });

    const held = stakeOf(chain.state, position);
    const events = chain.submit('Dave', 'SubtensorModule', 'remove_stake', {
      hotkey,
      netuid: 1,
      amount_unstaked: held,
    });
    expect(failureIn(events)).toBeUndefined();
    const paid = events.find((event) => event.name === 'SubtensorModule.TransactionFeePaidWithAlpha')?.value as {
      alpha_fee: bigint;
      tao_amount: bigint;
    };
    // The fee is sold first and tells so; what it was stands behind the call's own events.
    const names = events.map(({ name }) => name).filter((name) => name.startsWith('SubtensorModule.'));
    expect(names).toEqual(
      ['StakeRemoved', 'StakeRemoved', 'TransactionFeePaidWithAlpha'].map((name) => `SubtensorModule.${name}`),
    );
    const [sold, removed] = events
      .filter((event) => event.name === 'SubtensorModule.StakeRemoved')
      .map(({ value }) => value as [unknown, unknown, bigint, bigint]);
    if (sold === undefined || removed === undefined) throw new Error('the sale or the exit is missing');
    expect([sold[2], sold[3]]).toEqual([paid.tao_amount, paid.alpha_fee]);
    expect(removed[3] + paid.alpha_fee).toBe(held);
    expect(freeOf(chain.state, dave)).toBe(500n + removed[2]);
    expect(paid.tao_amount).toBeGreaterThan(800_000n);
    expect(stakeOf(chain.state, position)).toBe(0n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('is paid by a part of a position that the pool could never take as a whole', () => {
    const chain = new TestChain(createRuntime({ emission: false }), buildGenesis('demo', 1));
    const hotkey = devAccount('Alice//hotkey').accountId;
    const position = { hotkey, coldkey: chain.account('Dave').accountId, netuid: 1 };
    const dest = { type: 'Id', value: chain.account('Bob').accountId };
    chain.submit('Dave', 'SubtensorModule', 'add_stake', { hotkey, netuid: 1, amount_staked: 100n * TAO });
    chain.submit('Dave', 'Balances', 'transfer_all', { dest, keep_alive: true });
    const held = stakeOf(chain.state, position);
    SubnetAlphaIn.set(chain.state, held / 2_000n, 1);
    const args = { hotkey, netuid: 1, amount_unstaked: held / 2_000n };
    const events = chain.submit('Dave', 'SubtensorModule', 'remove_stake', args);
    expect(failureIn(events)).toBeUndefined();
    expect(events.some((event) => event.name === 'SubtensorModule.TransactionFeePaidWithAlpha')).toBe(true);
    expect(stakeOf(chain.state, position)).toBeLessThan(held - held / 2_000n);
  });
});
