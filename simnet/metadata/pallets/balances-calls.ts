import { as, bool, compact, u64, type Variant, v } from '../language/type.ts';
import { AccountIdLookupOfT } from '../types/account.ts';
import { AdjustmentDirection } from '../types/balances.ts';
import { TBalance } from '../types/names.ts';

/** Calls; the number is the SCALE index. */
export const balancesCalls: readonly Variant[] = [
  v(0, 'transfer_allow_death', { dest: AccountIdLookupOfT, value: as('T::Balance', compact(u64)) }),
  v(2, 'force_transfer', {
    source: AccountIdLookupOfT,
    dest: AccountIdLookupOfT,
    value: as('T::Balance', compact(u64)),
  }),
  v(3, 'transfer_keep_alive', { dest: AccountIdLookupOfT, value: as('T::Balance', compact(u64)) }),
  v(4, 'transfer_all', { dest: AccountIdLookupOfT, keep_alive: bool }),
  v(5, 'force_unreserve', { who: AccountIdLookupOfT, amount: TBalance }),
  v(8, 'force_set_balance', { who: AccountIdLookupOfT, new_free: as('T::Balance', compact(u64)) }),
  v(9, 'force_adjust_total_issuance', { direction: AdjustmentDirection, delta: as('T::Balance', compact(u64)) }),
  v(10, 'burn', { value: as('T::Balance', compact(u64)), keep_alive: bool }),
];
