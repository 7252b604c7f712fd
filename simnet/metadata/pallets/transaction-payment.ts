import { type Constant, constant, type StorageItem, value } from '../language/pallet.ts';
import { u8, type Variant, v } from '../language/type.ts';
import { TAccountId } from '../types/account.ts';
import { BalanceOfT } from '../types/names.ts';
import { FixedU128 } from '../types/number.ts';
import { PaymentReleases } from '../types/payment.ts';

/** Storage items. */
export const transactionPaymentStorage: readonly StorageItem[] = [
  value('NextFeeMultiplier', FixedU128, 1_000_000_000_000_000_000n),
  value('StorageVersion', PaymentReleases),
];

/** Events; the number is the SCALE index. */
export const transactionPaymentEvents: readonly Variant[] = [
  v(0, 'TransactionFeePaid', { who: TAccountId, actual_fee: BalanceOfT, tip: BalanceOfT }),
];

/** Constants. */
export const transactionPaymentConstants: readonly Constant[] = [constant('OperationalFeeMultiplier', u8, 5)];
