import type { ValidatorHere } from '../../../../shared/contract/index.ts';
import { PPM } from '../../../../shared/units/index.ts';
import { cleanText } from '../../../lib/hostile-text.ts';
import { parsePercent } from '../../../lib/percent-text.ts';
import { isActiveHere } from './activity.ts';

export interface ValidatorFilters {
  /** A part of the name or of the address. */
  readonly search: string;
  readonly activeHere: boolean;
  /** Percent, as typed; empty for any take. */
  readonly mostTake: string;
  readonly hasIdentity: boolean;
  readonly favourites: boolean;
}

export const NO_FILTERS: ValidatorFilters = {
  search: '',
  activeHere: false,
  mostTake: '',
  hasIdentity: false,
  favourites: false,
};

export interface FilterContext {
  /** Block the list is true at. */
  readonly blockNumber: number;
  readonly favourites: ReadonlySet<string>;
}

/** A sentence when what was typed is no percentage. */
export function mostTakeProblem(text: string): string | undefined {
  return text.trim() === '' || parsePercent(text).ok ? undefined : 'A number from 0 to 100.';
}

/** Searched in what is shown, not in what hides behind it: the cleaned name and the address. */
function isFound(validator: ValidatorHere, wanted: string): boolean {
  if (wanted === '') return true;
  const name = validator.name === undefined ? '' : cleanText(validator.name).text.toLowerCase();
  return name.includes(wanted) || validator.hotkey.toLowerCase().includes(wanted);
}

/** At most so much: 18 % is 11796 of 65535, which is a hair less than 18 %. */
function takesAtMost({ take }: ValidatorHere, text: string): boolean {
  const most = parsePercent(text);
  return text.trim() === '' || !most.ok || BigInt(take) * PPM <= BigInt(most.value) * 65_535n;
}

export function filterValidators(
  validators: readonly ValidatorHere[],
  filters: ValidatorFilters,
  { blockNumber, favourites }: FilterContext,
): readonly ValidatorHere[] {
  const wanted = filters.search.trim().toLowerCase();
  return validators.filter(
    (validator) =>
      (!filters.activeHere || isActiveHere(validator, blockNumber)) &&
      (!filters.hasIdentity || validator.hasIdentity) &&
      (!filters.favourites || favourites.has(validator.hotkey)) &&
      takesAtMost(validator, filters.mostTake) &&
      isFound(validator, wanted),
  );
}
