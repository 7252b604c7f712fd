import type { AccountId } from '../hex.ts';
import type { State } from '../port.ts';
import { RootAlphaDividendsPerSubnet, TotalHotkeyAlpha } from '../storage/stake.ts';
import { growBasket, type Part, put, spotOf } from './fund.ts';
import { issueToRoot } from './shares.ts';

/** Puts root dividends into a validator's basket, whose root stakers get the shares. Returns what found nobody. */
export function creditBasket<P extends Part>(state: State, hotkey: AccountId, dividends: readonly P[]): P[] {
  const rootStake = TotalHotkeyAlpha.get(state, hotkey, 0);
  if (rootStake === 0n) return [...dividends];
  for (const { netuid, alpha } of dividends) {
    const before = RootAlphaDividendsPerSubnet.get(state, netuid, hotkey);
    RootAlphaDividendsPerSubnet.set(state, before + alpha, netuid, hotkey);
  }
  // No pool moves, so spot is as fair as what a sale would bring.
  const { shares } = growBasket(state, hotkey, () => put(state, hotkey, dividends), spotOf);
  issueToRoot(state, hotkey, shares, rootStake);
  return [];
}
