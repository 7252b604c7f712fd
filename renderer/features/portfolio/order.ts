import { isRoot, spotValue } from '../../../shared/units/index.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import type { GroupRow, PositionRow } from './rows.ts';

export const SORT_KEYS = ['validator', 'subnet', 'staked', 'price', 'spot', 'exit', 'earned'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  readonly by: SortKey;
  readonly down: boolean;
}

/** Largest first, because people look for their largest position. */
export const FIRST_SORT: Sort = { by: 'spot', down: true };

/** A second press turns the order round; names begin at A, figures at the largest. */
export function nextSort(sort: Sort, by: SortKey): Sort {
  return sort.by === by ? { by, down: !sort.down } : { by, down: by !== 'validator' && by !== 'subnet' };
}

type Compare<T> = (a: T, b: T) => number;
const numbers: Compare<bigint | number> = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
const texts: Compare<string> = (a, b) => a.localeCompare(b, 'en');

function validatorName({ position }: PositionRow): string {
  return cleanText(position.validatorName ?? '').text;
}

/**
 * Figures of a position in the order of a column. What is absent has no figure and stands last either way. Alphas of two
 * subnets are two currencies: staked is compared within a subnet only, earned by its worth at spot price.
 */
const FIGURE: Readonly<
  Record<'staked' | 'price' | 'spot' | 'exit' | 'earned', (row: PositionRow) => bigint | undefined>
> = {
  staked: ({ position }) => position.alpha,
  price: ({ position }) => position.price,
  spot: ({ position }) => position.spotValue,
  exit: ({ position }) => (position.exit.is === 'pays' ? position.exit.tao : undefined),
  earned: ({ position, earned }) =>
    earned === undefined ? undefined : isRoot(position.netuid) ? earned.alpha : spotValue(earned.alpha, position.price),
};

function byFigure(a: bigint | undefined, b: bigint | undefined, down: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return down ? numbers(b, a) : numbers(a, b);
}

function byColumn(a: PositionRow, b: PositionRow, { by, down }: Sort): number {
  const turn = down ? -1 : 1;
  const subnets = numbers(a.position.netuid, b.position.netuid);
  switch (by) {
    case 'validator': {
      const [left, right] = [validatorName(a), validatorName(b)];
      if (left === '' || right === '') return Number(left === '') - Number(right === '');
      return turn * texts(left, right);
    }
    case 'subnet':
      return turn * subnets;
    case 'staked':
      return subnets === 0 ? byFigure(FIGURE.staked(a), FIGURE.staked(b), down) : subnets;
    case 'price':
    case 'spot':
    case 'exit':
    case 'earned':
      return byFigure(FIGURE[by](a), FIGURE[by](b), down);
  }
}

/** Sorted anew; equals by worth at spot price, then by key, so that no order depends on how the list came. */
export function sortPositions(rows: readonly PositionRow[], sort: Sort): readonly PositionRow[] {
  return [...rows].sort(
    (a, b) => byColumn(a, b, sort) || numbers(b.position.spotValue, a.position.spotValue) || (a.key < b.key ? -1 : 1),
  );
}

function exitFigure({ exit }: GroupRow): bigint | undefined {
  if (exit.is === 'alone') return exit.tao;
  return exit.is === 'together' && exit.exit.is === 'pays' ? exit.exit.tao : undefined;
}

/** Groups in the order of the column where the group has such a figure, by worth at spot price otherwise. */
export function sortGroups(groups: readonly GroupRow[], { by, down }: Sort): readonly GroupRow[] {
  const compare: Compare<GroupRow> = (a, b) => {
    if (by === 'validator' && a.by === 'validator')
      return (
        (down ? -1 : 1) *
        texts(cleanText(a.sample.validatorName ?? '').text, cleanText(b.sample.validatorName ?? '').text)
      );
    if (by === 'subnet' && a.by === 'subnet') return (down ? -1 : 1) * numbers(a.sample.netuid, b.sample.netuid);
    if (by === 'exit') return byFigure(exitFigure(a), exitFigure(b), down);
    return by === 'spot' ? byFigure(a.spot, b.spot, down) : byFigure(a.spot, b.spot, true);
  };
  return [...groups].sort((a, b) => compare(a, b) || numbers(b.spot, a.spot) || (a.key < b.key ? -1 : 1));
}
