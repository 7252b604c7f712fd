import { transfer } from '../balances/transfer.ts';
import type { Exec } from '../exec.ts';
import { type Exchange, exchange, writePool } from '../pool/reserves.ts';
import { TotalStake } from '../storage/stake.ts';
import { SubnetAlphaOut, SubnetTAO, SubnetTaoFlow, SubnetVolume } from '../storage/subnet.ts';
import { subnetAccount } from './accounts.ts';
import { decreaseStake, increaseStake, type PositionId } from './position.ts';
import { noteRootStakeChange } from './root-claims.ts';
import { beginHold, noteStakeAdded } from './root-hold.ts';

/** Books rao that enter (positive) or leave (negative) a subnet. */
function bookTao(exec: Exec, netuid: number, tao: bigint): void {
  const { state } = exec;
  TotalStake.set(state, TotalStake.get(state) + tao);
  if (netuid === 0) return;
  SubnetTaoFlow.set(state, SubnetTaoFlow.get(state, netuid) + tao, netuid);
  SubnetVolume.set(state, SubnetVolume.get(state, netuid) + (tao < 0n ? -tao : tao), netuid);
}

/** Puts rao that already lie on the subnet's account into its pool and the alpha into the position. Emits StakeAdded. */
export function enterSubnet(exec: Exec, id: PositionId, tao: bigint, withFee = true): Exchange {
  const { state } = exec;
  const { hotkey, coldkey, netuid } = id;
  const done = exchange(state, netuid, 'tao', tao, withFee);
  if (done.after !== undefined) writePool(state, netuid, done.after);
  else SubnetTAO.set(state, SubnetTAO.get(state, netuid) + tao, netuid);
  SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, netuid) + done.out, netuid);
  if (netuid === 0) noteRootStakeChange(state, id, done.out);
  increaseStake(state, id, done.out);
  bookTao(exec, netuid, tao);
  noteStakeAdded(exec, id);
  exec.emit('SubtensorModule', 'StakeAdded', [coldkey, hotkey, tao, done.out, netuid, done.fee]);
  return done;
}

/** Takes alpha out of the position and rao out of the pool, without a word; the rao stay on the subnet's account. */
function takeOut(exec: Exec, id: PositionId, alpha: bigint): Exchange {
  const { state } = exec;
  const { netuid } = id;
  const done = exchange(state, netuid, 'alpha', alpha);
  if (netuid === 0) noteRootStakeChange(state, id, -alpha);
  decreaseStake(state, id, alpha);
  if (done.after !== undefined) writePool(state, netuid, done.after);
  else SubnetTAO.set(state, SubnetTAO.get(state, netuid) - done.out, netuid);
  SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, netuid) - alpha, netuid);
  bookTao(exec, netuid, -done.out);
  beginHold(exec, id);
  return done;
}

/** Sells alpha that is owed but nobody's stake yet; the rao stay on the subnet's account. */
export function sellOwed(exec: Exec, netuid: number, alpha: bigint, { out, after }: Exchange): void {
  const { state } = exec;
  if (after !== undefined) writePool(state, netuid, after);
  else SubnetTAO.set(state, SubnetTAO.get(state, netuid) - out, netuid);
  SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, netuid) - alpha, netuid);
  bookTao(exec, netuid, -out);
}

/** Buys alpha that becomes nobody's stake, with rao that already lie on the subnet's account. */
export function buyUnstaked(exec: Exec, netuid: number, tao: bigint, { out, after }: Exchange): void {
  const { state } = exec;
  if (after !== undefined) writePool(state, netuid, after);
  else SubnetTAO.set(state, SubnetTAO.get(state, netuid) + tao, netuid);
  SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, netuid) + out, netuid);
  bookTao(exec, netuid, tao);
}

/** Rao that already lie on the root account become root stake, without a word. */
export function settleOnRoot(exec: Exec, id: PositionId, tao: bigint): void {
  const { state } = exec;
  SubnetTAO.set(state, SubnetTAO.get(state, 0) + tao, 0);
  SubnetAlphaOut.set(state, SubnetAlphaOut.get(state, 0) + tao, 0);
  noteRootStakeChange(state, id, tao);
  increaseStake(state, id, tao);
  bookTao(exec, 0, tao);
  beginHold(exec, id);
}

/** Takes alpha out of the position and rao out of the pool; the rao stay on the subnet's account. Emits StakeRemoved. */
export function leaveSubnet(exec: Exec, id: PositionId, alpha: bigint): Exchange {
  const done = takeOut(exec, id, alpha);
  exec.emit('SubtensorModule', 'StakeRemoved', [id.coldkey, id.hotkey, done.out, alpha, id.netuid, done.fee]);
  return done;
}

/** Stakes free rao of the coldkey, keeping its account alive. */
export function stakeFromBalance(exec: Exec, id: PositionId, tao: bigint): Exchange {
  transfer(exec, id.coldkey, subnetAccount(id.netuid), tao, true);
  return enterSubnet(exec, id, tao);
}

/** Unstakes alpha into the coldkey's free balance. */
export function unstakeToBalance(exec: Exec, id: PositionId, alpha: bigint): Exchange {
  const done = leaveSubnet(exec, id, alpha);
  transfer(exec, subnetAccount(id.netuid), id.coldkey, done.out, false);
  return done;
}

/** Moves rao between the accounts of two subnets. */
export function moveBetweenSubnets(exec: Exec, from: number, to: number, tao: bigint): void {
  transfer(exec, subnetAccount(from), subnetAccount(to), tao, false);
}
