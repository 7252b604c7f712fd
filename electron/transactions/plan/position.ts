import { type AlphaRao, type Coldkey, type Hotkey, type Netuid, toAlphaRao } from '../../../shared/units/index.ts';
import type { StakePositionRecord } from '../../chain/port.ts';

/** Alpha of one position, 0 where there is none. TAO in rao on root. */
export function heldBy(
  positions: readonly StakePositionRecord[],
  coldkey: Coldkey,
  hotkey: Hotkey,
  netuid: Netuid,
): AlphaRao {
  const found = positions.find(
    (position) => position.coldkey === coldkey && position.hotkey === hotkey && position.netuid === netuid,
  );
  return found?.alpha ?? toAlphaRao(0n);
}
