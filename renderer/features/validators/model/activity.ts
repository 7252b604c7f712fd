import type { ValidatorHere } from '../../../../shared/contract/index.ts';

/** Blocks without weights after which the chain counts a validator as inactive, unless the subnet says otherwise. */
export const ACTIVITY_BLOCKS = 5000;

/** Blocks since its last weights here, as of the block the list is true at; undefined when not known or never. */
export function blocksSinceUpdate(validator: ValidatorHere, blockNumber: number): number | undefined {
  const { lastUpdate } = validator;
  return lastUpdate === undefined || lastUpdate === 0 ? undefined : Math.max(0, blockNumber - lastUpdate);
}

/**
 * Whether it earns here for those who stake with it: a permit (a seat, on root), weights not long ago, and dividends in
 * the last epoch. What the chain does not tell is not held against it.
 */
export function isActiveHere(validator: ValidatorHere, blockNumber: number): boolean {
  const { permitHere, dividends, lastUpdate } = validator;
  if (!permitHere || dividends === 0) return false;
  if (lastUpdate === undefined) return true;
  const since = blocksSinceUpdate(validator, blockNumber);
  return since !== undefined && since <= ACTIVITY_BLOCKS;
}

/** Why staking with it here would earn nothing; undefined when it validates here. */
export function idleReason({ permitHere, registeredHere }: ValidatorHere): 'no_permit' | 'not_registered' | undefined {
  if (permitHere) return undefined;
  return registeredHere ? 'no_permit' : 'not_registered';
}
