import type { AlphaRao, Netuid, Rao, RaoPerAlpha } from '../../shared/units/index.ts';
import type { PositionKey, StakeAvailability } from '../chain/delegation-port.ts';
import type { AccountRecord, BlockRef, StakePositionRecord } from '../chain/port.ts';

/** What was read of the chain at one and the same block. */
export interface PortfolioFacts {
  readonly block: BlockRef;
  readonly existentialDeposit: Rao;
  readonly accounts: readonly AccountRecord[];
  /** None of them empty. */
  readonly positions: readonly StakePositionRecord[];
  /** Rao per alpha. */
  readonly prices: ReadonlyMap<Netuid, RaoPerAlpha>;
  readonly locks: readonly StakeAvailability[];
}

/** One text for one position, to find it in a map. */
export function positionId({ coldkey, hotkey, netuid }: PositionKey): string {
  return `${netuid}/${hotkey}/${coldkey}`;
}

/** True when the chain told both of the same block. */
export function isSameBlock(a: BlockRef, b: BlockRef): boolean {
  return a.blockHash === b.blockHash;
}

/** An amount of alpha with the subnet that gives it its meaning. */
export interface AlphaAmount {
  readonly netuid: Netuid;
  readonly alpha: AlphaRao;
}
