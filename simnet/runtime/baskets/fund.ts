import type { AccountId } from '../hex.ts';
import { PRICE_ONE } from '../pool/pool.ts';
import { priceOf, saleOf } from '../pool/reserves.ts';
import type { State, StateReader } from '../port.ts';
import { BasketIssues, Baskets } from '../storage/baskets.ts';
import { SubtokenEnabled } from '../storage/subnet.ts';

/** Alpha rao of one subnet, or rao on root. */
export interface Part {
  readonly netuid: number;
  readonly alpha: bigint;
}

/** What a validator's basket holds, by ascending netuid. */
export function fundOf(state: StateReader, hotkey: AccountId): readonly Part[] {
  return Baskets.get(state, hotkey).map(([netuid, alpha]) => ({ netuid, alpha }));
}

/** Rao that selling the part would bring now; 0 for what cannot be sold. */
export function worthOf(state: StateReader, { netuid, alpha }: Part): bigint {
  if (alpha === 0n || !SubtokenEnabled.get(state, netuid)) return 0n;
  return saleOf(state, netuid, alpha)?.out ?? 0n;
}

/** Rao at the price of now, as if selling moved no price. Cheap: an epoch asks it of every part of every basket. */
export function spotOf(state: StateReader, { netuid, alpha }: Part): bigint {
  return (alpha * priceOf(state, netuid)) / PRICE_ONE;
}

/** What a basket is worth, rao: by default what each of its parts would sell for. */
export function navOf(state: StateReader, hotkey: AccountId, worth = worthOf): bigint {
  return fundOf(state, hotkey).reduce((sum, part) => sum + worth(state, part), 0n);
}

/** Lets parts of the basket grow, or shrink where the alpha is negative. */
function change(state: State, hotkey: AccountId, parts: readonly Part[]): void {
  const held = new Map(Baskets.get(state, hotkey));
  for (const { netuid, alpha } of parts) {
    const left = (held.get(netuid) ?? 0n) + alpha;
    if (left < 0n) throw new RangeError('more than the basket holds');
    if (left === 0n) held.delete(netuid);
    else held.set(netuid, left);
  }
  if (held.size === 0) Baskets.remove(state, hotkey);
  else
    Baskets.set(
      state,
      [...held].sort(([a], [b]) => a - b),
      hotkey,
    );
}

/** Puts alpha that is nobody's stake into the basket. */
export function put(state: State, hotkey: AccountId, parts: readonly Part[]): void {
  change(state, hotkey, parts);
}

/** Takes alpha out of the basket, which must hold it. */
export function take(state: State, hotkey: AccountId, { netuid, alpha }: Part): void {
  change(state, hotkey, [{ netuid, alpha: -alpha }]);
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
export function growBasket(state: State, hotkey: AccountId, grow: () => void, worth = worthOf): Growth {
  const { total } = BasketIssues.get(state, hotkey);
  const before = navOf(state, hotkey, worth);
  grow();
  const after = navOf(state, hotkey, worth);
  const value = after > before ? after - before : 0n;
  if (total === 0n) return { value, shares: value };
  if (before === 0n) return { value, shares: total * DUST <= value ? value : 0n };
  return { value, shares: (value * total) / before };
}

/** A subnet is gone, and with it what baskets held of it. */
export function forgetInBaskets(state: State, netuid: number): void {
  for (const [[hotkey], parts] of [...Baskets.entries(state)]) {
    const alpha = parts.find(([held]) => held === netuid)?.[1];
    if (alpha !== undefined) take(state, hotkey, { netuid, alpha });
  }
}
