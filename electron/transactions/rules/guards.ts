import type { Obstacle } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import type { ChainGuards } from '../../chain/port.ts';
import { obstacle } from './obstacles.ts';

/** What refuses any call of the account. */
export function accountObstacles({ safeMode, coldkeySwapPending }: ChainGuards): Obstacle[] {
  return [
    ...(safeMode ? [obstacle('tx.safe_mode')] : []),
    ...(coldkeySwapPending ? [obstacle('tx.coldkey_swap_pending')] : []),
  ];
}

/** What refuses a stake call with this validator on this subnet. */
export function stakeObstacles(guards: ChainGuards, netuid: Netuid): Obstacle[] {
  if (!guards.subnetExists) return [...accountObstacles(guards), obstacle('tx.subnet_missing', { netuid })];
  return [
    ...accountObstacles(guards),
    ...(guards.subnetStarted ? [] : [obstacle('tx.subnet_not_started', { netuid })]),
    ...(guards.hotkeyExists ? [] : [obstacle('tx.hotkey_unknown')]),
  ];
}
