import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis, devAccount } from '../../scenarios/index.ts';
import { bookErrors } from '../books.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { heldOn, stakeOf } from '../stake/position.ts';
import { Delegates, Owner } from '../storage/hotkeys.ts';
import { AccountFlags, DecayingHotkeyLock, HotkeyLock, Lock, LockingColdkeys, UnlockRate } from '../storage/locks.ts';
import { SubnetOwnerHotkey } from '../storage/subnet.ts';
import { ask, failureIn, type SeenEvent, TestChain } from '../test-kit.ts';
import { fullConviction } from './roll.ts';

const TAO = 1_000_000_000n;
const NETUID = 1;

interface Availability {
  readonly total: bigint;
  readonly locked: bigint;
  readonly available: bigint;
}

describe('conviction locks', () => {
  let chain: TestChain;
  let hotkey: AccountId;
  let other: AccountId;
  let charlie: AccountId;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('demo', 1));
    hotkey = devAccount('Alice//hotkey').accountId;
    charlie = chain.account('Charlie').accountId;
    other = [...Delegates.entries(chain.state)].map(([[key]]) => key).find((key) => key !== hotkey) ?? hotkey;
    submit('add_stake', { hotkey, netuid: NETUID, amount_staked: 100n * TAO });
  });
  const by = (who: string, call: string, args: unknown): SeenEvent[] =>
    chain.submit(who, 'SubtensorModule', call, args);
  const submit = (call: string, args: unknown): SeenEvent[] => by('Charlie', call, args);
  const fails = (call: string, args: unknown, who = 'Charlie') => failureIn(by(who, call, args));
  const held = (who = charlie) => heldOn(chain.state, who, NETUID);
  const availability = (who = charlie): Availability | undefined => {
    const reply = ask(chain, 'StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys', [who], undefined);
    const [[, subnets] = [who, []]] = reply as [AccountId, [number, Availability][]][];
    return subnets.find(([netuid]) => netuid === NETUID)?.[1];
  };
  const lock = (amount: bigint, to = hotkey) => submit('lock_stake', { hotkey: to, netuid: NETUID, amount });

  it('hold back what is locked and let the rest go', () => {
    const total = held();
    const events = lock(total - 10n * TAO);
    expect(events.find(({ name }) => name === 'SubtensorModule.StakeLocked')?.value).toEqual({
      coldkey: charlie,
      hotkey,
      netuid: NETUID,
      amount: total - 10n * TAO,
    });
    expect(availability()?.locked).toBe(availability() === undefined ? 0n : total - (availability()?.available ?? 0n));
    expect(LockingColdkeys.has(chain.state, NETUID, hotkey, charlie)).toBe(true);
    const remove = { hotkey, netuid: NETUID, amount_unstaked: 20n * TAO };
    expect(fails('remove_stake', remove)).toBe('SubtensorModule.StakeUnavailable');
    expect(fails('remove_stake_limit', { ...remove, limit_price: 0n, allow_partial: true })).toBe(
      'SubtensorModule.StakeUnavailable',
    );
    expect(fails('remove_stake_full_limit', { hotkey, netuid: NETUID, limit_price: undefined })).toBe(
      'SubtensorModule.StakeUnavailable',
    );
    const swap = { hotkey, origin_netuid: NETUID, destination_netuid: 2, alpha_amount: 20n * TAO };
    expect(fails('swap_stake', swap)).toBe('SubtensorModule.StakeUnavailable');
    expect(fails('swap_stake_limit', { ...swap, limit_price: 0n, allow_partial: false })).toBe(
      'SubtensorModule.StakeUnavailable',
    );
    expect(fails('remove_stake', { ...remove, amount_unstaked: 9n * TAO })).toBeUndefined();
    expect(bookErrors(chain.state)).toEqual([]);
  });

  it('let stake move to another validator of the subnet and go on holding it there', () => {
    lock(held());
    const alpha_amount = stakeOf(chain.state, { hotkey, coldkey: charlie, netuid: NETUID });
    const move = { origin_hotkey: hotkey, destination_hotkey: other, origin_netuid: NETUID, alpha_amount };
    expect(fails('move_stake', { ...move, destination_netuid: 2 })).toBe('SubtensorModule.StakeUnavailable');
    expect(fails('move_stake', { ...move, destination_netuid: NETUID })).toBeUndefined();
    expect(fails('remove_stake', { hotkey: other, netuid: NETUID, amount_unstaked: TAO })).toBe(
      'SubtensorModule.StakeUnavailable',
    );
  });

  it('are skipped by unstake_all', () => {
    submit('add_stake', { hotkey, netuid: 2, amount_staked: 10n * TAO });
    lock(1n * TAO);
    const before = held();
    expect(fails('unstake_all', { hotkey })).toBeUndefined();
    expect(held()).toBe(before);
    expect(heldOn(chain.state, charlie, 2)).toBe(0n);
  });

  it('refuse nothing, too much, unknown keys and subnets, and a second hotkey', () => {
    const total = held();
    expect(fails('lock_stake', { hotkey, netuid: 77, amount: 1n })).toBe('SubtensorModule.SubnetNotExists');
    expect(fails('lock_stake', { hotkey, netuid: NETUID, amount: 0n })).toBe('SubtensorModule.AmountTooLow');
    const nobody = `0x${'11'.repeat(32)}`;
    expect(fails('lock_stake', { hotkey: nobody, netuid: NETUID, amount: 1n })).toBe(
      'SubtensorModule.HotKeyAccountNotExists',
    );
    expect(failureIn(lock(total + 1n))).toBe('SubtensorModule.InsufficientStakeForLock');
    expect(failureIn(lock(TAO))).toBeUndefined();
    expect(failureIn(lock(TAO, other))).toBe('SubtensorModule.LockHotkeyMismatch');
    expect(failureIn(lock(total))).toBe('SubtensorModule.InsufficientStakeForLock');
    expect(failureIn(lock(TAO))).toBeUndefined();
    expect(fails('move_lock', { destination_hotkey: other, netuid: 2 })).toBe('SubtensorModule.NoExistingLock');
  });

  it('decay unless they are perpetual, and the sums of all locks decay with them', () => {
    UnlockRate.set(chain.state, 100n);
    lock(50n * TAO);
    while (chain.blockNumber < 120) chain.block();
    const decayed = availability()?.locked ?? 0n;
    expect(decayed).toBeLessThan(20n * TAO);
    expect(decayed).toBeGreaterThan(10n * TAO);
    submit('set_perpetual_lock', { netuid: NETUID, enabled: true });
    expect(DecayingHotkeyLock.has(chain.state, NETUID, hotkey)).toBe(false);
    expect(HotkeyLock.find(chain.state, NETUID, hotkey)).toEqual(Lock.find(chain.state, charlie, NETUID, hotkey));
    const kept = availability()?.locked;
    while (chain.blockNumber < 300) chain.block();
    expect(availability()?.locked).toBe(kept);
    submit('set_perpetual_lock', { netuid: NETUID, enabled: false });
    while (chain.blockNumber < 3_000) chain.block();
    expect(availability()?.locked).toBe(0n);
    expect(fails('remove_stake_full_limit', { hotkey, netuid: NETUID, limit_price: undefined })).toBeUndefined();
  }, 60_000);

  it('earn conviction for their hotkey, at once for the owner of the subnet', () => {
    const conviction = (key: AccountId) => ask(chain, 'StakeInfoRuntimeApi', 'get_hotkey_conviction', key, NETUID);
    const leader = () => ask(chain, 'StakeInfoRuntimeApi', 'get_most_convicted_hotkey_on_subnet', NETUID);
    const owner = SubnetOwnerHotkey.get(chain.state, NETUID);
    const before = conviction(owner) as bigint;
    lock(50n * TAO);
    while (chain.blockNumber < 20) chain.block();
    const earned = conviction(hotkey) as bigint;
    expect(earned).toBeGreaterThan(0n);
    expect(earned).toBeLessThan(fullConviction(TAO));
    expect(fails('move_lock', { destination_hotkey: owner, netuid: NETUID })).toBeUndefined();
    expect(conviction(hotkey)).toBe(0n);
    const mass = availability()?.locked ?? 0n;
    expect(((conviction(owner) as bigint) - before) >> 64n).toBeGreaterThanOrEqual(mass - 1n);
    expect(leader()).toBe(owner);
    const found = ask(chain, 'StakeInfoRuntimeApi', 'get_coldkey_lock', charlie, NETUID);
    expect(found).toMatchObject({ locked_mass: mass, conviction: fullConviction(mass) });
  });

  it('lose their conviction when they move to a hotkey of another owner', () => {
    lock(50n * TAO);
    while (chain.blockNumber < 20) chain.block();
    expect(Owner.get(chain.state, other)).not.toBe(Owner.get(chain.state, hotkey));
    const events = submit('move_lock', { destination_hotkey: other, netuid: NETUID });
    expect(events.find(({ name }) => name === 'SubtensorModule.LockMoved')?.value).toEqual({
      coldkey: charlie,
      origin_hotkey: hotkey,
      destination_hotkey: other,
      netuid: NETUID,
    });
    expect(Lock.find(chain.state, charlie, NETUID, other)?.conviction).toBe(0n);
    expect(Lock.has(chain.state, charlie, NETUID, hotkey)).toBe(false);
  });

  it('travel with transferred stake only to who accepts them, and only to the same hotkey', () => {
    const dave = chain.account('Dave').accountId;
    const total = held();
    lock(total - 10n * TAO);
    const give = (alpha_amount: bigint) => ({
      destination_coldkey: dave,
      hotkey,
      origin_netuid: NETUID,
      destination_netuid: NETUID,
      alpha_amount,
    });
    expect(fails('transfer_stake', give(10n * TAO))).toBeUndefined();
    expect(availability(dave)?.locked).toBe(0n);
    expect(fails('transfer_stake', give(30n * TAO))).toBe('SubtensorModule.AccountRejectsLockedAlpha');
    expect(fails('set_reject_locked_alpha', { enabled: false }, 'Dave')).toBeUndefined();
    expect(AccountFlags.get(chain.state, dave)).toBe(1n);
    const before = availability()?.locked ?? 0n;
    expect(fails('transfer_stake', give(30n * TAO))).toBeUndefined();
    const [mine, his] = [availability()?.locked ?? 0n, availability(dave)?.locked ?? 0n];
    // Two blocks of decay lie between, and a little of it was freed by them.
    expect(before - mine - his).toBeLessThan(TAO / 100n);
    expect(his).toBeGreaterThan(29n * TAO);
    expect(fails('move_lock', { destination_hotkey: other, netuid: NETUID }, 'Dave')).toBeUndefined();
    expect(fails('transfer_stake', give(5n * TAO))).toBe('SubtensorModule.LockHotkeyMismatch');
    expect(fails('set_reject_locked_alpha', { enabled: true }, 'Dave')).toBeUndefined();
    expect(AccountFlags.has(chain.state, dave)).toBe(false);
    expect(bookErrors(chain.state)).toEqual([]);
  });
});
