import type { Asset, Obstacle } from '../../../shared/contract/index.ts';
import { type AlphaRao, isRoot, MAX_U64, type Rao, toAlphaRao } from '../../../shared/units/index.ts';
import type { PositionKey } from '../../chain/delegation-port.ts';
import { alphaForFee, withHeadroom } from '../rules/alpha-fee.ts';
import { obstacle } from '../rules/obstacles.ts';
import { stakeFacts } from '../rules/stake.ts';
import type { Desk } from './desk.ts';
import { simulate } from './simulate.ts';

/** Each round comes closer; where these do not do, the pool has next to nothing to pay with. */
const MAX_ROUNDS = 6;

/** A position that is to pay the fee. */
export interface AlphaPurse {
  readonly position: PositionKey;
  readonly asset: Asset;
  readonly held: AlphaRao;
  /** What of it the chain may sell for the fee: what no lock holds, even where the call itself takes a lock along. */
  readonly unlocked: AlphaRao;
  /** True where the runtime has locks and did not say what they hold. */
  readonly locksUnknown: boolean;
}

/** @throws AppError chain.* */
export async function readAlphaPurse(desk: Desk, position: PositionKey): Promise<AlphaPurse> {
  const { hotkey, netuid } = position;
  const [asset, guards] = await Promise.all([desk.scene.assetOf(netuid), desk.scene.guardsOf(hotkey, netuid)]);
  const held = desk.held(position);
  const available = desk.available(netuid, guards) ?? held;
  return {
    position,
    asset,
    held,
    unlocked: available < held ? available : held,
    locksUnknown: desk.locksUnknown(netuid, guards),
  };
}

/**
 * Alpha of a position that fetches `fee` rao by the runtime's own simulation. Where a fee is much for a pool, or an alpha rao
 * is worth many rao, that is more than at spot: counted at spot, a sale of the rest would ask for more than there is left,
 * fail, and lose the fee. Undefined where what no lock holds does not fetch it, or nothing would be left for the call.
 * @throws AppError chain.*
 */
export async function alphaThatPays(
  { chain, priceOf }: Pick<Desk['scene'], 'chain' | 'priceOf'>,
  { position: { netuid }, held, unlocked }: AlphaPurse,
  fee: Rao,
): Promise<AlphaRao | undefined> {
  let alpha = alphaForFee(fee, priceOf(netuid));
  for (let round = 0; round < MAX_ROUNDS && alpha !== undefined && alpha < held && alpha <= unlocked; round += 1) {
    if (isRoot(netuid) || !chain.capabilities().quotes) return alpha;
    const { out } = await simulate(chain, 'sell', netuid, alpha);
    if (out >= fee) return alpha;
    const more: bigint = out === 0n ? alpha * 2n : withHeadroom(alpha * fee, out);
    alpha = more > MAX_U64 ? undefined : toAlphaRao(more > alpha ? more : alpha + 1n);
  }
  return undefined;
}

/** No amount would do: the fee is the same whatever leaves. `held` is told where a lock is the reason. */
export function alphaFeeObstacle({ asset, position, held, unlocked }: AlphaPurse, fee: Rao): Obstacle {
  return obstacle('tx.fee_alpha_unpayable', {
    ...stakeFacts({ asset, netuid: position.netuid }),
    fee: fee.toString(),
    available: unlocked.toString(),
    ...(unlocked < held ? { held: held.toString() } : {}),
  });
}
