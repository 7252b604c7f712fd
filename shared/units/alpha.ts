import type { Branded } from './brand.ts';
import type { Netuid } from './netuid.ts';
import { MAX_U64 } from './rao.ts';

/** A subnet's own token in base units (9 decimals). Meaningless without its netuid; on root it is TAO in rao. */
export type AlphaRao = Branded<bigint, 'AlphaRao'>;

/** An alpha amount together with the subnet whose token it is. */
export interface AlphaAmount {
  readonly netuid: Netuid;
  /** Alpha of `netuid`, base units. */
  readonly amount: AlphaRao;
}

/** @throws RangeError if `value` is outside u64. */
export function toAlphaRao(value: bigint): AlphaRao {
  if (value < 0n || value > MAX_U64) throw new RangeError(`not a u64 amount of alpha: ${value}`);
  return value as AlphaRao;
}

/**
 * Sum of two amounts of the same subnet's alpha.
 * @throws RangeError if the netuids differ: alphas of two subnets are two currencies.
 */
export function addAlpha(a: AlphaAmount, b: AlphaAmount): AlphaAmount {
  if (a.netuid !== b.netuid) throw new RangeError(`cannot add alpha of subnet ${a.netuid} and subnet ${b.netuid}`);
  return { netuid: a.netuid, amount: toAlphaRao(a.amount + b.amount) };
}
