import { describe, expect, it } from 'vitest';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { ALICE, aPortfolio, aPosition, BOB, HOTKEY, NO_TOTALS } from './portfolio.test-support.ts';
import { scopeOf } from './scope.ts';

const SN1 = toNetuid(1);
const exit = { is: 'pays', tao: toRao(7n), blockNumber: 10 } as const;
const balance = { reserved: toRao(0n), frozen: toRao(3n), transferable: toRao(0n) };
const both = aPortfolio({
  balances: [
    { address: ALICE, free: toRao(10n), ...balance },
    { address: BOB, free: toRao(20n), ...balance },
  ],
  positions: [aPosition(), aPosition({ coldkey: BOB })],
  exits: [
    { netuid: SN1, alpha: toAlphaRao(2n), exit: { ...exit, tao: toRao(13n) } },
    { coldkey: ALICE, netuid: SN1, alpha: toAlphaRao(1n), exit },
    { coldkey: BOB, netuid: SN1, alpha: toAlphaRao(1n), exit: { ...exit, tao: toRao(8n) } },
  ],
  locks: [{ coldkey: BOB, netuid: SN1, total: toAlphaRao(9n), locked: toAlphaRao(4n), available: toAlphaRao(5n) }],
  rootDividends: [
    {
      coldkey: ALICE,
      hotkey: HOTKEY,
      netuid: SN1,
      owed: toAlphaRao(5n),
      threshold: toAlphaRao(1n),
      spotValue: toRao(2n),
    },
  ],
  baskets: [ALICE, BOB].map((coldkey) => ({
    coldkey,
    hotkey: HOTKEY,
    owed: toRao(5n),
    threshold: toRao(1n),
    blockNumber: 9,
  })),
  totals: { ...NO_TOTALS, free: toRao(30n), total: toRao(130n) },
  accountTotals: [
    { address: ALICE, totals: { ...NO_TOTALS, free: toRao(10n), total: toRao(60n) } },
    { address: BOB, totals: { ...NO_TOTALS, free: toRao(20n), total: toRao(70n) } },
  ],
});

describe('scopeOf', () => {
  it('shows one account what is its own, with its own totals and its own exits', () => {
    const scope = scopeOf(both, ALICE);
    expect(scope.positions.map(({ coldkey }) => coldkey)).toEqual([ALICE]);
    expect(scope.exits.map(({ exit: { is, ...rest } }) => ({ is, ...rest }))).toEqual([exit]);
    expect(scope.locks).toEqual([]);
    expect(scope.rootDividends).toHaveLength(1);
    expect(scope.baskets?.map(({ coldkey }) => coldkey)).toEqual([ALICE]);
    expect(scope.totals.total).toBe(60n);
    expect(scope.frozen).toBe(3n);
  });

  it('takes for all accounts the exits simulated for all together, never those of single accounts', () => {
    const scope = scopeOf(both, undefined);
    expect(scope.positions).toHaveLength(2);
    expect(scope.exits).toEqual([both.exits[0]]);
    expect(scope.totals).toBe(both.totals);
    expect(scope.frozen).toBe(6n);
  });

  it('claims nothing about an account that was not read yet', () => {
    const scope = scopeOf(aPortfolio(), BOB);
    expect(scope.baskets).toBeUndefined();
    expect(scope.totals).toMatchObject({ total: 0n, exitComplete: false });
  });
});
