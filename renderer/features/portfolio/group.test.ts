import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAlphaRao, toNetuid, toRao } from '../../../shared/units/index.ts';
import { GROUPINGS, groupRows } from './group.ts';
import { FIRST_SORT } from './order.ts';
import { anyPositions, anySubnetExits, aPosition, BOB, OTHER_HOTKEY } from './portfolio.test-support.ts';
import { type GroupRow, positionRows, type Row } from './rows.ts';

const NONE: ReadonlySet<string> = new Set();
const rowsOf = (positions: Parameters<typeof positionRows>[0]['positions']) =>
  positionRows({ positions, locks: [], blockNumber: 10, ownerOf: undefined, earnedSince: undefined, selected: NONE });
const heads = (rows: readonly Row[]): readonly GroupRow[] => rows.filter((row) => row.kind === 'group');

describe('groupRows', () => {
  it('keeps every position once and adds worth at spot price up to the rao', () => {
    fc.assert(
      fc.property(anyPositions, anySubnetExits, fc.constantFrom(...GROUPINGS), (positions, exits, grouping) => {
        const rows = groupRows(rowsOf(positions), grouping, { exits, positions, closed: NONE, sort: FIRST_SORT });
        const shown = rows.filter((row) => row.kind === 'position');
        expect(shown.map(({ key }) => key).sort()).toEqual(
          rowsOf(positions)
            .map(({ key }) => key)
            .sort(),
        );
        if (grouping === 'none') return;
        expect(heads(rows).reduce((sum, { spot }) => sum + spot, 0n)).toBe(
          positions.reduce((sum, { spotValue }) => sum + spotValue, 0n),
        );
        expect(heads(rows).reduce((sum, { count }) => sum + count, 0)).toBe(positions.length);
      }),
    );
  });

  it('adds alpha only of one subnet: two currencies have no sum', () => {
    fc.assert(
      fc.property(anyPositions, fc.constantFrom('validator' as const, 'subnet' as const), (positions, grouping) => {
        const rows = groupRows(rowsOf(positions), grouping, { exits: [], positions, closed: NONE, sort: FIRST_SORT });
        for (const head of heads(rows)) {
          const members = positions.filter((position) =>
            head.by === 'subnet' ? position.netuid === head.sample.netuid : position.hotkey === head.sample.hotkey,
          );
          const oneCurrency = new Set(members.map(({ netuid }) => netuid)).size === 1;
          expect(head.alpha).toBe(oneCurrency ? members.reduce((sum, { alpha }) => sum + alpha, 0n) : undefined);
        }
      }),
    );
  });

  it('never adds two single exits of one pool', () => {
    fc.assert(
      fc.property(
        anyPositions,
        anySubnetExits,
        fc.constantFrom('validator' as const, 'subnet' as const),
        (positions, exits, grouping) => {
          const rows = groupRows(rowsOf(positions), grouping, { exits, positions, closed: NONE, sort: FIRST_SORT });
          for (const head of heads(rows)) {
            if (head.exit.is !== 'alone') continue;
            const pools = positions
              .filter((position) =>
                head.by === 'subnet' ? position.netuid === head.sample.netuid : position.hotkey === head.sample.hotkey,
              )
              .map(({ netuid }) => netuid)
              .filter((netuid) => netuid !== 0);
            expect(new Set(pools).size).toBe(pools.length);
          }
        },
      ),
    );
  });

  const two = [aPosition(), aPosition({ hotkey: OTHER_HOTKEY })];
  const together = {
    netuid: toNetuid(1),
    alpha: toAlphaRao(200_000_000_000n),
    exit: { is: 'cannot', blockNumber: 9 },
  } as const;

  it('takes the sale of a whole subnet as simulated, and only for the whole of it', () => {
    const facts = { exits: [together], positions: two, closed: NONE, sort: FIRST_SORT };
    const [whole] = heads(groupRows(rowsOf(two), 'subnet', facts));
    expect(whole?.exit).toEqual({ is: 'together', exit: together.exit });
    const [part] = heads(groupRows(rowsOf(two.slice(1)), 'subnet', facts));
    expect(part?.exit).toEqual({ is: 'alone', tao: 49_000_000_000n, missing: 0 });
  });

  it('says that positions of two accounts with one validator on one subnet share a pool', () => {
    const positions = [aPosition(), aPosition({ coldkey: BOB })];
    const facts = { exits: [], positions, closed: NONE, sort: FIRST_SORT };
    const [head] = heads(groupRows(rowsOf(positions), 'validator', facts));
    expect(head).toMatchObject({ exit: { is: 'shared' }, coldkey: undefined });
  });

  it('counts what is missing in a sum of single exits', () => {
    const positions = [
      aPosition({ exit: { is: 'unknown' } }),
      aPosition({ netuid: toNetuid(2), exit: { is: 'pays', tao: toRao(5n), blockNumber: 10 } }),
    ];
    const facts = { exits: [], positions, closed: NONE, sort: FIRST_SORT };
    const [head] = heads(groupRows(rowsOf(positions), 'validator', facts));
    expect(head?.exit).toEqual({ is: 'alone', tao: 5n, missing: 1 });
  });

  it('shows of a closed group its head alone', () => {
    const rows = groupRows(rowsOf(two), 'subnet', {
      exits: [],
      positions: two,
      closed: new Set(['subnet.1']),
      sort: FIRST_SORT,
    });
    expect(rows.map(({ kind }) => kind)).toEqual(['group']);
  });
});
