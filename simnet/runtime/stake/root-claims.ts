import { creditBasket } from '../baskets/credit.ts';
import { settle } from '../baskets/shares.ts';
import type { AccountId } from '../hex.ts';
import type { State, StateReader } from '../port.ts';
import { HasBaskets } from '../storage/baskets.ts';
import { RootAlphaDividendsPerSubnet, RootClaimable, RootClaimed, TotalHotkeyAlpha } from '../storage/stake.ts';
import { type PositionId, stakeOf } from './position.ts';
import { indexColdkey } from './root-index.ts';

/** Alpha that a rate (I96F32 alpha per rao of root stake) makes of root stake, rounded down. */
export function owedAt(rate: bigint, rootStake: bigint): bigint {
  return (rate * rootStake) >> 32n;
}

/** Alpha of `netuid` a root staker may still claim from a hotkey. */
export function owedTo(state: StateReader, id: PositionId, netuid: number, rootStake: bigint): bigint {
  const rate = RootClaimable.get(state, id.hotkey).find(([subnet]) => subnet === netuid)?.[1] ?? 0n;
  const owed = owedAt(rate, rootStake) - RootClaimed.get(state, netuid, id.hotkey, id.coldkey);
  return owed > 0n ? owed : 0n;
}

/** Root stake that comes or goes must neither earn past dividends nor lose them: the claimed mark moves with it. */
export function noteRootStakeChange(state: State, id: PositionId, change: bigint): void {
  const { hotkey, coldkey } = id;
  if (change > 0n) indexColdkey(state, coldkey);
  if (HasBaskets.get(state)) {
    settle(state, id, stakeOf(state, id));
    return;
  }
  for (const [netuid, rate] of RootClaimable.get(state, hotkey)) {
    const claimed = RootClaimed.get(state, netuid, hotkey, coldkey);
    const next = change > 0n ? claimed + owedAt(rate, change) : claimed - owedAt(rate, -change);
    if (next > 0n) RootClaimed.set(state, next, netuid, hotkey, coldkey);
    else RootClaimed.remove(state, netuid, hotkey, coldkey);
  }
}

/** Alpha for a hotkey's root stakers. */
export interface RootDividend {
  readonly netuid: number;
  readonly alpha: bigint;
}

/** Makes alpha claimable by a hotkey's root stakers, so much per rao, or puts it into its basket. Returns what was too little for that, or found nobody. */
export function creditRoot(state: State, hotkey: AccountId, dividends: readonly RootDividend[]): RootDividend[] {
  if (HasBaskets.get(state)) return creditBasket(state, hotkey, dividends);
  const rootStake = TotalHotkeyAlpha.get(state, hotkey, 0);
  const rates = new Map(RootClaimable.get(state, hotkey));
  const left: RootDividend[] = [];
  for (const dividend of dividends) {
    const { netuid, alpha } = dividend;
    const rate = rootStake === 0n ? 0n : (alpha << 32n) / rootStake;
    if (rate === 0n) left.push(dividend);
    else {
      rates.set(netuid, (rates.get(netuid) ?? 0n) + rate);
      RootAlphaDividendsPerSubnet.set(
        state,
        RootAlphaDividendsPerSubnet.get(state, netuid, hotkey) + alpha,
        netuid,
        hotkey,
      );
    }
  }
  if (left.length < dividends.length) {
    const sorted = [...rates].sort(([a], [b]) => a - b);
    RootClaimable.set(state, sorted, hotkey);
  }
  return left;
}
