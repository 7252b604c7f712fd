import type { AccountId } from '../hex.ts';
import { saleOf } from '../pool/reserves.ts';
import type { State, StateReader } from '../port.ts';
import { BasketAlpha, BasketIssues } from '../storage/baskets.ts';
import { SubtokenEnabled } from '../storage/subnet.ts';

/** Alpha rao of one subnet, or rao on root. */
export interface Part {
  readonly netuid: number;
  readonly alpha: bigint;
}

/** What a validator's basket holds, by ascending netuid. */
export function fundOf(state: StateReader, hotkey: AccountId): readonly Part[] {
  return [...BasketAlpha.entries(state, hotkey)]
    .map(([[, netuid], alpha]) => ({ netuid, alpha }))
    .sort((a, b) => a.netuid - b.netuid);
}

/** Rao that selling the part would bring now; 0 for what cannot be sold. */
export function worthOf(state: StateReader, { netuid, alpha }: Part): bigint {
  if (alpha === 0n || !SubtokenEnabled.get(state, netuid)) return 0n;
  return saleOf(state, netuid, alpha)?.out ?? 0n;
}

/** What a basket is worth: what each of its parts would sell for, rao. */
export function navOf(state: StateReader, hotkey: AccountId): bigint {
  return fundOf(state, hotkey).reduce((sum, part) => sum + worthOf(state, part), 0n);
}

/** Puts alpha that is nobody's stake into the basket. */
export function put(state: State, hotkey: AccountId, { netuid, alpha }: Part): void {
  if (alpha > 0n) BasketAlpha.set(state, BasketAlpha.get(state, hotkey, netuid) + alpha, hotkey, netuid);
}

/** Takes alpha out of the basket, which must hold it. */
export function take(state: State, hotkey: AccountId, { netuid, alpha }: Part): void {
  const left = BasketAlpha.get(state, hotkey, netuid) - alpha;
  if (left < 0n) throw new RangeError('more than the basket holds');
  if (left === 0n) BasketAlpha.remove(state, hotkey, netuid);
  else BasketAlpha.set(state, left, hotkey, netuid);
}

/** Old shares of a worthless basket count as dust when they are at most this part of what comes in. */
const DUST = 100n;

/** What comes into a basket, and the shares that are worth as much. */
export interface Growth {
  /** Rao. */
  readonly value: bigint;
  readonly shares: bigint;
}

/**
 * Lets a basket grow and counts shares for it by what the basket was worth before: those who have shares are neither
 * diluted nor given anything. The caller issues them. The first shares are worth a rao each.
 */
export function growBasket(state: State, hotkey: AccountId, grow: () => void): Growth {
  const { total } = BasketIssues.get(state, hotkey);
  const before = navOf(state, hotkey);
  grow();
  const after = navOf(state, hotkey);
  const value = after > before ? after - before : 0n;
  if (total === 0n) return { value, shares: value };
  if (before === 0n) return { value, shares: total * DUST <= value ? value : 0n };
  return { value, shares: (value * total) / before };
}

/** A subnet is gone, and with it what baskets held of it. */
export function forgetInBaskets(state: State, netuid: number): void {
  for (const [[hotkey, held]] of [...BasketAlpha.entries(state)])
    if (held === netuid) BasketAlpha.remove(state, hotkey, netuid);
}
