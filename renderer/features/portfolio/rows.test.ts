import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Earned } from '../../../shared/contract/index.ts';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { ALICE, anyPositions, aPosition, BOB } from './portfolio.test-support.ts';
import { keyOfPosition, newRowKeeper, positionRows, type RowFacts } from './rows.ts';

const BARE: Omit<RowFacts, 'positions'> = {
  locks: [],
  blockNumber: 10,
  ownerOf: undefined,
  earnedSince: undefined,
  selected: new Set(),
};
const earned = (alpha: bigint): Earned => ({ alpha: toAlphaRao(alpha), fromBlock: 1, fromTimeMs: 1, exact: true });

describe('positionRows', () => {
  it('names the block of a simulation only where it is older than the portfolio, and never on root', () => {
    const exit = { is: 'pays', tao: toRao(1n), blockNumber: 7 } as const;
    const rows = positionRows({
      ...BARE,
      positions: [aPosition({ exit }), aPosition(), aPosition({ exit, netuid: toNetuid(0) })],
    });
    expect(rows.map(({ exitBlock }) => exitBlock)).toEqual([7, undefined, undefined]);
  });

  it('shows what was earned since the chosen date alone, once one is chosen', () => {
    const positions = [aPosition({ earned: earned(1n) }), aPosition({ coldkey: BOB, earned: earned(2n) })];
    const since = new Map([[keyOfPosition(aPosition()), earned(9n)]]);
    expect(positionRows({ ...BARE, positions }).map((row) => row.earned?.alpha)).toEqual([1n, 2n]);
    expect(positionRows({ ...BARE, positions, earnedSince: since }).map((row) => row.earned?.alpha)).toEqual([
      9n,
      undefined,
    ]);
  });

  it('gives a position the lock of its own account and subnet', () => {
    const lock = {
      coldkey: ALICE,
      netuid: toNetuid(1),
      total: toAlphaRao(3n),
      locked: toAlphaRao(2n),
      available: toAlphaRao(1n),
    };
    const positions = [aPosition(), aPosition({ coldkey: BOB }), aPosition({ netuid: toNetuid(2) })];
    expect(positionRows({ ...BARE, positions, locks: [lock] }).map((row) => row.lock)).toEqual([
      lock,
      undefined,
      undefined,
    ]);
  });

  it('stays the same object from block to block while nothing of the position changed', () => {
    fc.assert(
      fc.property(anyPositions, (positions) => {
        const keep = newRowKeeper();
        const first = keep(positionRows({ ...BARE, blockNumber: 30, positions }));
        const next = keep(positionRows({ ...BARE, blockNumber: 31, positions: structuredClone(positions) }));
        expect(next).toHaveLength(first.length);
        next.forEach((row, index) => {
          expect(row).toBe(first[index]);
        });
      }),
    );
  });
});
