import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { bookErrors } from '../books.ts';
import { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { lockedOn } from '../locks/book.ts';
import { NominatorMinRequiredStake } from '../storage/stake.ts';
import { failureIn, feeIn, TestChain } from '../test-kit.ts';
import { heldOn, stakeOf } from './position.ts';
import { setNominatorMinimum } from './sweep.ts';

const TAO = 1_000_000_000n;

describe('the smallest nomination', () => {
  let chain: TestChain;
  let hotkey: AccountId;
  let charlie: AccountId;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('demo', 1));
    hotkey = devAccount('Alice//hotkey').accountId;
    charlie = chain.account('Charlie').accountId;
  });
  const submit = (who: string, call: string, args: unknown) => chain.submit(who, 'SubtensorModule', call, args);
  const held = (coldkey = charlie) => stakeOf(chain.state, { hotkey, coldkey, netuid: 0 });

  it('is none at first: any rest may stay', () => {
    submit('Charlie', 'add_stake', { hotkey, netuid: 0, amount_staked: 10n * TAO });
    submit('Charlie', 'remove_stake', { hotkey, netuid: 0, amount_unstaked: 10n * TAO - 1n });
    expect(held()).toBe(1n);
  });

  it('pays out what an exit leaves below it, but not to the owner of the validator', () => {
    submit('Charlie', 'add_stake', { hotkey, netuid: 0, amount_staked: 10n * TAO });
    NominatorMinRequiredStake.set(chain.state, TAO);
    const before = freeOf(chain.state, charlie);
    const events = submit('Charlie', 'remove_stake', { hotkey, netuid: 0, amount_unstaked: 9n * TAO + 1n });
    expect(held()).toBe(0n);
    expect(events.filter(({ name }) => name === 'SubtensorModule.StakeRemoved')).toHaveLength(2);
    expect(freeOf(chain.state, charlie) - before).toBe(10n * TAO - feeIn(events));
    const alice = chain.account('Alice').accountId;
    submit('Alice', 'remove_stake', { hotkey, netuid: 0, amount_unstaked: held(alice) - 5n });
    expect(held(alice)).toBe(5n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('leaves a rest of just that size alone, and sweeps after a move too', () => {
    submit('Charlie', 'add_stake', { hotkey, netuid: 0, amount_staked: 10n * TAO });
    NominatorMinRequiredStake.set(chain.state, TAO);
    submit('Charlie', 'remove_stake', { hotkey, netuid: 0, amount_unstaked: 9n * TAO });
    expect(held()).toBe(TAO);
    const swap = { hotkey, origin_netuid: 0, destination_netuid: 1, alpha_amount: TAO / 2n };
    expect(failureIn(submit('Charlie', 'swap_stake', swap))).toBeUndefined();
    expect(held()).toBe(0n);
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('sweeps everybody when it rises, and locks give way', () => {
    submit('Charlie', 'add_stake', { hotkey, netuid: 1, amount_staked: TAO });
    const alpha = heldOn(chain.state, charlie, 1);
    submit('Charlie', 'lock_stake', { hotkey, netuid: 1, amount: alpha });
    const exec = new Exec(chain.state, 1, { type: 'Initialization' });
    setNominatorMinimum(exec, alpha + 1n);
    expect(heldOn(chain.state, charlie, 1)).toBe(0n);
    expect(lockedOn(chain.state, charlie, 1)).toBe(0n);
    expect(bookErrors(chain.state)).toEqual([]);
  });
});
