import type { Branded } from './brand.ts';
import { MAX_U64 } from './rao.ts';

/** A subnet's own token in base units (9 decimals). Meaningless without its netuid; on root it is TAO in rao. */
export type AlphaRao = Branded<bigint, 'AlphaRao'>;

/** @throws RangeError if `value` is outside u64. */
export function toAlphaRao(value: bigint): AlphaRao {
  if (value < 0n || value > MAX_U64) throw new RangeError(`not a u64 amount of alpha: ${value}`);
  return value as AlphaRao;
}
