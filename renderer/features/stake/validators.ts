import type { Validator } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import { cleanText } from '../../lib/hostile-text.ts';

/** Stake this validator holds on a subnet, alpha base units (rao on root). */
export function stakeOn(validator: Validator, netuid: Netuid): bigint {
  return validator.totalStake.find((stake) => stake.netuid === netuid)?.alpha ?? 0n;
}

/** Searched in what is shown, not in what hides behind it: the cleaned name and the key. */
export function matches(validator: Validator, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return true;
  const name = validator.name === undefined ? '' : cleanText(validator.name).text.toLowerCase();
  return name.includes(wanted) || validator.hotkey.toLowerCase().includes(wanted);
}

export type ValidatorOrder = 'stake' | 'take' | 'nominators';

const COMPARE: Readonly<Record<ValidatorOrder, (netuid: Netuid) => (a: Validator, b: Validator) => number>> = {
  stake: (netuid) => (a, b) => {
    const [left, right] = [stakeOn(a, netuid), stakeOn(b, netuid)];
    return left === right ? 0 : left > right ? -1 : 1;
  },
  take: () => (a, b) => a.take - b.take,
  nominators: () => (a, b) => b.nominators - a.nominators,
};

/** Validators for a subnet: those with a permit there first, since only they earn; then by the order asked for. */
export function validatorsFor(
  validators: readonly Validator[],
  netuid: Netuid,
  search: string,
  order: ValidatorOrder,
): readonly Validator[] {
  const compare = COMPARE[order](netuid);
  return validators
    .filter((validator) => matches(validator, search))
    .sort((a, b) => {
      const permit = Number(b.permits.includes(netuid)) - Number(a.permits.includes(netuid));
      return permit || compare(a, b) || (a.hotkey < b.hotkey ? -1 : 1);
    });
}
