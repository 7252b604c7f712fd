import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import type { State, StateReader } from '../port.ts';
import { StakingHotkeys } from '../storage/hotkeys.ts';
import { Alpha, AlphaV2, TotalHotkeyAlpha, TotalHotkeyShares, TotalHotkeySharesV2 } from '../storage/stake.ts';
import { NetworksAdded } from '../storage/subnet.ts';
import {
  alphaOf,
  fromSafeFloat,
  fromU64F64,
  type SharePool,
  sharesFor,
  sharesGivenUp,
  toSafeFloat,
} from './share-math.ts';

/** Who holds stake with whom, where. */
export interface PositionId {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly netuid: number;
}

// Two generations of share maps: a value in the old one counts, a write goes to the new one and clears the old.
function shareOf(state: StateReader, { hotkey, coldkey, netuid }: PositionId): bigint {
  const old = Alpha.find(state, hotkey, coldkey, netuid);
  if (old !== undefined) return fromU64F64(old);
  const current = AlphaV2.find(state, hotkey, coldkey, netuid);
  return current === undefined ? 0n : fromSafeFloat(current);
}

function writeShare(state: State, { hotkey, coldkey, netuid }: PositionId, share: bigint): void {
  Alpha.remove(state, hotkey, coldkey, netuid);
  if (share === 0n) AlphaV2.remove(state, hotkey, coldkey, netuid);
  else AlphaV2.set(state, toSafeFloat(share), hotkey, coldkey, netuid);
}

export function sharePoolOf(state: StateReader, hotkey: AccountId, netuid: number): SharePool {
  const alpha = TotalHotkeyAlpha.get(state, hotkey, netuid);
  const old = TotalHotkeyShares.find(state, hotkey, netuid);
  if (old !== undefined) return { alpha, shares: fromU64F64(old) };
  const current = TotalHotkeySharesV2.find(state, hotkey, netuid);
  return { alpha, shares: current === undefined ? 0n : fromSafeFloat(current) };
}

function writePool(state: State, hotkey: AccountId, netuid: number, { alpha, shares }: SharePool): void {
  TotalHotkeyShares.remove(state, hotkey, netuid);
  if (shares === 0n) TotalHotkeySharesV2.remove(state, hotkey, netuid);
  else TotalHotkeySharesV2.set(state, toSafeFloat(shares), hotkey, netuid);
  if (alpha === 0n) TotalHotkeyAlpha.remove(state, hotkey, netuid);
  else TotalHotkeyAlpha.set(state, alpha, hotkey, netuid);
}

/** Alpha rao of a position (rao on root). */
export function stakeOf(state: StateReader, id: PositionId): bigint {
  const share = shareOf(state, id);
  return share === 0n ? 0n : alphaOf(sharePoolOf(state, id.hotkey, id.netuid), share);
}

/** Netuids of existing subnets where the coldkey holds a share of the hotkey, ascending. */
function subnetsBetween(state: StateReader, hotkey: AccountId, coldkey: AccountId): number[] {
  const found = new Set<number>();
  for (const map of [Alpha, AlphaV2])
    for (const [[, , netuid]] of map.entries(state, hotkey, coldkey)) found.add(netuid);
  return [...found].filter((netuid) => NetworksAdded.get(state, netuid)).sort((a, b) => a - b);
}

/** Positions of a coldkey above zero with their alpha rao, by hotkey in staking order, then by netuid. */
export function* positionsOf(
  state: StateReader,
  coldkey: AccountId,
): Generator<readonly [id: PositionId, stake: bigint]> {
  for (const hotkey of StakingHotkeys.get(state, coldkey)) {
    for (const netuid of subnetsBetween(state, hotkey, coldkey)) {
      const id = { hotkey, coldkey, netuid };
      const stake = stakeOf(state, id);
      if (stake > 0n) yield [id, stake];
    }
  }
}

/** Alpha rao of a coldkey on one subnet, with whatever hotkey. */
export function heldOn(state: StateReader, coldkey: AccountId, netuid: number): bigint {
  return StakingHotkeys.get(state, coldkey).reduce(
    (sum, hotkey) => sum + stakeOf(state, { hotkey, coldkey, netuid }),
    0n,
  );
}

/** Credits alpha to a position and lists the hotkey among those the coldkey stakes to. */
export function increaseStake(state: State, id: PositionId, alpha: bigint): void {
  if (alpha <= 0n) return;
  const pool = sharePoolOf(state, id.hotkey, id.netuid);
  const issued = sharesFor(pool, alpha);
  writeShare(state, id, shareOf(state, id) + issued);
  writePool(state, id.hotkey, id.netuid, { alpha: pool.alpha + alpha, shares: pool.shares + issued });
  listHotkey(state, id);
}

/** Lists the hotkey among those the coldkey has ever staked to. */
export function listHotkey(state: State, { hotkey, coldkey }: PositionId): void {
  const hotkeys = StakingHotkeys.get(state, coldkey);
  if (!hotkeys.includes(hotkey)) StakingHotkeys.set(state, [...hotkeys, hotkey], coldkey);
}

/** Debits alpha; `alpha` may not exceed the position. */
export function decreaseStake(state: State, id: PositionId, alpha: bigint): void {
  if (alpha <= 0n) return;
  const pool = sharePoolOf(state, id.hotkey, id.netuid);
  const share = shareOf(state, id);
  if (alpha > alphaOf(pool, share)) throw new RangeError('more than the position holds');
  const given = sharesGivenUp(pool, share, alpha);
  writeShare(state, id, share - given);
  writePool(state, id.hotkey, id.netuid, { alpha: pool.alpha - alpha, shares: pool.shares - given });
}

/** Adds alpha to everyone who stakes with a hotkey, in proportion. False when nobody does. */
export function rewardHotkey(exec: Exec, hotkey: AccountId, netuid: number, alpha: bigint): boolean {
  const pool = sharePoolOf(exec.state, hotkey, netuid);
  if (pool.shares === 0n) return false;
  writePool(exec.state, hotkey, netuid, { ...pool, alpha: pool.alpha + alpha });
  return true;
}
