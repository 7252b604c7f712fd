import type { StakePosition } from '../../../../../shared/contract/index.ts';
import { isRoot } from '../../../../../shared/units/index.ts';
import { type AmountUnit, TAO } from '../../../../ui/Amount.tsx';

/** The unit a position counts in: its subnet's alpha, TAO on root. */
export function positionUnit({ netuid, symbol }: Pick<StakePosition, 'netuid' | 'symbol'>): AmountUnit {
  return isRoot(netuid) ? TAO : { kind: 'alpha', symbol, netuid };
}
