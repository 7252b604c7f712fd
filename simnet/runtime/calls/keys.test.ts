import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildGenesis, DEMO_NETUIDS, devAccount } from '../../scenarios/index.ts';
import { freeOf } from '../balances/account.ts';
import { type AccountId, utf8 } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { Delegates, IdentitiesV2, Owner } from '../storage/hotkeys.ts';
import { ask, failureIn, feeIn, TestChain } from '../test-kit.ts';

const TAO = 1_000_000_000n;
const NONE = new Uint8Array();

describe('validator keys', () => {
  let chain: TestChain;
  let hotkey: AccountId;
  beforeAll(initRuntime);
  beforeEach(() => {
    chain = new TestChain(createRuntime({ emission: false }), buildGenesis('demo', 1));
    hotkey = devAccount('Alice//hotkey').accountId;
  });
  const submit = (name: string, call: string, args: unknown) => chain.submit(name, 'SubtensorModule', call, args);

  it('change their take without a fee, upwards only once in a while', () => {
    const alice = chain.account('Alice').accountId;
    const before = freeOf(chain.state, alice);
    const events = submit('Alice', 'increase_take', { hotkey, take: 9_000 });
    expect(failureIn(events)).toBeUndefined();
    expect(freeOf(chain.state, alice)).toBe(before);
    expect(Delegates.get(chain.state, hotkey)).toBe(9_000);
    expect(failureIn(submit('Alice', 'increase_take', { hotkey, take: 9_100 }))).toBe(
      'SubtensorModule.DelegateTxRateLimitExceeded',
    );
    expect(failureIn(submit('Alice', 'decrease_take', { hotkey, take: 9_001 }))).toBe(
      'SubtensorModule.DelegateTakeTooHigh',
    );
    expect(failureIn(submit('Alice', 'decrease_take', { hotkey, take: 100 }))).toBeUndefined();
    expect(failureIn(submit('Bob', 'decrease_take', { hotkey, take: 1 }))).toBe('SubtensorModule.NonAssociatedColdKey');
    expect(failureIn(submit('Alice', 'increase_take', { hotkey, take: 11_797 }))).toBe(
      'SubtensorModule.DelegateTakeTooHigh',
    );
  });

  it('carry an identity of their owner, within limits', () => {
    const identity = {
      name: utf8('A'),
      url: NONE,
      github_repo: NONE,
      image: NONE,
      discord: NONE,
      description: NONE,
      additional: NONE,
    };
    expect(failureIn(submit('Alice', 'set_identity', identity))).toBeUndefined();
    expect(IdentitiesV2.find(chain.state, chain.account('Alice').accountId)?.name).toEqual(utf8('A'));
    expect(failureIn(submit('Alice', 'set_identity', { ...identity, name: new Uint8Array(257) }))).toBe(
      'SubtensorModule.InvalidIdentity',
    );
    expect(failureIn(submit('Eve', 'set_identity', identity))).toBe('SubtensorModule.HotKeyNotRegisteredInNetwork');
  });

  it('belong to the first who claims them', () => {
    const fresh: AccountId = `0x${'77'.repeat(32)}`;
    submit('Eve', 'try_associate_hotkey', { hotkey: fresh });
    submit('Dave', 'try_associate_hotkey', { hotkey: fresh });
    expect(Owner.get(chain.state, fresh)).toBe(chain.account('Eve').accountId);
  });

  it('receive mining rewards of whoever names them', () => {
    const eve = chain.account('Eve').accountId;
    expect(failureIn(submit('Eve', 'set_coldkey_auto_stake_hotkey', { netuid: 1, hotkey }))).toBeUndefined();
    expect(ask(chain, 'SubnetInfoRuntimeApi', 'get_coldkey_auto_stake_hotkey', eve, 1)).toBe(hotkey);
    const again = submit('Eve', 'set_coldkey_auto_stake_hotkey', { netuid: 1, hotkey });
    expect(failureIn(again)).toBe('SubtensorModule.SameAutoStakeHotkeyAlreadySet');
    expect(feeIn(again)).toBeGreaterThan(0n);
    expect(failureIn(submit('Eve', 'set_coldkey_auto_stake_hotkey', { netuid: 4, hotkey }))).toBe(
      'SubtensorModule.HotKeyNotRegisteredInSubNet',
    );
  });

  it('show their stakers and permits to whoever asks', () => {
    submit('Charlie', 'add_stake', { hotkey, netuid: 0, amount_staked: 7n * TAO });
    const charlie = chain.account('Charlie').accountId;
    const info = ask(chain, 'DelegateInfoRuntimeApi', 'get_delegate', hotkey) as {
      nominators: [AccountId, [number, bigint][]][];
      validator_permits: number[];
      take: number;
    };
    expect(info.nominators.find(([coldkey]) => coldkey === charlie)?.[1]).toEqual([[0, 7n * TAO]]);
    expect(info.validator_permits).toEqual([0, 1, 2, DEMO_NETUIDS.quick]);
    const delegated = ask(chain, 'DelegateInfoRuntimeApi', 'get_delegated', charlie) as [unknown, [number, bigint]][];
    expect(delegated.map(([, row]) => row)).toEqual([[0, 7n * TAO]]);
    expect(ask(chain, 'DelegateInfoRuntimeApi', 'get_delegate', charlie)).toBeUndefined();
    const availability = ask(chain, 'StakeInfoRuntimeApi', 'get_stake_availability_for_coldkeys', [charlie], undefined);
    expect(availability).toEqual([[charlie, [[0, { total: 7n * TAO, locked: 0n, available: 7n * TAO }]]]]);
    expect(ask(chain, 'StakeInfoRuntimeApi', 'get_stake_fee', undefined, charlie, [hotkey, 1], charlie, TAO)).toBe(
      503_548n,
    );
    expect(ask(chain, 'StakeInfoRuntimeApi', 'get_stake_fee', undefined, charlie, [hotkey, 0], charlie, TAO)).toBe(0n);
  });
});
