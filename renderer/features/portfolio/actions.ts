import type { LucideIcon } from 'lucide-react';
import { ArrowLeftRight, CircleMinus, CirclePlus, LogOut, MoveRight, Send } from 'lucide-react';
import type { CapabilitySet } from '../../api/capabilities.ts';

export type PositionAction = 'stake' | 'unstake' | 'move' | 'swap' | 'transfer' | 'exit';

interface ActionEntry {
  readonly id: PositionAction;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Any of these in the runtime, or nothing. */
  readonly needs: readonly string[];
}

const ACTIONS: readonly ActionEntry[] = [
  { id: 'stake', label: 'Stake more', icon: CirclePlus, needs: [] },
  { id: 'unstake', label: 'Unstake', icon: CircleMinus, needs: [] },
  { id: 'move', label: 'Move to another validator', icon: MoveRight, needs: ['moveStake'] },
  { id: 'swap', label: 'Swap to another subnet', icon: ArrowLeftRight, needs: ['swapStake', 'swapStakeLimit'] },
  { id: 'transfer', label: 'Transfer to another account', icon: Send, needs: ['transferStake'] },
  { id: 'exit', label: 'Unstake everything here', icon: LogOut, needs: ['atomicBatch'] },
];

/** What can be done with a position on this runtime; while that is not known, what every runtime can. */
export function actionsOf(capabilities: CapabilitySet | undefined): readonly ActionEntry[] {
  return ACTIONS.filter(({ needs }) => needs.length === 0 || needs.some((name) => capabilities?.[name] === true));
}
