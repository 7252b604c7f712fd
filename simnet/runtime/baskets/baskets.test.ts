import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { bookErrors } from '../books.ts';
import { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { subnetAccount } from '../stake/accounts.ts';
import { dissolve } from '../stake/dissolve.ts';
import { stakeOf } from '../stake/position.ts';
import { netuids } from '../stake/subnets.ts';
import { BasketHoldings, BasketIssues } from '../storage/baskets.ts';
import { RootClaimableThreshold } from '../storage/stake.ts';
import { SubnetAlphaIn, SubnetAlphaOut, SubtokenEnabled } from '../storage/subnet.ts';
import { ask, failureIn, feeIn, type SeenEvent, TestChain } from '../test-kit.ts';
import { fundOf } from './fund.ts';
import { sharesOf } from './shares.ts';

const TAO = 1_000_000_000n;

function begin(emission = false): TestChain {
  const runtime = createRuntime({ rootBaskets: true, emission });
  return new TestChain(runtime, buildGenesis('demo', 1, { rootBaskets: true }), 'baskets');
}

/** Hotkey of the validator that //Eve has root stake with. */
const HOTKEY = (): AccountId => devAccount('Alice//hotkey').accountId;

function rootOf(chain: TestChain, name: string): bigint {
  return stakeOf(chain.state, { hotkey: HOTKEY(), coldkey: chain.account(name).accountId, netuid: 0 });
}

function sharesOfName(chain: TestChain, name: string): bigint {
  const holder = { hotkey: HOTKEY(), coldkey: chain.account(name).accountId };
  return sharesOf(chain.state, holder, rootOf(chain, name));
}

const payout = (chain: TestChain, name: string): bigint =>
  ask(chain, 'BetaBasketRuntimeApi', 'get_basket_payout', HOTKEY(), chain.account(name).accountId) as bigint;

const nav = (chain: TestChain): bigint =>
  ask(chain, 'BetaBasketRuntimeApi', 'get_validator_basket_nav', HOTKEY()) as bigint;

/** Alpha rao of a subnet in the basket. */
const heldOf = (chain: TestChain, netuid: number): bigint | undefined =>
  fundOf(chain.state, HOTKEY()).find((part) => part.netuid === netuid)?.alpha;

/** Fields of an event, by the end of its name. */
function fieldsOf(events: readonly SeenEvent[], name: string): Readonly<Record<string, unknown>> | undefined {
  return events.find((event) => event.name === `SubtensorModule.${name}`)?.value as Record<string, unknown> | undefined;
}

const claim = (chain: TestChain, name: string): SeenEvent[] =>
  chain.submit(name, 'SubtensorModule', 'claim_root_with_hotkey', { hotkey: HOTKEY() });

const buy = (chain: TestChain, name: string, amount_staked: bigint): SeenEvent[] =>
  chain.submit(name, 'SubtensorModule', 'stake_into_basket', { hotkey: HOTKEY(), amount_staked });

describe('a root basket', () => {
  beforeAll(initRuntime);

  it('pays on a claim what the runtime said and hardly more, as root stake with that validator', () => {
    const chain = begin();
    const said = payout(chain, 'Eve');
    const before = rootOf(chain, 'Eve');
    expect(said).toBeGreaterThan(0n);
    const events = claim(chain, 'Eve');
    expect(failureIn(events)).toBeUndefined();
    const tao = rootOf(chain, 'Eve') - before;
    // The quote is a part of what selling the whole basket brings; the claim moves the price less.
    expect(tao).toBeGreaterThanOrEqual(said - 3n);
    expect(tao).toBeLessThan((said * 101n) / 100n);
    const eve = chain.account('Eve').accountId;
    expect(fieldsOf(events, 'BasketClaimed')).toEqual({ hotkey: HOTKEY(), coldkey: eve, tao });
    expect(fieldsOf(events, 'RootClaimed')).toEqual({ coldkey: eve, tao });
    expect(events.some(({ name }) => name === 'SubtensorModule.StakeAdded')).toBe(false);
    expect([payout(chain, 'Eve'), sharesOfName(chain, 'Eve')]).toEqual([0n, 0n]);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('leaves others what they had, but for the price a claim moves', () => {
    const chain = begin();
    const others = sharesOfName(chain, 'Alice');
    const { total } = BasketIssues.get(chain.state, HOTKEY());
    const before = fundOf(chain.state, HOTKEY());
    claim(chain, 'Eve');
    expect(sharesOfName(chain, 'Alice')).toBe(others);
    const after = BasketIssues.get(chain.state, HOTKEY()).total;
    for (const [index, { alpha }] of fundOf(chain.state, HOTKEY()).entries())
      expect(alpha * total).toBeGreaterThanOrEqual((before[index]?.alpha ?? 0n) * after);
  });

  it('sells shares for exactly the TAO offered, as many as the basket gained in worth', () => {
    const chain = begin();
    const bob = chain.account('Bob').accountId;
    const free = freeOf(chain.state, bob);
    const { total } = BasketIssues.get(chain.state, HOTKEY());
    const worth = nav(chain);
    const events = buy(chain, 'Bob', 100n * TAO);
    expect(failureIn(events)).toBeUndefined();
    expect(free - freeOf(chain.state, bob)).toBe(100n * TAO + feeIn(events));
    const shares = sharesOfName(chain, 'Bob');
    const value = nav(chain) - worth;
    expect(fieldsOf(events, 'BasketStakedIn')).toEqual({
      hotkey: HOTKEY(),
      coldkey: bob,
      tao: 100n * TAO,
      value,
      shares,
    });
    // Nobody who was there before owns less of it: worth a share does not fall.
    expect(nav(chain) * total).toBeGreaterThanOrEqual(worth * (total + shares));
    expect(payout(chain, 'Bob')).toBeLessThanOrEqual(value);
    expect(value).toBeLessThan(100n * TAO);
    expect(value).toBeGreaterThan(98n * TAO);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('fills with dividends, which only the root stake of that time shares', () => {
    const chain = begin(true);
    chain.submit('Charlie', 'SubtensorModule', 'add_stake', { hotkey: HOTKEY(), netuid: 0, amount_staked: 500n * TAO });
    const [eve, charlie] = [sharesOfName(chain, 'Eve'), sharesOfName(chain, 'Charlie')];
    expect(charlie).toBe(0n);
    while (chain.blockNumber < 45) chain.block();
    const more = sharesOfName(chain, 'Eve') - eve;
    expect(more).toBeGreaterThan(0n);
    // 500 TAO against Eve's 400, from here on.
    expect(sharesOfName(chain, 'Charlie')).toBeGreaterThanOrEqual((more * 5n) / 4n - 10n);
    expect(sharesOfName(chain, 'Charlie')).toBeLessThanOrEqual((more * 5n) / 4n + 10n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('pays nothing, and takes no shares, below the threshold of a claim', () => {
    const chain = begin();
    const shares = sharesOfName(chain, 'Eve');
    RootClaimableThreshold.set(chain.state, (payout(chain, 'Eve') + 1n) << 32n, 0);
    const events = claim(chain, 'Eve');
    expect(failureIn(events)).toBeUndefined();
    expect(fieldsOf(events, 'RootClaimed')?.['tao']).toBe(0n);
    expect(sharesOfName(chain, 'Eve')).toBe(shares);
  });

  it('keeps what no pool takes', () => {
    const chain = begin();
    SubtokenEnabled.set(chain.state, false, 1);
    const heldBefore = heldOf(chain, 1);
    claim(chain, 'Eve');
    expect(heldOf(chain, 1)).toBe(heldBefore);
    expect(sharesOfName(chain, 'Eve')).toBe(0n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('holds the cash of whoever buys into an empty one, and gives it back', () => {
    const chain = begin();
    for (const { netuid } of fundOf(chain.state, HOTKEY()))
      dissolve(new Exec(chain.state, chain.blockNumber, { type: 'Initialization' }), netuid);
    expect(nav(chain)).toBe(0n);
    // The old shares, worth nothing, would take most of what comes in.
    expect(failureIn(buy(chain, 'Bob', TAO / 100n))).toBe('SubtensorModule.AmountTooLow');
    BasketIssues.remove(chain.state, HOTKEY());
    for (const [keys] of [...BasketHoldings.entries(chain.state, HOTKEY())])
      BasketHoldings.remove(chain.state, ...keys);
    expect(failureIn(buy(chain, 'Bob', TAO))).toBeUndefined();
    expect(ask(chain, 'BetaBasketRuntimeApi', 'get_validator_basket', HOTKEY())).toEqual([[0, TAO, TAO]]);
    expect(bookErrors(chain.state)).toEqual([]);
    claim(chain, 'Bob');
    expect(rootOf(chain, 'Bob')).toBe(TAO);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('is claimed with every validator by claim_root, whatever subnets it names', () => {
    const chain = begin();
    const eve = chain.account('Eve').accountId;
    const all = ask(chain, 'BetaBasketRuntimeApi', 'get_root_basket_owed', eve) as bigint;
    const positions = ask(chain, 'BetaBasketRuntimeApi', 'get_root_basket_positions', eve) as unknown[];
    expect(positions).toHaveLength(2);
    expect(all).toBeGreaterThan(payout(chain, 'Eve'));
    const events = chain.submit('Eve', 'SubtensorModule', 'claim_root', { subnets: [60_000] });
    expect(failureIn(events)).toBeUndefined();
    expect(ask(chain, 'BetaBasketRuntimeApi', 'get_root_basket_owed', eve)).toBe(0n);
  });

  it('refuses what it cannot do', () => {
    const chain = begin();
    expect(failureIn(buy(chain, 'Bob', 1n))).toBe('SubtensorModule.AmountTooLow');
    expect(failureIn(buy(chain, 'Dave', 3_000n * TAO))).toBe('SubtensorModule.NotEnoughBalanceToStake');
    const nobody = chain.account('Bob').accountId;
    const buyFrom = { hotkey: nobody, amount_staked: TAO };
    const events = chain.submit('Bob', 'SubtensorModule', 'stake_into_basket', buyFrom);
    expect(failureIn(events)).toBe('SubtensorModule.HotKeyAccountNotExists');
  });
});

const NAMES = ['Alice', 'Bob', 'Charlie', 'Eve'] as const;

const step = fc.record({
  who: fc.constantFrom(...NAMES),
  what: fc.constantFrom('claim', 'buy', 'add', 'remove', 'block'),
  amount: fc.bigInt({ min: 1n, max: 300n * TAO }),
});

describe('any sequence of claims, purchases, root stakes and epochs', () => {
  beforeAll(initRuntime);

  it('makes and loses no share, no alpha and no TAO', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
        const chain = begin(true);
        for (const each of steps) {
          if (each.what === 'block') for (let i = 0; i < 12; i += 1) chain.block();
          else conserves(chain, each.who, each.what, each.amount);
          expect(bookErrors(chain.state)).toEqual([]);
        }
      }),
      { numRuns: 15, seed: 424_459 },
    );
  }, 120_000);
});

/** Alpha rao of a subnet, in its pool and outside. */
function alphaOf({ state }: TestChain, netuid: number): bigint {
  return SubnetAlphaIn.get(state, netuid) + SubnetAlphaOut.get(state, netuid);
}

/** Rao on root and in all pools. */
function stakedTao({ state }: TestChain): bigint {
  return netuids(state).reduce((sum, netuid) => sum + freeOf(state, subnetAccount(netuid)), 0n);
}

type Act = 'claim' | 'buy' | 'add' | 'remove';

/** A block without the call mints as much, so what the call itself does is the difference. */
function conserves(chain: TestChain, who: string, what: Act, amount: bigint): void {
  const idle = new TestChain(chain.runtime, chain.state.map, 'baskets');
  idle.blockNumber = chain.blockNumber;
  idle.block();
  const events = act(chain, who, what, amount);
  for (const netuid of netuids(chain.state))
    if (netuid !== 0) expect(alphaOf(chain, netuid)).toBe(alphaOf(idle, netuid));
  const { accountId } = chain.account(who);
  const spent = freeOf(idle.state, accountId) - freeOf(chain.state, accountId) - feeIn(events);
  expect(stakedTao(chain) - stakedTao(idle)).toBe(spent);
}

function act(chain: TestChain, who: string, what: Act, amount: bigint): SeenEvent[] {
  const root = { hotkey: HOTKEY(), netuid: 0 };
  switch (what) {
    case 'claim':
      return claim(chain, who);
    case 'buy':
      return buy(chain, who, amount);
    case 'add':
      return chain.submit(who, 'SubtensorModule', 'add_stake', { ...root, amount_staked: amount });
    case 'remove':
      return chain.submit(who, 'SubtensorModule', 'remove_stake', { ...root, amount_unstaked: amount });
  }
}
