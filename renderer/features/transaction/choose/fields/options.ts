import type { StakePosition, Subnet, Validator } from '../../../../../shared/contract/index.ts';
import { formatAmount, formatTake, isRoot, type Netuid } from '../../../../../shared/units/index.ts';
import { shortAddress } from '../../../../lib/address-text.ts';
import { cleanText } from '../../../../lib/hostile-text.ts';
import { byKey, byPermit, byStake } from '../../../../lib/validator-order.ts';
import type { ComboboxOption } from '../../../../ui/combobox-matches.ts';
import type { SelectOption } from '../../../../ui/Select.tsx';

const NAME_CHARS = 28;

/** `SN8 · Name` or `Root`; the number stands first because names can be anything. */
export function subnetLabel(netuid: Netuid, name: string): string {
  if (isRoot(netuid)) return 'Root';
  const clean = cleanText(name, NAME_CHARS).text;
  return clean === '' ? `SN${netuid}` : `SN${netuid} · ${clean}`;
}

/** A validator's name with its key beside it, because two may bear one name. */
export function validatorLabel(hotkey: string, name: string | undefined): string {
  const clean = name === undefined ? '' : cleanText(name, NAME_CHARS).text;
  return clean === '' ? shortAddress(hotkey) : `${clean} · ${shortAddress(hotkey)}`;
}

export function subnetOptions(subnets: readonly Subnet[]): SelectOption<string>[] {
  return [...subnets]
    .sort((a, b) => a.netuid - b.netuid)
    .map(({ netuid, name, started }) => ({
      value: String(netuid),
      label: started || isRoot(netuid) ? subnetLabel(netuid, name) : `${subnetLabel(netuid, name)} (not started)`,
    }));
}

/** Validators for a subnet: those with a permit first, then by stake there. */
export function validatorOptions(validators: readonly Validator[], netuid: Netuid | undefined): ComboboxOption[] {
  const sorted =
    netuid === undefined
      ? validators
      : [...validators].sort((a, b) => byPermit(a, b, netuid) || byStake(a, b, netuid) || byKey(a, b));
  return sorted.map(({ hotkey, name, permits, take }) => {
    const permit = netuid === undefined || permits.includes(netuid) ? '' : ' · no permit here';
    return {
      value: hotkey,
      label: validatorLabel(hotkey, name),
      note: `Take ${formatTake(take)}${permit}`,
      keywords: hotkey,
    };
  });
}

/** Identifies a position of one account in a list. */
export const positionKey = (position: Pick<StakePosition, 'hotkey' | 'netuid'>): string =>
  `${position.netuid}:${position.hotkey}`;

/** `12.5 θ SN8`, exact; TAO on root. */
export function stakeText({ alpha, netuid, symbol }: Pick<StakePosition, 'alpha' | 'netuid' | 'symbol'>): string {
  return isRoot(netuid)
    ? `${formatAmount(alpha)} τ`
    : `${formatAmount(alpha)} ${cleanText(symbol, 4).text} SN${netuid}`;
}

export function positionOptions(positions: readonly StakePosition[], hideAmounts: boolean): ComboboxOption[] {
  return positions.map((position) => ({
    value: positionKey(position),
    label: `${subnetLabel(position.netuid, position.subnetName)} · ${validatorLabel(position.hotkey, position.validatorName)}`,
    keywords: position.hotkey,
    ...(hideAmounts ? {} : { note: stakeText(position) }),
  }));
}
