import { type AlphaRao, isRoot, MAX_U64, type Netuid, type Rao, toAlphaRao } from '../../../shared/units/index.ts';
import { alphaForFee, withHeadroom } from '../rules/alpha-fee.ts';
import type { Scene } from './scene.ts';
import { simulate } from './simulate.ts';

/** Each round comes closer; where these do not do, the pool has next to nothing to pay with. */
const MAX_ROUNDS = 6;

/**
 * Alpha of a position with `held` that fetches `fee` rao by the runtime's own simulation. Where a fee is much for a pool, or an
 * alpha rao is worth many rao, that is more than at spot: counted at spot, a sale of the rest would ask for more than there
 * is left, fail, and lose the fee. Undefined where the position does not fetch it. @throws AppError chain.*
 */
export async function alphaThatPays(
  { chain, priceOf }: Pick<Scene, 'chain' | 'priceOf'>,
  { netuid, fee, held }: { readonly netuid: Netuid; readonly fee: Rao; readonly held: AlphaRao },
): Promise<AlphaRao | undefined> {
  let alpha = alphaForFee(fee, priceOf(netuid));
  for (let round = 0; round < MAX_ROUNDS && alpha !== undefined && alpha < held; round += 1) {
    if (isRoot(netuid) || !chain.capabilities().quotes) return alpha;
    const { out } = await simulate(chain, 'sell', netuid, alpha);
    if (out >= fee) return alpha;
    const more: bigint = out === 0n ? alpha * 2n : withHeadroom(alpha * fee, out);
    alpha = more > MAX_U64 ? undefined : toAlphaRao(more > alpha ? more : alpha + 1n);
  }
  return undefined;
}
