import { payoutOf } from '../baskets/claim.ts';
import { fundOf, navOf, worthOf } from '../baskets/fund.ts';
import { sharesOf } from '../baskets/shares.ts';
import type { AccountId } from '../hex.ts';
import { stakeOf } from '../stake/position.ts';
import { StakingHotkeys } from '../storage/hotkeys.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

export const basketApi: ApiMethods = {
  get_root_basket_owed: ({ state }: ApiContext, coldkey: AccountId) =>
    StakingHotkeys.get(state, coldkey).reduce((sum, hotkey) => sum + payoutOf(state, { hotkey, coldkey }), 0n),
  get_basket_payout: ({ state }: ApiContext, hotkey: AccountId, coldkey: AccountId) =>
    payoutOf(state, { hotkey, coldkey }),
  get_validator_basket_nav: ({ state }: ApiContext, hotkey: AccountId) => navOf(state, hotkey),
  get_validator_basket: ({ state }: ApiContext, hotkey: AccountId) =>
    fundOf(state, hotkey).map((part) => [part.netuid, part.alpha, worthOf(state, part)]),
  get_root_basket_positions: ({ state }: ApiContext, coldkey: AccountId) =>
    StakingHotkeys.get(state, coldkey).flatMap((hotkey) => {
      const holder = { hotkey, coldkey };
      const shares = sharesOf(state, holder, stakeOf(state, { ...holder, netuid: 0 }));
      return shares === 0n ? [] : [[hotkey, shares, payoutOf(state, holder)]];
    }),
};
