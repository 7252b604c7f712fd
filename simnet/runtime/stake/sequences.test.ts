import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { actorAccounts, buildGenesis, DEMO_NETUIDS } from '../../scenarios/index.ts';
import { bookErrors } from '../books.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { lockedOn } from '../locks/book.ts';
import { Delegates } from '../storage/hotkeys.ts';
import { UnlockRate } from '../storage/locks.ts';
import { NominatorMinRequiredStake, NumRootClaim } from '../storage/stake.ts';
import { TestChain } from '../test-kit.ts';
import { heldOn } from './position.ts';

const TAO = 1_000_000_000n;
const PEOPLE = ['Charlie', 'Dave', 'Eve'] as const;
const NETUIDS = [0, 1, 8, DEMO_NETUIDS.noTransfers, DEMO_NETUIDS.quick] as const;

const step = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.nat(11),
  from: fc.nat(NETUIDS.length - 1),
  to: fc.nat(NETUIDS.length - 1),
  hotkey: fc.nat(3),
  toHotkey: fc.nat(3),
  amount: fc.bigInt({ min: 1n, max: 60n * TAO }),
  flag: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The call a step makes; whether the chain grants it is its own affair. */
function callOf(chain: TestChain, { who, what, from, to, hotkey, toHotkey, amount, flag }: Step): [string, unknown] {
  const hotkeys = [...Delegates.entries(chain.state)].map(([[key]]) => key);
  const [h, h2, netuid, other] = [hotkeys[hotkey], hotkeys[toHotkey], NETUIDS[from] ?? 0, NETUIDS[to] ?? 0];
  const destination_coldkey = chain.account(PEOPLE[(who + 1) % PEOPLE.length] ?? 'Dave').accountId;
  const places = { origin_netuid: netuid, destination_netuid: other };
  const calls: readonly [string, unknown][] = [
    ['add_stake', { hotkey: h, netuid, amount_staked: amount }],
    ['add_stake_limit', { hotkey: h, netuid, amount_staked: amount, limit_price: TAO / 5n, allow_partial: flag }],
    ['remove_stake', { hotkey: h, netuid, amount_unstaked: amount }],
    ['remove_stake_full_limit', { hotkey: h, netuid, limit_price: undefined }],
    ['unstake_all', { hotkey: h }],
    ['move_stake', { origin_hotkey: h, destination_hotkey: h2, ...places, alpha_amount: amount }],
    ['transfer_stake', { destination_coldkey, hotkey: h, ...places, alpha_amount: amount }],
    ['lock_stake', { hotkey: h, netuid, amount }],
    ['move_lock', { destination_hotkey: h2, netuid }],
    ['set_perpetual_lock', { netuid, enabled: flag }],
    ['set_reject_locked_alpha', { enabled: flag }],
    ['claim_root', { subnets: [...new Set([netuid, other])].sort((a, b) => a - b) }],
  ];
  return calls[what] ?? ['unstake_all', { hotkey: h }];
}

describe('any sequence of what people, strangers and the chain do', () => {
  beforeAll(initRuntime);

  it('keeps the books, and no coldkey has less than it has locked', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 30 }), (steps) => {
        const actors = { accounts: actorAccounts(1), perBlock: 2 };
        const chain = new TestChain(createRuntime({ actors }), buildGenesis('demo', 1));
        UnlockRate.set(chain.state, 200n);
        NumRootClaim.set(chain.state, 5n);
        NominatorMinRequiredStake.set(chain.state, TAO);
        for (const each of steps) chain.submit(PEOPLE[each.who] ?? 'Dave', 'SubtensorModule', ...callOf(chain, each));
        expect(bookErrors(chain.state)).toEqual([]);
        for (const name of PEOPLE) {
          const { accountId } = chain.account(name);
          for (const netuid of NETUIDS)
            expect(heldOn(chain.state, accountId, netuid)).toBeGreaterThanOrEqual(
              lockedOn(chain.state, accountId, netuid),
            );
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
