import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount, EDGE_NETUIDS, type Scenario } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { bookErrors } from '../books.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { Delegates } from '../storage/hotkeys.ts';
import { SubnetAlphaIn, SubnetTAO } from '../storage/subnet.ts';
import { ask, failureIn, feeIn, type SeenEvent, TestChain } from '../test-kit.ts';
import { stakeOf } from './position.ts';

const TAO = 1_000_000_000n;
const U64_MAX = (1n << 64n) - 1n;

interface Quote {
  readonly tao_amount: bigint;
  readonly alpha_amount: bigint;
  readonly tao_fee: bigint;
  readonly alpha_fee: bigint;
}

function chainOf(scenario: Scenario): TestChain {
  return new TestChain(createRuntime({ emission: false }), buildGenesis(scenario, 1));
}

function valueIn(events: readonly SeenEvent[], name: string): unknown {
  return events.find((event) => event.name === `SubtensorModule.${name}`)?.value;
}

describe('staking', () => {
  let chain: TestChain;
  let hotkey: AccountId;
  let charlie: AccountId;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = chainOf('demo');
    hotkey = devAccount('Alice//hotkey').accountId;
    charlie = chain.account('Charlie').accountId;
  });
  const stake = (netuid: number, who = charlie) => stakeOf(chain.state, { hotkey, coldkey: who, netuid });
  const submit = (call: string, args: unknown) => chain.submit('Charlie', 'SubtensorModule', call, args);

  it('gives exactly what the quote said, and takes exactly amount and fee from the balance', () => {
    const quote = ask(chain, 'SwapRuntimeApi', 'sim_swap_tao_for_alpha', 1, 10n * TAO) as Quote;
    const before = freeOf(chain.state, charlie);
    const events = submit('add_stake', { hotkey, netuid: 1, amount_staked: 10n * TAO });
    expect(failureIn(events)).toBeUndefined();
    expect(stake(1)).toBe(quote.alpha_amount);
    expect(valueIn(events, 'StakeAdded')).toEqual([charlie, hotkey, 10n * TAO, quote.alpha_amount, 1, quote.tao_fee]);
    expect(quote.tao_amount + quote.tao_fee).toBe(10n * TAO);
    expect(before - freeOf(chain.state, charlie)).toBe(10n * TAO + feeIn(events));
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('pays exactly what the quote said when it is taken back, and forgets the position', () => {
    submit('add_stake', { hotkey, netuid: 1, amount_staked: 10n * TAO });
    const held = stake(1);
    const quote = ask(chain, 'SwapRuntimeApi', 'sim_swap_alpha_for_tao', 1, held) as Quote;
    const before = freeOf(chain.state, charlie);
    const events = submit('remove_stake', { hotkey, netuid: 1, amount_unstaked: U64_MAX });
    expect(valueIn(events, 'StakeRemoved')).toEqual([charlie, hotkey, quote.tao_amount, held, 1, quote.alpha_fee]);
    expect(freeOf(chain.state, charlie) - before).toBe(quote.tao_amount - feeIn(events));
    expect(stake(1)).toBe(0n);
    expect(ask(chain, 'StakeInfoRuntimeApi', 'get_stake_info_for_coldkey', charlie)).toEqual([]);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('is one to one and free of swap fees on root', () => {
    const events = submit('add_stake', { hotkey, netuid: 0, amount_staked: 5n * TAO });
    expect(valueIn(events, 'StakeAdded')).toEqual([charlie, hotkey, 5n * TAO, 5n * TAO, 0, 0n]);
    expect(stake(0)).toBe(5n * TAO);
    const back = submit('remove_stake', { hotkey, netuid: 0, amount_unstaked: 5n * TAO });
    expect(valueIn(back, 'StakeRemoved')).toEqual([charlie, hotkey, 5n * TAO, 5n * TAO, 0, 0n]);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it.each([
    ['add_stake', { netuid: 1, amount_staked: 2_001_007n }, 'SubtensorModule.AmountTooLow'],
    ['add_stake', { netuid: 99, amount_staked: TAO }, 'SubtensorModule.SubnetNotExists'],
    ['add_stake', { netuid: 1, amount_staked: 1_000_000n * TAO }, 'SubtensorModule.NotEnoughBalanceToStake'],
    [
      'add_stake',
      { netuid: 1, amount_staked: TAO, hotkey: `0x${'11'.repeat(32)}` },
      'SubtensorModule.HotKeyAccountNotExists',
    ],
    ['remove_stake', { netuid: 1, amount_unstaked: TAO }, 'SubtensorModule.NotEnoughStakeToWithdraw'],
    [
      'remove_stake_limit',
      { netuid: 1, amount_unstaked: TAO, limit_price: 1n, allow_partial: true },
      'SubtensorModule.NotEnoughStakeToWithdraw',
    ],
    [
      'add_stake_limit',
      { netuid: 1, amount_staked: TAO, limit_price: 1n, allow_partial: true },
      'Swap.PriceLimitExceeded',
    ],
    [
      'add_stake_limit',
      { netuid: 8, amount_staked: 500n * TAO, limit_price: 2_600_000n, allow_partial: false },
      'SubtensorModule.SlippageTooHigh',
    ],
    [
      'add_stake_limit',
      { netuid: 0, amount_staked: TAO, limit_price: 999_999_999n, allow_partial: false },
      'SubtensorModule.SlippageTooHigh',
    ],
    ['swap_stake', { origin_netuid: 1, destination_netuid: 1, alpha_amount: TAO }, 'SubtensorModule.SameNetuid'],
  ])('%s fails by name: %o -> %s', (call, args, error) => {
    const before = freeOf(chain.state, charlie);
    const events = submit(call, { hotkey, ...args });
    expect(failureIn(events)).toBe(error);
    // The fee is gone all the same, and nothing else.
    expect(before - freeOf(chain.state, charlie)).toBe(feeIn(events));
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('accepts the smallest amount that covers minimum and fee', () => {
    expect(failureIn(submit('add_stake', { hotkey, netuid: 1, amount_staked: 2_001_008n }))).toBeUndefined();
  });

  it('refuses to take out too little unless it is everything', () => {
    submit('add_stake', { hotkey, netuid: 1, amount_staked: TAO });
    expect(failureIn(submit('remove_stake', { hotkey, netuid: 1, amount_unstaked: 1_000n }))).toBe(
      'SubtensorModule.AmountTooLow',
    );
    expect(
      failureIn(submit('remove_stake', { hotkey, netuid: 1, amount_unstaked: stake(1) - 1_000n })),
    ).toBeUndefined();
    expect(stake(1)).toBe(1_000n);
    expect(failureIn(submit('remove_stake', { hotkey, netuid: 1, amount_unstaked: 1_000n }))).toBeUndefined();
    expect(stake(1)).toBe(0n);
  });

  it('fills part of an order up to the limit price and leaves the rest', () => {
    const price = ask(chain, 'SwapRuntimeApi', 'current_alpha_price', 8) as bigint;
    const limit = (price * 105n) / 100n;
    const events = submit('add_stake_limit', {
      hotkey,
      netuid: 8,
      amount_staked: 500n * TAO,
      limit_price: limit,
      allow_partial: true,
    });
    const [, , tao] = valueIn(events, 'StakeAdded') as readonly [unknown, unknown, bigint];
    expect(tao).toBeLessThan(500n * TAO);
    const after = ask(chain, 'SwapRuntimeApi', 'current_alpha_price', 8) as bigint;
    expect(after).toBeLessThanOrEqual(limit);
    expect(limit - after).toBeLessThan(limit / 1_000_000n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('leaves fully above a floor, or not at all', () => {
    submit('add_stake', { hotkey, netuid: 1, amount_staked: 50n * TAO });
    const price = ask(chain, 'SwapRuntimeApi', 'current_alpha_price', 1) as bigint;
    expect(failureIn(submit('remove_stake_full_limit', { hotkey, netuid: 1, limit_price: price - 1n }))).toBe(
      'SubtensorModule.SlippageTooHigh',
    );
    expect(
      failureIn(submit('remove_stake_full_limit', { hotkey, netuid: 1, limit_price: price / 2n })),
    ).toBeUndefined();
    expect(stake(1)).toBe(0n);
  });

  it('moves, swaps and transfers positions with their own events', () => {
    const other = [...Delegates.entries(chain.state)].map(([[key]]) => key).find((key) => key !== hotkey);
    submit('add_stake', { hotkey, netuid: 1, amount_staked: 100n * TAO });
    const moved = submit('move_stake', {
      origin_hotkey: hotkey,
      destination_hotkey: other,
      origin_netuid: 1,
      destination_netuid: 1,
      alpha_amount: 5n * TAO,
    });
    expect((valueIn(moved, 'StakeMoved') as unknown[]).slice(0, 5)).toEqual([charlie, hotkey, 1, other, 1]);
    const swapped = submit('swap_stake', { hotkey, origin_netuid: 1, destination_netuid: 2, alpha_amount: 20n * TAO });
    expect(swapped.map((event) => event.name)).toEqual([
      'Balances.Withdraw',
      'SubtensorModule.StakeRemoved',
      'Balances.Transfer',
      'SubtensorModule.StakeAdded',
      'SubtensorModule.StakeSwapped',
      'Balances.Deposit',
      'TransactionPayment.TransactionFeePaid',
      'System.ExtrinsicSuccess',
    ]);
    // Charged once: the second leg is free.
    expect((valueIn(swapped, 'StakeAdded') as unknown[])[5]).toBe(0n);
    const dave = chain.account('Dave').accountId;
    const given = submit('transfer_stake', {
      destination_coldkey: dave,
      hotkey,
      origin_netuid: 2,
      destination_netuid: 2,
      alpha_amount: U64_MAX,
    });
    expect((valueIn(given, 'StakeTransferred') as unknown[]).slice(0, 5)).toEqual([charlie, dave, hotkey, 2, 2]);
    expect(stake(2)).toBe(0n);
    expect(stake(2, dave)).toBeGreaterThan(0n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('swaps under a limit on the ratio of prices', () => {
    submit('add_stake', { hotkey, netuid: 1, amount_staked: 2_000n * TAO });
    const [a, b] = [1, 8].map((netuid) => ask(chain, 'SwapRuntimeApi', 'current_alpha_price', netuid) as bigint);
    const ratio = ((a ?? 0n) * TAO) / (b ?? 1n);
    const args = { hotkey, origin_netuid: 1, destination_netuid: 8, alpha_amount: stake(1) };
    expect(failureIn(submit('swap_stake_limit', { ...args, limit_price: ratio * 2n, allow_partial: true }))).toBe(
      'Swap.PriceLimitExceeded',
    );
    expect(
      failureIn(submit('swap_stake_limit', { ...args, limit_price: (ratio * 9n) / 10n, allow_partial: false })),
    ).toBe('SubtensorModule.SlippageTooHigh');
    expect(
      failureIn(submit('swap_stake_limit', { ...args, limit_price: (ratio * 9n) / 10n, allow_partial: true })),
    ).toBeUndefined();
    const [c, d] = [1, 8].map((netuid) => ask(chain, 'SwapRuntimeApi', 'current_alpha_price', netuid) as bigint);
    expect(((c ?? 0n) * TAO) / (d ?? 1n)).toBeGreaterThanOrEqual((ratio * 9n) / 10n - 10n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('unstakes everything from a hotkey, or everything but root into root', () => {
    for (const netuid of [0, 1, 2, 7]) submit('add_stake', { hotkey, netuid, amount_staked: 20n * TAO });
    const restaked = submit('unstake_all_alpha', { hotkey });
    expect(restaked.filter((event) => event.name === 'SubtensorModule.StakeRemoved')).toHaveLength(3);
    expect(stake(0)).toBeGreaterThan(79n * TAO);
    submit('add_stake', { hotkey, netuid: 1, amount_staked: 20n * TAO });
    expect(
      submit('unstake_all', { hotkey }).filter((event) => event.name === 'SubtensorModule.StakeRemoved'),
    ).toHaveLength(2);
    expect([0, 1, 2, 7].map((netuid) => stake(netuid))).toEqual([0n, 0n, 0n, 0n]);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('answers zero when a swap cannot happen', () => {
    const zero = { tao_amount: 0n, alpha_amount: 0n, tao_fee: 0n, alpha_fee: 0n, tao_slippage: 0n, alpha_slippage: 0n };
    const sim = (netuid: number, amount: bigint) =>
      ask(chain, 'SwapRuntimeApi', 'sim_swap_tao_for_alpha', netuid, amount);
    expect(sim(99, TAO)).toEqual(zero);
    expect(sim(1, 0n)).toEqual(zero);
    expect(sim(1, SubnetTAO.get(chain.state, 1) * 1000n + 1n)).toEqual(zero);
    expect(sim(1, TAO)).not.toEqual(zero);
  });
});

describe('quotes', () => {
  beforeAll(initRuntime);

  it.each<Scenario>(['demo', 'edge'])('equal execution on every subnet of %s, whatever the amount', (scenario) => {
    const chain = chainOf(scenario);
    const hotkey = [...Delegates.entries(chain.state)].map(([[key]]) => key)[0];
    const charlie = chain.account('Charlie').accountId;
    fc.assert(
      fc.property(fc.nat(8), fc.bigInt({ min: 1_000_000n, max: 200n * TAO }), (netuid, amount) => {
        const before = stakeOf(chain.state, { hotkey: hotkey ?? charlie, coldkey: charlie, netuid });
        const quote = ask(chain, 'SwapRuntimeApi', 'sim_swap_tao_for_alpha', netuid, amount) as Quote;
        const events = chain.submit('Charlie', 'SubtensorModule', 'add_stake', {
          hotkey,
          netuid,
          amount_staked: amount,
        });
        const after = stakeOf(chain.state, { hotkey: hotkey ?? charlie, coldkey: charlie, netuid });
        if (failureIn(events) === undefined) expect(after - before).toBe(quote.alpha_amount);
        else expect(after).toBe(before);
        if (quote.alpha_amount === 0n) expect(failureIn(events)).toBeDefined();
        expect(bookErrors(chain.state)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('odd subnets', () => {
  beforeAll(initRuntime);

  it('stop what they do not allow', () => {
    const chain = chainOf('edge');
    const bob = chain.account('Bob').accountId;
    const infos = ask(chain, 'StakeInfoRuntimeApi', 'get_stake_info_for_coldkey', bob) as {
      hotkey: AccountId;
      netuid: number;
      stake: bigint;
    }[];
    const at = (netuid: number) => infos.find((info) => info.netuid === netuid)?.hotkey;
    const fails = (call: string, args: unknown) => failureIn(chain.submit('Bob', 'SubtensorModule', call, args));
    const { notStarted, noTransfers, shallow, plain } = EDGE_NETUIDS;
    expect(fails('remove_stake', { hotkey: at(notStarted), netuid: notStarted, amount_unstaked: TAO })).toBe(
      'SubtensorModule.SubtokenDisabled',
    );
    const give = {
      destination_coldkey: chain.account('Eve').accountId,
      hotkey: at(noTransfers),
      alpha_amount: 10n * TAO,
    };
    expect(fails('transfer_stake', { ...give, origin_netuid: noTransfers, destination_netuid: noTransfers })).toBe(
      'SubtensorModule.TransferDisallowed',
    );
    expect(fails('transfer_stake', { ...give, origin_netuid: noTransfers, destination_netuid: plain })).toBe(
      'SubtensorModule.TransferDisallowed',
    );
    // Root dust leaves whole, however small.
    expect(fails('remove_stake', { hotkey: at(0), netuid: 0, amount_unstaked: 499n })).toBeUndefined();
    // Selling 500 times what the pool holds drains it almost, never fully.
    const before = SubnetTAO.get(chain.state, shallow);
    expect(
      fails('remove_stake', { hotkey: at(shallow), netuid: shallow, amount_unstaked: 5_000n * TAO }),
    ).toBeUndefined();
    expect(SubnetTAO.get(chain.state, shallow)).toBeGreaterThan(0n);
    expect(SubnetTAO.get(chain.state, shallow)).toBeLessThan(before / 100n);
    expect(SubnetAlphaIn.get(chain.state, shallow)).toBe(5_010n * TAO);
    expect(bookErrors(chain.state)).toEqual([]);
  });
});
