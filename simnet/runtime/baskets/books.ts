import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { BasketHoldings, BasketIssues, Baskets } from '../storage/baskets.ts';

/** Alpha rao in all baskets, by subnet. */
export function alphaInBaskets(state: StateReader): ReadonlyMap<number, bigint> {
  const held = new Map<number, bigint>();
  for (const [, parts] of Baskets.entries(state))
    for (const [netuid, alpha] of parts) held.set(netuid, (held.get(netuid) ?? 0n) + alpha);
  return held;
}

/** Baskets whose shares are not those of their holders and of what root stakers have earned. For tests. */
export function basketErrors(state: StateReader): string[] {
  const held = new Map<AccountId, bigint>();
  for (const [[hotkey], { shares }] of BasketHoldings.entries(state))
    held.set(hotkey, (held.get(hotkey) ?? 0n) + shares);
  return [...BasketIssues.entries(state)].flatMap(([[hotkey], { total, unassigned }]) => {
    const sum = (held.get(hotkey) ?? 0n) + unassigned;
    return sum === total ? [] : [`shares of the basket of ${hotkey}: ${total} is not ${sum}`];
  });
}
