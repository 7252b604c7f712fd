import type { Exec } from '../exec.ts';
import { type AccountId, bytesOf } from '../hex.ts';
import { saleOf } from '../pool/reserves.ts';
import { HasBaskets } from '../storage/baskets.ts';
import { StakingHotkeys } from '../storage/hotkeys.ts';
import {
  NumRootClaim,
  NumStakingColdkeys,
  RootClaimable,
  RootClaimableThreshold,
  RootClaimed,
  RootClaimTypes,
  StakingColdkeysByIndex,
} from '../storage/stake.ts';
import { NetworksAdded } from '../storage/subnet.ts';
import { ParentHash } from '../storage/system.ts';
import type { RootClaimType } from '../storage/types.ts';
import { moveBetweenSubnets, sellOwed, settleOnRoot } from './ledger.ts';
import { increaseStake, stakeOf } from './position.ts';
import { owedAt } from './root-claims.ts';

function keeps(type: RootClaimType, netuid: number): boolean {
  return type.type === 'Keep' || (type.type === 'KeepSubnets' && (type.value?.subnets.includes(netuid) ?? false));
}

/**
 * Pays what a coldkey's root stake with one hotkey has earned: as alpha where it keeps it, else sold for root stake with the
 * same hotkey. What is below the threshold, or cannot be sold, stays owed. No event tells the amounts.
 */
function claimFrom(exec: Exec, coldkey: AccountId, hotkey: AccountId, wanted: ReadonlySet<number> | undefined): void {
  const { state } = exec;
  const root = { hotkey, coldkey, netuid: 0 };
  const rootStake = stakeOf(state, root);
  if (rootStake === 0n) return;
  const type = RootClaimTypes.get(state, coldkey);
  let tao = 0n;
  for (const [netuid, rate] of RootClaimable.get(state, hotkey)) {
    if (wanted?.has(netuid) === false || !NetworksAdded.get(state, netuid)) continue;
    const claimed = RootClaimed.get(state, netuid, hotkey, coldkey);
    const owed = owedAt(rate, rootStake) - claimed;
    if (owed <= 0n || owed < RootClaimableThreshold.get(state, netuid) >> 32n) continue;
    if (keeps(type, netuid)) increaseStake(state, { hotkey, coldkey, netuid }, owed);
    else {
      const sale = saleOf(state, netuid, owed);
      if (sale === undefined) continue;
      sellOwed(exec, netuid, owed, sale);
      moveBetweenSubnets(exec, netuid, 0, sale.out);
      tao += sale.out;
    }
    RootClaimed.set(state, claimed + owed, netuid, hotkey, coldkey);
  }
  // Once for all subnets: the claimed marks of all of them move with the new stake.
  if (tao > 0n) settleOnRoot(exec, root, tao);
}

/** Claims root dividends with every validator of a coldkey, on the named subnets or on all. */
export function claimFor(exec: Exec, coldkey: AccountId, wanted?: ReadonlySet<number>): void {
  for (const hotkey of StakingHotkeys.get(exec.state, coldkey)) claimFrom(exec, coldkey, hotkey, wanted);
  exec.emit('SubtensorModule', 'RootClaimed', { coldkey });
}

const WORD_BYTES = 8;

/** `count` numbers below `limit` that follow from a hash, eight bytes each, over and over. */
function drawFrom(hash: Uint8Array, count: bigint, limit: bigint): bigint[] {
  const view = new DataView(hash.buffer, hash.byteOffset, hash.length);
  const words = hash.length / WORD_BYTES;
  const drawn: bigint[] = [];
  let last = 0n;
  for (let at = 0; at < Number(count); at += 1) {
    last = (last + view.getBigUint64((at % words) * WORD_BYTES)) % limit;
    drawn.push(last);
  }
  return drawn;
}

/** Claims for a few coldkeys that the hash of the block before draws. What lies in baskets waits for its owners. */
export function claimAutomatically(exec: Exec): void {
  const { state } = exec;
  const limit = NumStakingColdkeys.get(state);
  const count = NumRootClaim.get(state);
  if (limit === 0n || count === 0n || HasBaskets.get(state)) return;
  for (const index of drawFrom(bytesOf(ParentHash.get(state)), count, limit)) {
    const coldkey = StakingColdkeysByIndex.find(state, index);
    if (coldkey !== undefined) claimFor(exec, coldkey);
  }
}
