import type { Effect } from '../../../shared/contract/index.ts';
import type { BalanceChange } from './draft.ts';

const nameOf = ({ address, subject, hotkey, asset }: BalanceChange): string =>
  [address, subject, hotkey, asset.kind === 'alpha' ? asset.netuid : ''].join('/');

/** Every balance once, before the first change and after the last; never below zero. Free TAO comes first. */
export function effectsOf(changes: readonly BalanceChange[]): Effect[] {
  const merged = new Map<string, BalanceChange>();
  for (const change of changes) {
    const known = merged.get(nameOf(change));
    merged.set(
      nameOf(change),
      known === undefined
        ? change
        : { ...known, delta: known.delta + change.delta, exact: known.exact && change.exact },
    );
  }
  return [...merged.values()].map(({ address, subject, hotkey, asset, before, delta, exact }) => ({
    address,
    subject,
    ...(hotkey === undefined ? {} : { hotkey }),
    asset,
    before,
    after: before + delta > 0n ? before + delta : 0n,
    exact,
  }));
}
