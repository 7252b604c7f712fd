import type { Asset, Obstacle } from '../../../shared/contract/index.ts';
import {
  type AlphaRao,
  type Netuid,
  type Ppm,
  type Rao,
  subRaoFloor,
  toAlphaRao,
  toRao,
  WIDEST_TOLERANCE,
} from '../../../shared/units/index.ts';
import { obstacle, TAO } from './obstacles.ts';

/** For trades through a pool: at 0 any trade of anybody else would make the chain refuse, and the fee would be lost. */
export function toleranceObstacles(tolerance: Ppm): Obstacle[] {
  return tolerance === 0 || tolerance > WIDEST_TOLERANCE ? [obstacle('tx.tolerance_invalid', { tolerance })] : [];
}

/** The fee is taken before the call, and the account must stay alive. */
export function feeObstacles(fee: Rao, transferable: Rao): Obstacle[] {
  if (fee <= transferable) return [];
  return [obstacle('tx.fee_unpayable', { fee: fee.toString(), available: transferable.toString() })];
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

/** What the amount is refused for; that the fee alone cannot be paid is said elsewhere. */
export function addObstacles(terms: AddTerms): Obstacle[] {
  const { amount, fee, transferable } = terms;
  if (amount === 0n) return [obstacle('intent.amount_zero')];
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

/** Alpha (TAO on root) that leaves a position, wherever to. */
export interface LeaveTerms {
  readonly asset: Asset;
  readonly netuid: Netuid;
  readonly amount: AlphaRao;
  /** Alpha of the position. */
  readonly held: AlphaRao;
  /** Alpha of the coldkey on the subnet that no lock holds; undefined where no lock stands in the way. */
  readonly available: AlphaRao | undefined;
  /** Rao that what leaves is worth to the chain; undefined when it cannot leave, which is an obstacle of its own. */
  readonly worth: Rao | undefined;
  /** Rao the rest of the position is worth at spot. */
  readonly restValue: Rao;
  /** Least rao that may leave. */
  readonly least: Rao;
  /** A whole position may leave however small: so it is for sales, not for moves. */
  readonly wholeAnySize: boolean;
  readonly minStake: Rao;
}

/** Which alpha the other facts are amounts of. */
export function stakeFacts({ asset, netuid }: Pick<LeaveTerms, 'asset' | 'netuid'>): Record<string, string | number> {
  return asset.kind === 'alpha' ? { netuid, symbol: asset.symbol } : { netuid };
}

export function leaveObstacles(terms: LeaveTerms): Obstacle[] {
  const { asset, amount, held, available } = terms;
  const facts = stakeFacts(terms);
  if (held === 0n) return [obstacle('tx.not_enough_stake', { ...facts, available: '0' })];
  if (amount === 0n) return [obstacle('intent.amount_zero')];
  if (amount > held) {
    return [obstacle('tx.not_enough_stake', { ...facts, available: held.toString() }, { asset, amount: held })];
  }
  const locked =
    available === undefined || amount <= available
      ? []
      : [lockObstacle('tx.stake_locked', terms, available, enoughOf(terms, available))];
  return [...locked, ...sizeObstacles(terms, facts)];
}

/** `part` where that much surely is worth leaving, else none: less is sold at no worse a price, so its share of the worth is sure. */
function enoughOf({ amount, worth, least }: LeaveTerms, part: AlphaRao): AlphaRao {
  return worth === undefined || (worth * part) / amount >= least ? part : toAlphaRao(0n);
}

/** Refused because of a lock: `available` is what none holds, `suggested` what would work. */
export function lockObstacle(
  code: 'tx.stake_locked' | 'tx.recipient_rejects_lock' | 'tx.recipient_lock_mismatch',
  terms: Pick<LeaveTerms, 'asset' | 'netuid' | 'held'>,
  available: AlphaRao,
  suggested: AlphaRao,
): Obstacle {
  const most = suggested < terms.held ? suggested : terms.held;
  const facts = { ...stakeFacts(terms), available: available.toString() };
  return obstacle(code, facts, { asset: terms.asset, amount: most });
}

/** What leaves must be worth the minimum, and so should what stays behind. */
function sizeObstacles(terms: LeaveTerms, facts: Record<string, string | number>): Obstacle[] {
  const { asset, amount, held, worth, restValue, least, wholeAnySize, minStake } = terms;
  const isWhole = amount === held;
  if (worth === undefined || (isWhole && wholeAnySize)) return [];
  const minimum = least.toString();
  if (worth < least) {
    const wholeWouldDo = !isWhole && (wholeAnySize || worth + restValue >= least);
    return [obstacle('tx.below_min_stake', { ...facts, minimum }, { asset, amount: wholeWouldDo ? held : 0n })];
  }
  if (isWhole || restValue >= minStake) return [];
  const remainder = (held - amount).toString();
  const rest = { ...facts, minimum: minStake.toString(), remainder };
  return [obstacle('tx.remainder_below_min', rest, { asset, amount: held })];
}
