import type { Obstacle } from '../../../../shared/contract/index.ts';
import { type Hotkey, isRoot, type Rao, toAlphaRao } from '../../../../shared/units/index.ts';
import type { TransferGuards } from '../../../chain/delegation-port.ts';
import { obstacle } from '../../rules/obstacles.ts';
import { lockObstacle } from '../../rules/stake.ts';
import { accountOf, isOnChain } from '../account.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { IntentOf } from '../planner.ts';
import { priceOfPlace } from '../priced.ts';
import { holdWarnings, placeFacts, recipientWarnings, warning } from '../warnings.ts';
import { forfeitWarnings } from './forfeit.ts';
import { givenTo, type Leaving, leave, leavingObstacles, lockWarnings, takenFrom, worthAtSpot } from './leaving.ts';

type Transfer = IntentOf<'stake.transfer'>;

/** To another coldkey with the same validator on the same subnet: no pool, no price, no limit. */
export async function draftTransfer(step: Transfer, desk: Desk): Promise<Draft> {
  const { coldkey, hotkey, netuid, to } = step;
  const { chain, context } = desk.scene;
  const [leaving, { value: guards }, { value: recipients }, { hotkeyExists }] = await Promise.all([
    leave(desk, step),
    chain.getTransferGuards({ from: coldkey, to, netuid }),
    chain.getAccounts([to]),
    chain.getGuards({ coldkey, hotkey: to as string as Hotkey }),
  ]);
  const { amount, asset, position } = leaving;
  const netuids = { origin_netuid: BigInt(netuid), destination_netuid: BigInt(netuid) };
  const moved = lockedPart(leaving);
  return {
    calls: [
      {
        pallet: 'SubtensorModule',
        call: 'transfer_stake',
        args: { destination_coldkey: to, hotkey, ...netuids, alpha_amount: amount },
      },
    ],
    price: priceOfPlace({ asset, amount }),
    legs: [],
    obstacles: [
      ...(to === coldkey ? [obstacle('intent.self_transfer')] : []),
      ...leavingObstacles(desk, leaving, { worth: worthAtSpot(leaving), locks: 'go_along', isSale: false }),
      ...(guards.transfersAllowed ? [] : [obstacle('tx.transfer_disallowed', { netuid })]),
      ...(moved > 0n ? lockObstacles(leaving, guards, chain.constants().minStake) : []),
    ],
    executes: true,
    warnings: [
      ...(await forfeitWarnings(desk, leaving)),
      ...lockWarnings(leaving, 'go_along'),
      ...(moved > 0n ? [warning('moves_lock', { amount: moved.toString(), ...placeFacts({ asset, netuid }) })] : []),
      ...(isRoot(netuid) ? holdWarnings(leaving.guards, 'recipient', context) : []),
      ...recipientWarnings(to, context, { isOnChain: isOnChain(accountOf(recipients, to)), isHotkey: hotkeyExists }),
    ],
    changes: [
      takenFrom(desk, leaving, true),
      await givenTo(desk, { coldkey: to, hotkey, netuid }, { delta: amount, sure: amount, exact: true }),
    ],
    pools: [],
    takesFrom: position,
  };
}

/** What of the amount a lock holds: it goes along with the stake. */
function lockedPart({ amount, held, available }: Leaving): bigint {
  return available === undefined || amount > held || amount <= available ? 0n : amount - available;
}

/**
 * A lock may only join an account that takes locks, and there only a lock with the validator the stake lands on. Without the
 * lock goes what no lock holds, if that is enough to be transferred.
 */
function lockObstacles(leaving: Leaving, guards: TransferGuards, minStake: Rao): Obstacle[] {
  const { asset, position, held, available } = leaving;
  if (available === undefined) return [];
  const terms = { asset, netuid: position.netuid, held };
  const isEnough = (worthAtSpot({ ...leaving, amount: available }) ?? 0n) > minStake;
  const suggested = isEnough ? available : toAlphaRao(0n);
  if (!guards.acceptsLocked) return [lockObstacle('tx.recipient_rejects_lock', terms, available, suggested)];
  const theirs = guards.recipientLockHotkey;
  if (theirs === undefined || theirs === position.hotkey) return [];
  return [lockObstacle('tx.recipient_lock_mismatch', terms, available, suggested)];
}
