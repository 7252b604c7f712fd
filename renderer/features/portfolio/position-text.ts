import type { StakePosition } from '../../../shared/contract/index.ts';
import { isRoot, type Netuid } from '../../../shared/units/index.ts';
import { shortAddress } from '../../lib/address-text.ts';
import { cleanText } from '../../lib/hostile-text.ts';
import { type AmountUnit, TAO } from '../../ui/Amount.tsx';

/** What a position's stake is counted in: the alpha of its subnet, TAO on root. */
export function unitOf({ netuid, symbol }: { readonly netuid: Netuid; readonly symbol: string }): AmountUnit {
  return isRoot(netuid) ? TAO : { kind: 'alpha', netuid, symbol };
}

/** `SN12`, or `root`. */
export function placeOf(netuid: Netuid): string {
  return isRoot(netuid) ? 'root' : `SN${netuid}`;
}

/** The validator's name, or its address where it has none that can be shown. */
export function validatorOf({ validatorName, hotkey }: Pick<StakePosition, 'validatorName' | 'hotkey'>): string {
  const { text } = cleanText(validatorName ?? '', 28);
  return text === '' ? shortAddress(hotkey) : text;
}

/** A position in words, for names of buttons and boxes: `Good Validator on SN12`. */
export function nameOf(position: StakePosition): string {
  return `${validatorOf(position)} on ${placeOf(position.netuid)}`;
}
