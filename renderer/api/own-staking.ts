import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import { orpc } from './client.ts';
import { toAppError } from './errors.ts';
import { queryClient } from './query-client.ts';

/** They change with the account's own transactions, after which they are read at once, and seldom otherwise. */
const REFRESH_MS = 60_000;

/** One thing read from main: not yet, failed, or there. A failed refresh keeps what was read before. */
export type ReadingState<T> =
  | { readonly is: 'reading' }
  | { readonly is: 'failed'; readonly error: AppErrorShape; readonly retry: () => void }
  | { readonly is: 'read'; readonly value: T };

function stateOf<T>({ data, error, refetch }: UseQueryResult<T>): ReadingState<T> {
  if (data !== undefined) return { is: 'read', value: data };
  if (error === null) return { is: 'reading' };
  return { is: 'failed', error: toAppError(error), retry: () => void refetch() };
}

/** Hotkeys that the accounts own, with the bounds of the take. */
export function useOwnHotkeys() {
  return stateOf(useQuery(orpc.staking.ownHotkeys.queryOptions({ refetchInterval: REFRESH_MS })));
}

/** Where mining rewards go, by account and subnet. */
export function useAutoStake() {
  return stateOf(useQuery(orpc.staking.autoStake.queryOptions({ refetchInterval: REFRESH_MS })));
}

/** What becomes of root dividends, by account. Not asked where the runtime does not offer the choice. */
export function useClaimTypes(enabled = true) {
  return stateOf(useQuery(orpc.staking.claimTypes.queryOptions({ enabled, refetchInterval: REFRESH_MS })));
}

/** What root baskets owe, by account and validator. */
export function useBaskets() {
  return stateOf(useQuery(orpc.staking.baskets.queryOptions({ refetchInterval: REFRESH_MS })));
}

/** A transaction has ended: what the accounts set and own is read again. */
export function forgetOwnStaking(): void {
  void queryClient.invalidateQueries({ queryKey: orpc.staking.key() });
}
