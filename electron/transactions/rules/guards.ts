import type { Obstacle } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import type { ChainGuards } from '../../chain/port.ts';
import { obstacle } from './obstacles.ts';

/** What refuses any call of the account. */
export function accountObstacles({
  safeMode,
  coldkeySwapPending,
}: Pick<ChainGuards, 'safeMode' | 'coldkeySwapPending'>): Obstacle[] {
  return [
    ...(safeMode ? [obstacle('tx.safe_mode')] : []),
    ...(coldkeySwapPending ? [obstacle('tx.coldkey_swap_pending')] : []),
  ];
}

/** What refuses a stake call with this validator on this subnet. */
export function placeObstacles(guards: ChainGuards, netuid: Netuid): Obstacle[] {
  if (!guards.subnetExists) return [obstacle('tx.subnet_missing', { netuid })];
  return [...(guards.subnetStarted ? [] : [obstacle('tx.subnet_not_started', { netuid })]), ...hotkeyObstacles(guards)];
}

export function hotkeyObstacles({ hotkeyExists }: ChainGuards): Obstacle[] {
  return hotkeyExists ? [] : [obstacle('tx.hotkey_unknown')];
}
