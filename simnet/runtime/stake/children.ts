import type { AccountId } from '../hex.ts';
import type { StateReader } from '../port.ts';
import { ChildKeys, ChildkeyTake, ParentKeys } from '../storage/children.ts';
import { TotalHotkeyAlpha } from '../storage/stake.ts';

const ALL = (1n << 64n) - 1n;
const TAKE_ONE = 65_535n;

/** Stake weight that parents lend a hotkey, less what it lends its children. `of` says what a hotkey has itself. */
export function withFamily(
  state: StateReader,
  hotkey: AccountId,
  netuid: number,
  of: (hotkey: AccountId) => bigint,
): bigint {
  const own = of(hotkey);
  let weight = own;
  for (const [part] of ChildKeys.get(state, hotkey, netuid)) weight -= (own * part) / ALL;
  for (const [part, parent] of ParentKeys.get(state, hotkey, netuid)) weight += (of(parent) * part) / ALL;
  return weight;
}

export interface DividendPart {
  readonly hotkey: AccountId;
  /** Alpha rao. */
  readonly amount: bigint;
}

/** Divides what a hotkey earned with lent weight: parents get theirs less the child's take, the child keeps the rest. */
export function shareWithParents(
  state: StateReader,
  netuid: number,
  earned: DividendPart,
  weightOf: (hotkey: AccountId) => bigint,
): DividendPart[] {
  const parents = ParentKeys.get(state, earned.hotkey, netuid);
  if (parents.length === 0) return [earned];
  const total = withFamily(state, earned.hotkey, netuid, weightOf);
  if (total === 0n) return [earned];
  const take = BigInt(ChildkeyTake.get(state, earned.hotkey, netuid));
  const shares = parents.map(([part, hotkey]) => {
    const lent = (earned.amount * ((weightOf(hotkey) * part) / ALL)) / total;
    return { hotkey, amount: lent - (lent * take) / TAKE_ONE };
  });
  const left = shares.reduce((rest, { amount }) => rest - amount, earned.amount);
  return [{ hotkey: earned.hotkey, amount: left }, ...shares].filter(({ amount }) => amount > 0n);
}

/** What a hotkey has itself: its alpha on the subnet, or its rao on root. */
export const alphaOn =
  (state: StateReader, netuid: number) =>
  (hotkey: AccountId): bigint =>
    TotalHotkeyAlpha.get(state, hotkey, netuid);
