import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { Delegates } from '../storage/hotkeys.ts';
import { LastColdkeyHotkeyStakeBlock, NominatorMinRequiredStake, RootStakeUnlockInterval } from '../storage/stake.ts';
import { failureIn, TestChain } from '../test-kit.ts';
import { stakeOf } from './position.ts';
import { sweepNomination } from './sweep.ts';

const TAO = 1_000_000_000n;
const HOLD = 5;

/** Hotkey of the validator that //Eve has root stake with. */
const HOTKEY = (): AccountId => devAccount('Alice//hotkey').accountId;

function begin(blocks = HOLD): TestChain {
  const runtime = createRuntime({ rootBaskets: true, emission: false });
  const chain = new TestChain(runtime, buildGenesis('demo', 1, { rootBaskets: true }), 'baskets');
  while (chain.blockNumber < HOLD) chain.block();
  RootStakeUnlockInterval.set(chain.state, BigInt(blocks));
  return chain;
}

const EVE = (chain: TestChain): AccountId => chain.account('Eve').accountId;
const rootOf = (chain: TestChain, coldkey: AccountId): bigint =>
  stakeOf(chain.state, { hotkey: HOTKEY(), coldkey, netuid: 0 });

/** What the call fails with, signed by //Eve. */
function fails(chain: TestChain, call: string, args: Readonly<Record<string, unknown>>): string | undefined {
  return failureIn(chain.submit('Eve', 'SubtensorModule', call, args));
}

const add = (chain: TestChain): string | undefined =>
  fails(chain, 'add_stake', { hotkey: HOTKEY(), netuid: 0, amount_staked: TAO });
const remove = (chain: TestChain, amount = TAO): string | undefined =>
  fails(chain, 'remove_stake', { hotkey: HOTKEY(), netuid: 0, amount_unstaked: amount });

const LOCKED = 'SubtensorModule.RootStakeLocked';

describe('the hold on root stake', () => {
  beforeAll(initRuntime);

  it('lets stake leave that never changed, then holds the rest for so many blocks', () => {
    const chain = begin();
    expect(remove(chain)).toBeUndefined();
    // Taken in block 6, so that block 11 is the first in which more may leave.
    while (chain.blockNumber < 9) chain.block();
    expect(remove(chain)).toBe(LOCKED);
    expect(remove(chain)).toBeUndefined();
    expect(chain.blockNumber).toBe(11);
  });

  it('refuses every way out of root, and leaves the stake where it is', () => {
    const chain = begin();
    expect(add(chain)).toBeUndefined();
    const before = rootOf(chain, EVE(chain));
    const place = { hotkey: HOTKEY(), origin_netuid: 0, alpha_amount: TAO };
    const to = chain.account('Bob').accountId;
    expect(remove(chain)).toBe(LOCKED);
    const full = { hotkey: HOTKEY(), netuid: 0, limit_price: TAO };
    RootStakeUnlockInterval.set(chain.state, 100n);
    expect(fails(chain, 'remove_stake_full_limit', full)).toBe(LOCKED);
    expect(fails(chain, 'swap_stake', { ...place, destination_netuid: 1 })).toBe(LOCKED);
    expect(fails(chain, 'transfer_stake', { ...place, destination_netuid: 0, destination_coldkey: to })).toBe(LOCKED);
    const [other] = [...Delegates.entries(chain.state)].map(([[hotkey]]) => hotkey).filter((one) => one !== HOTKEY());
    const move = { origin_hotkey: HOTKEY(), destination_hotkey: other, origin_netuid: 0, destination_netuid: 0 };
    expect(fails(chain, 'move_stake', { ...move, alpha_amount: TAO })).toBe(LOCKED);
    // This one says nothing and skips what cannot leave.
    expect(fails(chain, 'unstake_all', { hotkey: HOTKEY() })).toBeUndefined();
    expect(rootOf(chain, EVE(chain))).toBe(before);
  });

  it('begins anew with a claim, but not with stake on a subnet or a purchase of a basket', () => {
    const chain = begin();
    const changed = (): bigint | undefined => LastColdkeyHotkeyStakeBlock.find(chain.state, EVE(chain), HOTKEY());
    expect(add(chain)).toBeUndefined();
    const added = BigInt(chain.blockNumber);
    expect(fails(chain, 'add_stake', { hotkey: HOTKEY(), netuid: 1, amount_staked: TAO })).toBeUndefined();
    expect(fails(chain, 'stake_into_basket', { hotkey: HOTKEY(), amount_staked: TAO })).toBeUndefined();
    expect(changed()).toBe(added);
    expect(fails(chain, 'claim_root_with_hotkey', { hotkey: HOTKEY() })).toBeUndefined();
    expect(changed()).toBe(BigInt(chain.blockNumber));
  });

  it('begins for whoever receives root stake, and not anew for what stays behind', () => {
    const chain = begin();
    const to = chain.account('Bob').accountId;
    const transfer = { hotkey: HOTKEY(), origin_netuid: 0, destination_netuid: 0, destination_coldkey: to };
    expect(fails(chain, 'transfer_stake', { ...transfer, alpha_amount: TAO })).toBeUndefined();
    expect(LastColdkeyHotkeyStakeBlock.find(chain.state, to, HOTKEY())).toBe(BigInt(chain.blockNumber));
    expect(remove(chain)).toBeUndefined();
  });

  it('does not keep the chain from paying out what is below the smallest nomination', () => {
    const chain = begin();
    expect(add(chain)).toBeUndefined();
    NominatorMinRequiredStake.set(chain.state, 10_000n * TAO);
    const exec = new Exec(chain.state, chain.blockNumber, { type: 'Initialization' });
    sweepNomination(exec, { hotkey: HOTKEY(), coldkey: EVE(chain), netuid: 0 });
    expect(rootOf(chain, EVE(chain))).toBe(0n);
  });

  it('holds nothing at an interval of 0', () => {
    const chain = begin(0);
    expect(add(chain)).toBeUndefined();
    expect(remove(chain)).toBeUndefined();
  });
});
