import { transfer } from '../balances/transfer.ts';
import { forgetInBaskets } from '../baskets/fund.ts';
import { keyedByNetuid } from '../codecs.ts';
import type { Exec } from '../exec.ts';
import type { AccountId } from '../hex.ts';
import type { State } from '../port.ts';
import { type StorageItem, storageItem } from '../storage/item.ts';
import { AlphaV2, RootClaimable, TotalStake } from '../storage/stake.ts';
import { SubnetTAO, TotalNetworks } from '../storage/subnet.ts';
import { subnetAccount } from './accounts.ts';
import { stakeOf } from './position.ts';

type AnyItem = StorageItem<readonly unknown[], unknown>;

let known: (readonly [item: AnyItem, place: number])[] | undefined;

function itemsWithNetuid(): readonly (readonly [item: AnyItem, place: number])[] {
  known ??= ['SubtensorModule', 'Swap'].flatMap((pallet) =>
    keyedByNetuid(pallet).map(
      ({ entry, place }) => [storageItem<readonly unknown[], unknown>(pallet, entry), place] as const,
    ),
  );
  return known;
}

/** Removes all that is stored about a subnet. */
function forget(state: State, netuid: number): void {
  for (const [item, place] of itemsWithNetuid()) {
    const stored = [...item.entries(state, ...(place === 0 ? [netuid] : []))];
    for (const [keys] of stored) if (keys[place] === netuid) item.remove(state, ...keys);
  }
  for (const [[hotkey], rates] of [...RootClaimable.entries(state)]) {
    const left = rates.filter(([subnet]) => subnet !== netuid);
    if (left.length < rates.length) RootClaimable.set(state, left, hotkey);
  }
}

/** Alpha rao by coldkey. */
function stakers(state: State, netuid: number): Map<AccountId, bigint> {
  const held = new Map<AccountId, bigint>();
  for (const [[hotkey, coldkey, subnet]] of AlphaV2.entries(state)) {
    if (subnet !== netuid) continue;
    const alpha = stakeOf(state, { hotkey, coldkey, netuid });
    if (alpha > 0n) held.set(coldkey, (held.get(coldkey) ?? 0n) + alpha);
  }
  return held;
}

/**
 * Ends a subnet: the TAO of its pool goes to the free balance of its stakers in proportion to their alpha, and everything
 * stored about it is gone. What rounding leaves, or is too little to open an account, stays on the keyless account.
 */
export function dissolve(exec: Exec, netuid: number): void {
  const { state } = exec;
  const pot = SubnetTAO.get(state, netuid);
  const held = stakers(state, netuid);
  const total = [...held.values()].reduce((sum, alpha) => sum + alpha, 0n);
  for (const [coldkey, alpha] of held)
    exec.attempt(() => transfer(exec, subnetAccount(netuid), coldkey, (pot * alpha) / total, false));
  TotalStake.set(state, TotalStake.get(state) - pot);
  TotalNetworks.set(state, TotalNetworks.get(state) - 1);
  forget(state, netuid);
  forgetInBaskets(state, netuid);
  exec.emit('SubtensorModule', 'NetworkRemoved', [netuid]);
}
