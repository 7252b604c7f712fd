import type { Asset, Obstacle, QuoteLeg, Warning } from '../../../shared/contract/index.ts';
import type { Coldkey, Hotkey, Netuid, Rao } from '../../../shared/units/index.ts';
import type { PositionKey } from '../../chain/delegation-port.ts';
import type { CallSpec } from '../../chain/port.ts';
import { obstacle } from '../rules/obstacles.ts';
import { remaining } from '../rules/transferable.ts';
import type { Priced } from './planner.ts';
import type { Side } from './simulate.ts';

/** What one operation does to one balance. */
export interface BalanceChange {
  readonly address: Coldkey;
  readonly subject: 'free_balance' | 'stake_position';
  readonly hotkey?: Hotkey;
  readonly asset: Asset;
  readonly before: bigint;
  /** What is added; negative when it leaves. */
  readonly delta: bigint;
  /** Of what is added, what is sure to arrive; only that may be used by later steps of a batch. */
  readonly sure?: bigint;
  /** False when the pool may still move it. */
  readonly exact: boolean;
}

/** An input into a subnet's pool, as later trades of the same transaction have to reckon with it. */
export interface PoolUse {
  readonly netuid: Netuid;
  readonly side: Side;
  readonly weight: bigint;
}

/** What is there to pay with, rao. */
export interface Purse {
  /** Network fee of the whole transaction. */
  readonly fee: Rao;
  /** Keep-alive rao before the fee. */
  readonly transferable: Rao;
}

/** One operation, priced and checked, before it is known what the transaction around it costs. */
export interface Draft {
  readonly calls: readonly CallSpec[];
  readonly price: Priced;
  readonly legs: readonly QuoteLeg[];
  readonly obstacles: readonly Obstacle[];
  /** False when the simulation says that it would fail. */
  readonly executes: boolean;
  /** Obstacles that depend on the money left; asked once the fee is known. */
  readonly funds?: (purse: Purse) => readonly Obstacle[];
  readonly warnings: readonly Warning[];
  readonly changes: readonly BalanceChange[];
  readonly pools: readonly PoolUse[];
  /** The one position the call takes from: it may pay the network fee where the runtime allows that. */
  readonly takesFrom?: PositionKey;
}

/**
 * Every obstacle of an operation before which `spent` rao of the balance are gone. That it cannot execute comes last: often it
 * follows from something that can be put right. A fee that nobody can pay is an obstacle of the whole transaction.
 */
export function obstaclesOf(draft: Draft, { fee, transferable }: Purse, spent = 0n): Obstacle[] {
  const { funds = () => [], obstacles } = draft;
  const money = fee > transferable ? [] : funds({ fee, transferable: remaining(transferable, spent) });
  return [...obstacles, ...money, ...executionObstacles(draft)];
}

/** Those that money has no part in. */
export function fixedObstacles(draft: Draft): Obstacle[] {
  return [...draft.obstacles, ...executionObstacles(draft)];
}

function executionObstacles({ executes }: Draft): Obstacle[] {
  return executes ? [] : [obstacle('tx.cannot_execute')];
}

/** Rao that an operation takes from the free balance; what a person typed may be beyond anything that exists. */
export function spentBy({ changes }: Draft): bigint {
  const costs = changes.filter(({ subject, delta }) => subject === 'free_balance' && delta < 0n);
  return costs.reduce((sum, { delta }) => sum - delta, 0n);
}
