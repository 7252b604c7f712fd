import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import { useActiveAccountId } from '../stores/active-account.ts';
import { orpc } from './client.ts';
import { toAppError } from './errors.ts';
import { queryClient } from './query-client.ts';

export interface AccountList {
  /** Undefined until read. */
  readonly accounts: readonly Account[] | undefined;
  readonly error: AppErrorShape | undefined;
  readonly retry: () => void;
}

/** The accounts of the open vault. */
export function useAccounts(): AccountList {
  const { data, error, refetch } = useQuery(orpc.accounts.list.queryOptions());
  return { accounts: data, error: error === null ? undefined : toAppError(error), retry: () => void refetch() };
}

/** The account chosen in the top bar; undefined while all are shown. */
export function useActiveAccount(): Account | undefined {
  const id = useActiveAccountId();
  return useAccounts().accounts?.find((account) => account.id === id);
}

/** To be called after an account was added, renamed or removed. */
export function accountsChanged(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: orpc.accounts.list.key() });
}
