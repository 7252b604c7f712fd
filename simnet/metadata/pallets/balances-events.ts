import { as, type Variant, v } from '../language/type.ts';
import { TAccountId } from '../types/account.ts';
import { BalanceStatus } from '../types/balances.ts';
import { TBalance } from '../types/names.ts';

/** Events; the number is the SCALE index. */
export const balancesEvents: readonly Variant[] = [
  v(0, 'Endowed', { account: TAccountId, free_balance: TBalance }),
  v(1, 'DustLost', { account: TAccountId, amount: TBalance }),
  v(2, 'Transfer', { from: TAccountId, to: TAccountId, amount: TBalance }),
  v(3, 'BalanceSet', { who: TAccountId, free: TBalance }),
  v(4, 'Reserved', { who: TAccountId, amount: TBalance }),
  v(5, 'Unreserved', { who: TAccountId, amount: TBalance }),
  v(6, 'ReserveRepatriated', {
    from: TAccountId,
    to: TAccountId,
    amount: TBalance,
    destination_status: as('Status', BalanceStatus),
  }),
  v(7, 'Deposit', { who: TAccountId, amount: TBalance }),
  v(8, 'Withdraw', { who: TAccountId, amount: TBalance }),
  v(9, 'Slashed', { who: TAccountId, amount: TBalance }),
  v(10, 'Minted', { who: TAccountId, amount: TBalance }),
  v(11, 'Burned', { who: TAccountId, amount: TBalance }),
  v(12, 'Suspended', { who: TAccountId, amount: TBalance }),
  v(13, 'Restored', { who: TAccountId, amount: TBalance }),
  v(14, 'Upgraded', { who: TAccountId }),
  v(15, 'Issued', { amount: TBalance }),
  v(16, 'Rescinded', { amount: TBalance }),
  v(17, 'Locked', { who: TAccountId, amount: TBalance }),
  v(18, 'Unlocked', { who: TAccountId, amount: TBalance }),
  v(19, 'Frozen', { who: TAccountId, amount: TBalance }),
  v(20, 'Thawed', { who: TAccountId, amount: TBalance }),
  v(21, 'TotalIssuanceForced', { old: TBalance, new: TBalance }),
];
