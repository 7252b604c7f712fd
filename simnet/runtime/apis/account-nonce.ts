import type { AccountId } from '../hex.ts';
import { Account } from '../storage/system.ts';
import type { ApiContext, ApiMethods } from './handler.ts';

export const accountNonceApi: ApiMethods = {
  account_nonce: ({ state }: ApiContext, account: AccountId) => Account.get(state, account).nonce,
};
