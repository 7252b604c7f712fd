import type { AccountId } from '../hex.ts';
import type { State, StateReader } from '../port.ts';
import { BasketHoldings, type BasketIssue, BasketIssues } from '../storage/baskets.ts';

/** Who holds shares of whose basket. */
export interface Holder {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
}

const RATE_BITS = 64n;

/** Shares that root stake has earned since `from` and that nobody wrote down; never more than there are. */
function earned({ rate, unassigned }: BasketIssue, from: bigint, rootStake: bigint): bigint {
  const shares = ((rate - from) * rootStake) >> RATE_BITS;
  return shares < unassigned ? shares : unassigned;
}

/** Shares of a holder, earned ones included. */
export function sharesOf(state: StateReader, { hotkey, coldkey }: Holder, rootStake: bigint): bigint {
  const { shares, rate } = BasketHoldings.get(state, hotkey, coldkey);
  return shares + earned(BasketIssues.get(state, hotkey), rate, rootStake);
}

/** Writes down what root stake has earned so far: before it changes, so that no stake earns for the time it was not there. */
export function settle(state: State, { hotkey, coldkey }: Holder, rootStake: bigint): void {
  const issue = BasketIssues.get(state, hotkey);
  const { shares, rate } = BasketHoldings.get(state, hotkey, coldkey);
  if (rate === issue.rate) return;
  const more = earned(issue, rate, rootStake);
  BasketHoldings.set(state, { shares: shares + more, rate: issue.rate }, hotkey, coldkey);
  if (more > 0n) BasketIssues.set(state, { ...issue, unassigned: issue.unassigned - more }, hotkey);
}

/** Issues shares to the root stakers of a hotkey, so much per rao; what does not divide is not issued. */
export function issueToRoot(state: State, hotkey: AccountId, shares: bigint, rootStake: bigint): void {
  const issue = BasketIssues.get(state, hotkey);
  const rate = (shares << RATE_BITS) / rootStake;
  const issued = (rate * rootStake) >> RATE_BITS;
  const { total, unassigned } = issue;
  BasketIssues.set(state, { total: total + issued, unassigned: unassigned + issued, rate: issue.rate + rate }, hotkey);
}

/** Issues shares to a holder (negative: takes them back), who has been settled. */
export function issueTo(state: State, { hotkey, coldkey }: Holder, shares: bigint): void {
  const issue = BasketIssues.get(state, hotkey);
  const holding = BasketHoldings.get(state, hotkey, coldkey);
  if (holding.shares + shares < 0n) throw new RangeError('more shares than the holder has');
  BasketHoldings.set(state, { ...holding, shares: holding.shares + shares }, hotkey, coldkey);
  BasketIssues.set(state, { ...issue, total: issue.total + shares }, hotkey);
}
