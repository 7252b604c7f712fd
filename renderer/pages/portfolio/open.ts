import type { StakePosition, StakeStep } from '../../../shared/contract/index.ts';
import type { Netuid } from '../../../shared/units/index.ts';
import type { ExitScope, PositionAction } from '../../features/portfolio/index.ts';
import { openTransaction } from '../../features/transaction/index.ts';

/** Which transaction each action of a position is; they are the same functions for ever, so that no row is drawn anew. */
const KIND = {
  stake: 'stake',
  unstake: 'unstake',
  move: 'move',
  swap: 'swap',
  transfer: 'transferStake',
  exit: 'exitAll',
} as const;

export function openPosition(action: PositionAction, { coldkey, hotkey, netuid }: StakePosition): void {
  openTransaction(KIND[action], { from: coldkey, hotkey, netuid });
}

export function openExit(scope: ExitScope): void {
  openTransaction('exitAll', scope);
}

export function openBatch(from: string, steps: readonly StakeStep[]): void {
  openTransaction('batch', { from, steps });
}

export function openClaim(from: string, netuids: readonly Netuid[]): void {
  openTransaction('claim', { from, netuids });
}

export function openClaimType(from: string): void {
  openTransaction('claimType', { from });
}

export function openBasketClaim(from: string, hotkey: string): void {
  openTransaction('basketClaim', { from, hotkey });
}

export function openBasketBuy(from: string | undefined, hotkey?: string): void {
  openTransaction('basketBuy', { from, hotkey });
}
