import type { Asset, Obstacle, Warning } from '../../../../shared/contract/index.ts';
import {
  type AlphaRao,
  type Coldkey,
  type Hotkey,
  isRoot,
  type Netuid,
  type Rao,
  type RaoPerAlpha,
  spotValue,
  toAlphaRao,
  toRao,
} from '../../../../shared/units/index.ts';
import type { PositionKey } from '../../../chain/delegation-port.ts';
import type { ChainGuards } from '../../../chain/port.ts';
import { placeObstacles } from '../../rules/guards.ts';
import { leaveObstacles } from '../../rules/stake.ts';
import type { Desk } from '../desk.ts';
import type { BalanceChange } from '../draft.ts';
import { holdWarnings, warning } from '../warnings.ts';

/** What takes from a position: a sale, a move, a swap or a transfer. */
interface LeavingStep {
  readonly coldkey: Coldkey;
  readonly hotkey: Hotkey;
  readonly netuid: Netuid;
  readonly amount: AlphaRao;
  readonly all: boolean;
}

/** A position of the account and how much of it leaves. */
export interface Leaving {
  readonly position: PositionKey;
  readonly asset: Asset;
  readonly guards: ChainGuards;
  readonly price: RaoPerAlpha;
  readonly held: AlphaRao;
  /** Alpha (TAO on root) that leaves; with `all` what is held now. */
  readonly amount: AlphaRao;
  /** Alpha no lock holds; undefined where there are no locks, or nobody said. */
  readonly available: AlphaRao | undefined;
  /** True where the runtime has locks and did not say what they hold. */
  readonly locksUnknown: boolean;
  /** False when nothing can be asked about it: no amount, or no such subnet. */
  readonly canAsk: boolean;
}

export async function leave(desk: Desk, { coldkey, hotkey, netuid, amount, all }: LeavingStep): Promise<Leaving> {
  const position = { coldkey, hotkey, netuid };
  const { scene } = desk;
  const [asset, guards] = await Promise.all([scene.assetOf(netuid), scene.guardsOf(hotkey, netuid)]);
  const held = desk.held(position);
  const leaving = all ? held : amount;
  return {
    position,
    asset,
    guards,
    price: scene.priceOf(netuid),
    held,
    amount: leaving,
    available: desk.available(netuid, guards),
    locksUnknown: desk.locksUnknown(netuid, guards),
    canAsk: leaving > 0n && guards.subnetExists,
  };
}

/** What the operation asks of the part that leaves. */
interface LeavingRules {
  /** Rao it is worth to the chain; undefined when it cannot leave. */
  readonly worth: bigint | undefined;
  readonly locks: 'hold' | 'go_along';
  /** Sales take a whole position of any size and a part of at least the minimum; everything else must exceed it. */
  readonly isSale: boolean;
}

export function leavingObstacles(desk: Desk, leaving: Leaving, { worth, locks, isSale }: LeavingRules): Obstacle[] {
  const { position, asset, guards, price, held, amount, available } = leaving;
  const { minStake } = desk.scene.chain.constants();
  return [
    ...placeObstacles(guards, position.netuid),
    ...desk.leavingObstacles(position),
    ...(held > 0n ? desk.heldObstacles(position, guards) : []),
    ...leaveObstacles({
      asset,
      netuid: position.netuid,
      amount,
      held,
      available: locks === 'hold' ? available : undefined,
      worth: worth === undefined ? undefined : toRao(worth),
      restValue: spotValue(toAlphaRao(held > amount ? held - amount : 0n), price),
      least: isSale ? minStake : toRao(minStake + 1n),
      wholeAnySize: isSale,
      minStake,
    }),
  ];
}

/** Nobody promises that it can leave: the chain may still refuse, or take a part of a lock along. */
export function lockWarnings({ locksUnknown }: Leaving, locks: LeavingRules['locks']): Warning[] {
  return locksUnknown ? [warning('locks_unknown', { locks })] : [];
}

/** A part that leaves root is a change of the rest, which then stays for a while where the runtime holds it. */
export function restWarnings(desk: Desk, { position, amount, held, guards }: Leaving): Warning[] {
  return isRoot(position.netuid) && amount < held ? holdWarnings(guards, 'rest', desk.scene.context) : [];
}

/** What the amount is worth at spot, as the chain values moves inside a subnet; undefined without such a subnet. */
export function worthAtSpot({ guards, amount, held, price }: Leaving): Rao | undefined {
  return guards.subnetExists ? spotValue(amount < held ? amount : held, price) : undefined;
}

/** The position after it; `exact` is false when less may leave. */
export function takenFrom(desk: Desk, { position, asset, amount, held }: Leaving, exact: boolean): BalanceChange {
  const { coldkey, hotkey } = position;
  const delta = 0n - (amount < held ? amount : held);
  const before = desk.heldBefore(position);
  return { address: coldkey, subject: 'stake_position', hotkey, asset, before, delta, exact };
}

/** A position that something arrives in. `sure`: what of it arrives at worst. */
export async function givenTo(
  desk: Desk,
  position: PositionKey,
  arriving: { readonly delta: bigint; readonly sure: bigint; readonly exact: boolean },
): Promise<BalanceChange> {
  const { coldkey, hotkey, netuid } = position;
  const asset = await desk.scene.assetOf(netuid);
  const before = desk.heldBefore(position);
  return { address: coldkey, subject: 'stake_position', hotkey, asset, before, ...arriving };
}

/** Free TAO of the account. */
export function freeChange(desk: Desk, delta: bigint, exact: boolean): BalanceChange {
  const { coldkey, account } = desk.scene;
  return { address: coldkey, subject: 'free_balance', asset: { kind: 'tao' }, before: account.free, delta, exact };
}
