import type { Asset, Obstacle } from '../../../shared/contract/index.ts';
import {
  type AlphaRao,
  type Netuid,
  type Ppm,
  type Rao,
  subRaoFloor,
  toRao,
  WIDEST_TOLERANCE,
} from '../../../shared/units/index.ts';
import { obstacle, TAO } from './obstacles.ts';

export function toleranceObstacles(tolerance: Ppm): Obstacle[] {
  return tolerance > WIDEST_TOLERANCE ? [obstacle('tx.tolerance_invalid', { tolerance })] : [];
}

export interface AddTerms {
  /** Rao to stake. */
  readonly amount: Rao;
  /** Network fee, rao. */
  readonly fee: Rao;
  /** Swap fee of this amount, rao; 0 on root. */
  readonly swapFee: Rao;
  /** Keep-alive rao before the fee. */
  readonly transferable: Rao;
  readonly minStake: Rao;
}

/** Least rao that can be staked: the minimum and the swap fee on it, which is proportional. */
export function leastToStake({ amount, swapFee, minStake }: Pick<AddTerms, 'amount' | 'swapFee' | 'minStake'>): Rao {
  if (amount === 0n || swapFee === 0n) return minStake;
  return toRao(minStake + (minStake * swapFee + amount - 1n) / amount + 1n);
}

export function addObstacles(terms: AddTerms): Obstacle[] {
  const { amount, fee, transferable } = terms;
  if (amount === 0n) return [obstacle('intent.amount_zero')];
  if (fee > transferable) {
    return [obstacle('tx.fee_unpayable', { fee: fee.toString(), available: transferable.toString() })];
  }
  const least = leastToStake(terms);
  const most = subRaoFloor(transferable, fee);
  const found: Obstacle[] = [];
  if (amount > most) {
    const facts = { available: most.toString(), required: (amount + fee).toString() };
    found.push(obstacle('tx.insufficient_balance', facts, { asset: TAO, amount: most >= least ? most : 0n }));
  }
  if (amount < least) {
    const suggestion = { asset: TAO, amount: most >= least ? least : 0n };
    found.push(obstacle('tx.below_min_stake', { minimum: least.toString() }, suggestion));
  }
  return found;
}

export interface RemoveTerms {
  readonly asset: Asset;
  readonly netuid: Netuid;
  /** Alpha to sell. */
  readonly amount: AlphaRao;
  /** Alpha of the position. */
  readonly held: AlphaRao;
  /** Alpha of the coldkey on the subnet that no lock holds; undefined where there are no locks. */
  readonly available: AlphaRao | undefined;
  /** Rao the sale pays; undefined when it cannot happen, which is an obstacle of its own. */
  readonly proceeds: Rao | undefined;
  /** Rao the rest of the position is worth at spot. */
  readonly restValue: Rao;
  readonly fee: Rao;
  /** Keep-alive rao before the fee. */
  readonly transferable: Rao;
  readonly minStake: Rao;
}

function stakeFacts({ asset, netuid }: RemoveTerms): Record<string, string | number> {
  return asset.kind === 'alpha' ? { netuid, symbol: asset.symbol } : { netuid };
}

export function removeObstacles(terms: RemoveTerms): Obstacle[] {
  const { asset, amount, held, available, fee, transferable } = terms;
  const facts = stakeFacts(terms);
  if (held === 0n) return [obstacle('tx.not_enough_stake', { ...facts, available: '0' })];
  if (amount === 0n) return [obstacle('intent.amount_zero')];
  if (amount > held) {
    return [obstacle('tx.not_enough_stake', { ...facts, available: held.toString() }, { asset, amount: held })];
  }
  const found: Obstacle[] = [];
  if (available !== undefined && amount > available) {
    found.push(
      obstacle('tx.stake_locked', { ...facts, available: available.toString() }, { asset, amount: available }),
    );
  }
  found.push(...sizeObstacles(terms, facts));
  if (fee > transferable) {
    found.push(obstacle('tx.fee_unpayable', { fee: fee.toString(), available: transferable.toString() }));
  }
  return found;
}

/** A whole position may leave however small; a part must pay the minimum, and so should what stays behind. */
function sizeObstacles(terms: RemoveTerms, facts: Record<string, string | number>): Obstacle[] {
  const { asset, amount, held, proceeds, restValue, minStake } = terms;
  if (amount === held || proceeds === undefined) return [];
  const all = { asset, amount: held };
  const minimum = minStake.toString();
  if (proceeds < minStake) return [obstacle('tx.below_min_stake', { ...facts, minimum }, all)];
  if (restValue >= minStake) return [];
  return [obstacle('tx.remainder_below_min', { ...facts, minimum, remainder: (held - amount).toString() }, all)];
}
