import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGenesis, DEMO_NETUIDS, devAccount } from '../../scenarios/index.ts';
import { bookErrors } from '../books.ts';
import type { AccountId } from '../hex.ts';
import { createRuntime, initRuntime } from '../index.ts';
import { MapState } from '../overlay.ts';
import { ChildKeys, ChildkeyTake, ParentKeys } from '../storage/children.ts';
import { AlphaDividendsPerSubnet } from '../storage/stake.ts';
import { TestChain } from '../test-kit.ts';
import { shareWithParents, withFamily } from './children.ts';

const ALL = (1n << 64n) - 1n;
const NETUID = 3;
const account = (digit: number): AccountId => `0x${String(digit).repeat(64)}`;
const [MOTHER, FATHER, CHILD] = [account(1), account(2), account(3)] as const;

function family(mothersPart: bigint, fathersPart: bigint, take = 0): MapState {
  const state = new MapState();
  ChildKeys.set(state, [[mothersPart, CHILD]], MOTHER, NETUID);
  ChildKeys.set(state, [[fathersPart, CHILD]], FATHER, NETUID);
  const parents = [
    [mothersPart, MOTHER],
    [fathersPart, FATHER],
  ] as const;
  ParentKeys.set(state, parents, CHILD, NETUID);
  ChildkeyTake.set(state, take, CHILD, NETUID);
  return state;
}

describe('stake weight lent to a child', () => {
  beforeAll(initRuntime);
  const amount = fc.bigInt({ min: 0n, max: 10n ** 16n });
  const part = fc.bigInt({ min: 0n, max: ALL });

  it('is taken from one and given to the other, no more and no less', () => {
    fc.assert(
      fc.property(amount, amount, amount, part, part, (a, b, c, x, y) => {
        const state = family(x, y);
        const has = new Map([
          [MOTHER, a],
          [FATHER, b],
          [CHILD, c],
        ]);
        const of = (hotkey: AccountId): bigint => has.get(hotkey) ?? 0n;
        const weights = [MOTHER, FATHER, CHILD].map((hotkey) => withFamily(state, hotkey, NETUID, of));
        expect(weights.reduce((sum, weight) => sum + weight, 0n)).toBe(a + b + c);
        expect(weights.every((weight) => weight >= 0n)).toBe(true);
      }),
    );
  });

  it('brings dividends back in proportion, less what the child keeps, and loses none', () => {
    fc.assert(
      fc.property(amount, amount, part, part, fc.nat(65_535), amount, (a, c, x, y, take, earned) => {
        const state = family(x, y, take);
        const of = (hotkey: AccountId): bigint => (hotkey === CHILD ? c : a);
        const shares = shareWithParents(state, NETUID, { hotkey: CHILD, amount: earned }, of);
        const total = shares.reduce((sum, share) => sum + share.amount, 0n);
        expect(total).toBe(earned);
        expect(shares.every((share) => share.amount > 0n || earned === 0n)).toBe(true);
      }),
    );
    const shares = shareWithParents(family(ALL, 0n, 13_107), NETUID, { hotkey: CHILD, amount: 1_000n }, () => 500n);
    expect(shares).toEqual([
      { hotkey: CHILD, amount: 600n },
      { hotkey: MOTHER, amount: 400n },
    ]);
  });

  it('pays the parent at the epoch and keeps the books', () => {
    const chain = new TestChain(createRuntime(), buildGenesis('demo', 1));
    const alice = devAccount('Alice//hotkey').accountId;
    const [child] = ChildKeys.get(chain.state, alice, DEMO_NETUIDS.quick);
    const [parent] = ParentKeys.get(chain.state, alice, DEMO_NETUIDS.quick);
    expect(ParentKeys.get(chain.state, child?.[1] ?? alice, DEMO_NETUIDS.quick)).toEqual([[child?.[0], alice]]);
    expect(ChildKeys.get(chain.state, parent?.[1] ?? alice, DEMO_NETUIDS.quick)).toEqual([[parent?.[0], alice]]);
    while (chain.blockNumber < 41) chain.block();
    for (const hotkey of [alice, child?.[1], parent?.[1]])
      expect(AlphaDividendsPerSubnet.get(chain.state, DEMO_NETUIDS.quick, hotkey ?? alice)).toBeGreaterThan(0n);
    expect(bookErrors(chain.state)).toEqual([]);
  });
});
