import type { Validator } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import { byKey, byPermit, byStake } from '../../lib/validator-order.ts';

/** Searched in what is shown, not in what hides behind it: the cleaned name and the key. */
export function matches(validator: Validator, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const name = validator.name === undefined ? '' : cleanText(validator.name).text.toLowerCase();
  return name.includes(wanted) || validator.hotkey.toLowerCase().includes(wanted);
}

export type ValidatorOrder = 'stake' | 'take' | 'nominators';

const COMPARE: Readonly<Record<ValidatorOrder, (a: Validator, b: Validator, netuid: Netuid) => number>> = {
  stake: byStake,
  take: (a, b) => a.take - b.take,
  nominators: (a, b) => b.nominators - a.nominators,
};

/** Validators for a subnet: those with a permit there first, since only they earn; then by the order asked for. */
export function validatorsFor(
  validators: readonly Validator[],
  netuid: Netuid,
  search: string,
  order: ValidatorOrder,
): readonly Validator[] {
  const compare = COMPARE[order];
  return validators
    .filter((validator) => matches(validator, search))
    .sort((a, b) => byPermit(a, b, netuid) || compare(a, b, netuid) || byKey(a, b));
}
