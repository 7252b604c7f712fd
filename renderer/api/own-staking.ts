import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import { orpc } from './client.ts';
import { toAppError } from './errors.ts';

/** They change with the account's own transactions, and seldom otherwise. */
const REFRESH_MS = 24_000;

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

/** What becomes of root dividends, by account. */
export function useClaimTypes() {
  return stateOf(useQuery(orpc.staking.claimTypes.queryOptions({ refetchInterval: REFRESH_MS })));
}

/** What root baskets owe, by account and validator. */
export function useBaskets() {
  return stateOf(useQuery(orpc.staking.baskets.queryOptions({ refetchInterval: REFRESH_MS })));
}
