import { ensure, subtensorFailure } from '../dispatch-error.ts';
import type { Exec } from '../exec.ts';
import { carryLock, ensureAvailable } from '../locks/locks.ts';
import { largest, type Pool, PRICE_ONE, swap } from '../pool/pool.ts';
import { exchange, feeRateOf, hasPool, poolOf, priceOf } from '../pool/reserves.ts';
import type { StateReader } from '../port.ts';
import { TransferToggle } from '../storage/subnet.ts';
import { ensureTradable, hotkeyExists, MIN_STAKE } from './checks.ts';
import { enterSubnet, leaveSubnet, moveBetweenSubnets } from './ledger.ts';
import { decreaseStake, increaseStake, type PositionId, stakeOf } from './position.ts';
import { noteRootStakeChange } from './root-claims.ts';
import { beginHold, ensureNotHeld } from './root-hold.ts';
import { sweepNomination } from './sweep.ts';

/** Only one leg pays: the origin's pool, or the destination's when the origin has none. */
function destinationPays(state: StateReader, from: number): boolean {
  return !hasPool(state, from);
}

/** @throws DispatchFailure when stake may not go from one position to the other. */
function ensureCanMove(
  state: StateReader,
  from: PositionId,
  to: PositionId,
  alpha: bigint,
  checkToggle: boolean,
): void {
  ensureTradable(state, from.netuid);
  ensureTradable(state, to.netuid);
  ensure(hotkeyExists(state, from.hotkey) && hotkeyExists(state, to.hotkey), () =>
    subtensorFailure('HotKeyAccountNotExists'),
  );
  if (checkToggle) {
    const open = TransferToggle.get(state, from.netuid) && TransferToggle.get(state, to.netuid);
    ensure(open, () => subtensorFailure('TransferDisallowed'));
  }
  const held = stakeOf(state, from);
  ensure(held > 0n && alpha <= held, () => subtensorFailure('NotEnoughStakeToWithdraw'));
  ensureNotHeld(state, from);
  if (from.netuid !== to.netuid) ensureAvailable(state, from.coldkey, from.netuid, alpha);
  const worth =
    from.netuid === to.netuid
      ? (alpha * priceOf(state, from.netuid)) / PRICE_ONE
      : exchange(state, from.netuid, 'alpha', alpha).out;
  ensure(worth > MIN_STAKE, () => subtensorFailure('AmountTooLow'));
  if (from.netuid !== to.netuid) exchange(state, to.netuid, 'tao', worth, destinationPays(state, from.netuid));
}

/** Moves alpha from one position to another, through both pools when the subnets differ. Returns its worth in rao. */
export function moveStakeBetween(
  exec: Exec,
  from: PositionId,
  to: PositionId,
  alpha: bigint,
  checkToggle = false,
): bigint {
  const { state } = exec;
  ensureCanMove(state, from, to, alpha, checkToggle);
  if (from.netuid === to.netuid) {
    if (from.netuid === 0) {
      noteRootStakeChange(state, from, -alpha);
      noteRootStakeChange(state, to, alpha);
    }
    carryLock(state, { from: from.coldkey, to: to.coldkey, hotkey: to.hotkey, netuid: to.netuid, alpha });
    decreaseStake(state, from, alpha);
    increaseStake(state, to, alpha);
    beginHold(exec, to);
    const worth = (alpha * priceOf(state, from.netuid)) / PRICE_ONE;
    // No pool was touched, and still the chain tells both sides of it, with no fee.
    const tell = (event: string, { coldkey, hotkey, netuid }: PositionId): void =>
      exec.emit('SubtensorModule', event, [coldkey, hotkey, worth, alpha, netuid, 0n]);
    tell('StakeRemoved', from);
    tell('StakeAdded', to);
    sweepNomination(exec, from);
    return worth;
  }
  const fee = destinationPays(state, from.netuid);
  const { out } = leaveSubnet(exec, from, alpha);
  moveBetweenSubnets(exec, from.netuid, to.netuid, out);
  enterSubnet(exec, to, out, fee);
  sweepNomination(exec, from);
  return out;
}

/** Capped at the position, as every move is on this chain. */
export function cappedAt(state: StateReader, id: PositionId, alpha: bigint): bigint {
  const held = stakeOf(state, id);
  return alpha > held ? held : alpha;
}

interface Leg {
  readonly pool: Pool | undefined;
  readonly feeRate: number;
}

function legOf(state: StateReader, netuid: number, pays: boolean): Leg {
  return {
    pool: hasPool(state, netuid) ? poolOf(state, netuid) : undefined,
    feeRate: pays ? feeRateOf(state, netuid) : 0,
  };
}

/** Price as a fraction: rao per alpha rao without rounding. */
function fraction(pool: Pool | undefined): readonly [top: bigint, bottom: bigint] {
  if (pool === undefined) return [1n, 1n];
  return [(10n ** 18n - pool.quote) * pool.tao, pool.quote * pool.alpha];
}

/** True when price(origin) / price(destination), times 1e9, is at least the limit. */
function ratioHolds(origin: Pool | undefined, destination: Pool | undefined, limit: bigint): boolean {
  const [a, b] = fraction(origin);
  const [c, d] = fraction(destination);
  return a * d * PRICE_ONE >= limit * b * c;
}

/** Most alpha that can be swapped between two subnets with the price ratio afterwards at or above `limit`; undefined when it is below already. */
export function maxSwapWithin(
  state: StateReader,
  from: number,
  to: number,
  alpha: bigint,
  limit: bigint,
): bigint | undefined {
  const origin = legOf(state, from, true);
  const destination = legOf(state, to, destinationPays(state, from));
  if (!ratioHolds(origin.pool, destination.pool, limit)) return undefined;
  return largest(alpha, (candidate) => {
    if (candidate === 0n) return true;
    let tao = candidate;
    let originAfter = origin.pool;
    if (origin.pool !== undefined) {
      const sold = swap(origin.pool, 'alpha', candidate, origin.feeRate);
      if (!sold.ok) return sold.problem === 'InsufficientLiquidity';
      tao = sold.out;
      originAfter = sold.after;
    }
    if (destination.pool === undefined) return ratioHolds(originAfter, undefined, limit);
    const bought = swap(destination.pool, 'tao', tao, destination.feeRate);
    if (!bought.ok) return bought.problem === 'InsufficientLiquidity';
    return ratioHolds(originAfter, bought.after, limit);
  });
}
