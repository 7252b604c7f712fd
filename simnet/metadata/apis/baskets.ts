import { api, method, type RuntimeApi } from '../language/api.ts';
import { tuple, u64, vec } from '../language/type.ts';
import { AccountId32 } from '../types/account.ts';
import { AlphaBalance, NetUid, TaoBalance } from '../types/names.ts';

/** Root baskets. No snapshot has them: names and results are documented, the names of arguments are assumed. */
export const basketApis: readonly RuntimeApi[] = [
  api('BetaBasketRuntimeApi', 3, [
    method('get_root_basket_owed', { coldkey: AccountId32 }, TaoBalance),
    method('get_basket_payout', { hotkey: AccountId32, coldkey: AccountId32 }, TaoBalance),
    method('get_validator_basket_nav', { hotkey: AccountId32 }, TaoBalance),
    method('get_validator_basket', { hotkey: AccountId32 }, vec(tuple(NetUid, AlphaBalance, TaoBalance))),
    method('get_root_basket_positions', { coldkey: AccountId32 }, vec(tuple(AccountId32, u64, TaoBalance))),
  ]),
];
