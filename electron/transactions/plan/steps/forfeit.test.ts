import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOT_NETUID, toAlphaRao, toNetuid, toPpm, toRao } from '../../../../shared/units/index.ts';
import { planWorld, positionOf, quoteOf } from '../../testing/plan-world.test-support.ts';
import { COLDKEY, HOTKEY, SUBNET, TAO } from '../../testing/setup.test-support.ts';
import { forfeited } from './forfeit.ts';

describe('what leaving root forfeits', () => {
  const cases = fc.record({
    rate: fc.bigInt(0n, 1n << 40n),
    stake: fc.bigInt(1n, 10n ** 16n),
    claimedShare: fc.bigInt(0n, 1000n),
    leavingShare: fc.bigInt(0n, 1000n),
  });

  test('is what the chain owes less afterwards, or at most a few base units more', () => {
    fc.assert(
      fc.property(cases, ({ rate, stake, claimedShare, leavingShare }) => {
        const earned = (of: bigint): bigint => (rate * of) >> 32n;
        const claimed = (earned(stake) * claimedShare) / 1000n;
        const owed = toAlphaRao(earned(stake) - claimed);
        const amount = (stake * leavingShare) / 1000n;
        // The chain: the mark goes down by what the leaving part earned, never below zero.
        const mark = claimed > earned(amount) ? claimed - earned(amount) : 0n;
        const owedAfter = earned(stake - amount) - mark;
        const lost = owed - (owedAfter > 0n ? owedAfter : 0n);
        const said = forfeited({ owed, claimed }, { amount, rootStake: stake });
        expect(said).toBeGreaterThanOrEqual(lost > 1n ? lost - 1n : 0n);
        expect(said).toBeLessThanOrEqual(lost + 2n);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is everything owed when all of it leaves, and nothing right after a claim', () => {
    const [owed, claimed] = [toAlphaRao(700n), 300n];
    expect(forfeited({ owed, claimed }, { amount: 50n, rootStake: 50n })).toBe(700n);
    expect(forfeited({ owed: toAlphaRao(0n), claimed: 1000n }, { amount: 50n, rootStake: 50n })).toBe(0n);
    expect(forfeited({ owed, claimed }, { amount: 15n, rootStake: 50n })).toBe(0n); // 300 of 1000 were earned by it, and 300 are claimed
    expect(forfeited({ owed, claimed }, { amount: 0n, rootStake: 50n })).toBe(0n);
  });
});

describe('an exit from root', () => {
  const rootWorld = () => {
    const world = planWorld();
    world.chain.positions = [positionOf(ROOT_NETUID, 50n * TAO)];
    const owed = { coldkey: COLDKEY, hotkey: HOTKEY, claimed: 0n, threshold: toAlphaRao(500_000n) };
    world.chain.rootDividends = [
      { ...owed, netuid: SUBNET, owed: toAlphaRao(20n * TAO) },
      { ...owed, netuid: toNetuid(2), owed: toAlphaRao(499_999n) },
    ];
    return world;
  };
  const exit = {
    kind: 'stake.remove',
    coldkey: COLDKEY,
    hotkey: HOTKEY,
    netuid: ROOT_NETUID,
    amount: toAlphaRao(50n * TAO),
    all: true,
    tolerance: toPpm(5000),
    allowPartial: false,
  } as const;
  const said = async (world: ReturnType<typeof rootWorld>, intent: Parameters<typeof quoteOf>[1]) =>
    (await quoteOf(world, intent)).warnings.filter(({ code }) => code === 'forfeits_dividends');
  const lost = { code: 'forfeits_dividends', facts: { amount: String(2n * TAO), netuids: '1' } };

  test('says what it costs in dividends that could still be claimed, and where', async () => {
    expect(await said(rootWorld(), exit)).toEqual([lost]);
    expect(await said(rootWorld(), { kind: 'stake.exitAll', coldkey: COLDKEY, tolerance: toPpm(5000) })).toEqual([
      lost,
    ]);
  });

  test('says nothing where nothing is owed, and on a subnet', async () => {
    const world = rootWorld();
    world.chain.rootDividends = [];
    expect(await said(world, exit)).toEqual([]);
    const onSubnet = rootWorld();
    onSubnet.chain.positions = [positionOf(SUBNET, 50n * TAO)];
    expect(await said(onSubnet, { ...exit, netuid: SUBNET })).toEqual([]);
  });

  test('takes as little as was put in just before, which has earned nothing yet', async () => {
    const add = { ...exit, kind: 'stake.add', amount: toRao(30n * TAO) } as const;
    const { all: _all, ...addition } = add;
    const part = { ...exit, all: false, amount: toAlphaRao(30n * TAO) };
    expect(await said(rootWorld(), { kind: 'stake.batch', coldkey: COLDKEY, steps: [addition, part] })).toEqual([]);
  });

  test('adds up what several operations of one transaction lose', async () => {
    const half = { ...exit, all: false, amount: toAlphaRao(25n * TAO) };
    expect(await said(rootWorld(), { kind: 'stake.batch', coldkey: COLDKEY, steps: [half, half] })).toEqual([lost]);
  });
});
