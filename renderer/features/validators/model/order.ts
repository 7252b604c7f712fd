import type { ValidatorHere } from '../../../../shared/contract/index.ts';
import { cleanText } from '../../../lib/hostile-text.ts';

export const ORDERS = [
  'stakeHere',
  'totalSpot',
  'yield',
  'take',
  'dividends',
  'nominators',
  'lastUpdate',
  'subnets',
  'name',
] as const;
export type ValidatorOrder = (typeof ORDERS)[number];
export type Direction = 'ascending' | 'descending';

export interface Sorting {
  readonly by: ValidatorOrder;
  readonly direction: Direction;
}

/** What people look for first: much, but little take, and names from A. */
const USUAL: Readonly<Record<ValidatorOrder, Direction>> = {
  stakeHere: 'descending',
  totalSpot: 'descending',
  yield: 'descending',
  take: 'ascending',
  dividends: 'descending',
  nominators: 'descending',
  lastUpdate: 'descending',
  subnets: 'descending',
  name: 'ascending',
};

export const usualSorting = (by: ValidatorOrder): Sorting => ({ by, direction: USUAL[by] });
export const FIRST_SORTING = usualSorting('stakeHere');

/** The same column again turns the order round. */
export function nextSorting(now: Sorting, by: ValidatorOrder): Sorting {
  if (now.by !== by) return usualSorting(by);
  return { by, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
}

type Figure = bigint | number | string | undefined;

const FIGURES: Readonly<Record<ValidatorOrder, (validator: ValidatorHere) => Figure>> = {
  stakeHere: ({ stakeHere }) => stakeHere,
  totalSpot: ({ totalSpot }) => totalSpot,
  yield: (validator) => validator.yield?.aprPpm,
  take: ({ take }) => take,
  dividends: ({ dividends }) => dividends,
  nominators: ({ nominators }) => nominators,
  lastUpdate: ({ lastUpdate }) => (lastUpdate === 0 ? undefined : lastUpdate),
  subnets: ({ subnets }) => subnets,
  name: ({ name }) => (name === undefined ? undefined : cleanText(name).text.toLowerCase()),
};

/**
 * Validators of a subnet in the order asked for. Those who validate there always come first, since only they earn there,
 * and those without the figure last, whichever way it goes; the address has the last word.
 */
export function sortValidators(validators: readonly ValidatorHere[], { by, direction }: Sorting): ValidatorHere[] {
  const figureOf = FIGURES[by];
  const sign = direction === 'ascending' ? 1 : -1;
  return validators
    .map((validator) => ({ validator, figure: figureOf(validator) }))
    .sort(
      (a, b) =>
        Number(b.validator.permitHere) - Number(a.validator.permitHere) ||
        Number(a.figure === undefined) - Number(b.figure === undefined) ||
        sign * compareFigures(a.figure, b.figure) ||
        (a.validator.hotkey < b.validator.hotkey ? -1 : 1),
    )
    .map(({ validator }) => validator);
}

function compareFigures(a: Figure, b: Figure): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}
