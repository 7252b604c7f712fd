import { isRoot } from '../../../../shared/units/index.ts';
import type { CallSpec, ChainClient } from '../../../chain/port.ts';
import { hotkeyObstacles } from '../../rules/guards.ts';
import { obstacle } from '../../rules/obstacles.ts';
import { encodes } from '../call.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { IntentOf } from '../planner.ts';
import { priceOfPlace } from '../priced.ts';
import { holdWarnings, validatorWarnings } from '../warnings.ts';
import { draftAcross } from './across.ts';
import { forfeitWarnings } from './forfeit.ts';
import { givenTo, leave, leavingObstacles, takenFrom, worthAtSpot } from './leaving.ts';
import { swapCall } from './swap.ts';

type Move = IntentOf<'stake.move'>;

function moveArgs({ hotkey, toHotkey, netuid }: Move, toNetuid: number, amount: bigint): CallSpec['args'] {
  return {
    origin_hotkey: hotkey,
    destination_hotkey: toHotkey,
    origin_netuid: BigInt(netuid),
    destination_netuid: BigInt(toNetuid),
    alpha_amount: amount,
  };
}

function moveCall(step: Move, toNetuid: number, amount: bigint): CallSpec {
  return { pallet: 'SubtensorModule', call: 'move_stake', args: moveArgs(step, toNetuid, amount) };
}

function moveLimitCall(step: Move, amount: bigint, limitPrice: bigint): CallSpec {
  const args = { ...moveArgs(step, step.toNetuid, amount), limit_price: limitPrice, allow_partial: false };
  return { pallet: 'SubtensorModule', call: 'move_stake_limit', args };
}

/** `move_stake_limit`, if the runtime has it with the arguments we know. */
function hasMoveLimit(chain: ChainClient, step: Move): boolean {
  return chain.capabilities().moveStakeLimit && encodes(chain, moveLimitCall(step, 1n, 1n));
}

/** To another validator, on the same subnet or another. */
export async function draftMove(step: Move, desk: Desk): Promise<Draft> {
  const draft = await (step.netuid === step.toNetuid ? draftWithin(step, desk) : draftBeyond(step, desk));
  // The same validator on another subnet is a swap, which has an intent of its own.
  const samePlace = step.hotkey === step.toHotkey ? [obstacle('tx.same_place')] : [];
  return { ...draft, obstacles: [...samePlace, ...draft.obstacles] };
}

/** Inside a subnet no pool is touched: nothing to limit, nothing lost. */
async function draftWithin(step: Move, desk: Desk): Promise<Draft> {
  const { coldkey, toHotkey, netuid } = step;
  const [leaving, guards] = await Promise.all([leave(desk, step), desk.scene.guardsOf(toHotkey, netuid)]);
  const { amount, asset, position } = leaving;
  return {
    calls: [moveCall(step, netuid, amount)],
    price: priceOfPlace({ asset, amount }),
    legs: [],
    obstacles: [
      // The lock is the account's on the whole subnet: it does not mind which validator the stake is with.
      ...leavingObstacles(desk, leaving, { worth: worthAtSpot(leaving), locks: 'go_along', isSale: false }),
      ...hotkeyObstacles(guards),
    ],
    executes: true,
    warnings: [
      ...(await forfeitWarnings(desk, leaving)),
      ...(isRoot(netuid) ? holdWarnings(guards, 'all', desk.scene.context) : []),
      ...validatorWarnings(toHotkey, netuid, desk.scene.context),
    ],
    changes: [
      takenFrom(desk, leaving, true),
      await givenTo(desk, { coldkey, hotkey: toHotkey, netuid }, { delta: amount, sure: amount, exact: true }),
    ],
    pools: [],
    takesFrom: position,
  };
}

/**
 * `move_stake` alone trades in two pools without a limit. So where the runtime has no `move_stake_limit` the stake first
 * goes to the other validator on its own subnet, which has no price, and from there to the other subnet within a limit:
 * both or neither.
 */
async function draftBeyond(step: Move, desk: Desk): Promise<Draft> {
  const { coldkey, toHotkey, netuid, toNetuid, tolerance } = step;
  const { chain } = desk.scene;
  const { swapStakeLimit, oneStakeCallPerBlock } = chain.capabilities();
  const direct = hasMoveLimit(chain, step);
  const inTwo = !direct && swapStakeLimit;
  const leaving = await leave(desk, step);
  const draft = await draftAcross(desk, {
    leaving,
    to: { coldkey, hotkey: toHotkey, netuid: toNetuid },
    tolerance,
    allowPartial: false,
    limited: direct || inTwo,
    calls: (amount, limitPrice) => {
      if (limitPrice === undefined) return [moveCall(step, toNetuid, amount)];
      if (direct) return [moveLimitCall(step, amount, limitPrice)];
      const swap = { hotkey: toHotkey, netuid, toNetuid, allowPartial: false };
      return [moveCall(step, netuid, amount), swapCall(swap, amount, limitPrice)];
    },
  });
  // The first of the two calls begins the hold that then refuses the second.
  const isHeld = inTwo && isRoot(netuid) && leaving.guards.rootHold !== undefined;
  const refused = isHeld
    ? [obstacle('tx.two_steps_needed', { reason: 'hold' })]
    : inTwo && oneStakeCallPerBlock
      ? [obstacle('tx.two_steps_needed')]
      : [];
  const alone = direct || inTwo ? {} : { takesFrom: leaving.position };
  return { ...draft, obstacles: [...refused, ...draft.obstacles], ...alone };
}
