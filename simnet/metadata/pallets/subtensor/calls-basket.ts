import { type Variant, v } from '../../language/type.ts';
import { TAccountId } from '../../types/account.ts';
import { TaoBalance } from '../../types/names.ts';

/** Root baskets. No snapshot has them: indices and arguments as the documents name them, their order assumed. */
export const basketCalls: readonly Variant[] = [
  v(147, 'stake_into_basket', { hotkey: TAccountId, amount_staked: TaoBalance }),
  v(148, 'claim_root_with_hotkey', { hotkey: TAccountId }),
];

/** What baskets took the place of. */
export const CALLS_GONE: ReadonlySet<string> = new Set(['set_root_claim_type']);
