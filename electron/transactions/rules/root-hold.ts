import type { Obstacle } from '../../../shared/contract/index.ts';
import type { RootHold } from '../../chain/delegation-port.ts';
import { obstacle } from './obstacles.ts';

export interface HoldTerms {
  /** Block of the last change of this root stake. */
  readonly changedAt: number;
  /** The block a transaction made now gets into at the earliest. */
  readonly nextBlock: number;
  /** Ms, as the chain plans its blocks. */
  readonly blockTimeMs: number;
}

/** Root stake may leave from the block on that is an interval after its last change: the chain refuses it before. */
export function holdObstacles({ intervalBlocks }: RootHold, terms: HoldTerms): Obstacle[] {
  const { changedAt, nextBlock, blockTimeMs } = terms;
  const fromBlock = changedAt + intervalBlocks;
  const blocks = fromBlock - nextBlock;
  return blocks > 0 ? [obstacle('tx.root_stake_held', { fromBlock, blocks, blockTimeMs })] : [];
}

/** The same where an earlier operation of the transaction is the change: the wait is not over before it has begun. */
export function heldByStep({ intervalBlocks }: RootHold, blockTimeMs: number): Obstacle {
  return obstacle('tx.root_stake_held', { reason: 'step', blocks: intervalBlocks, blockTimeMs });
}
