import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Earned, ValueSample } from '../../shared/contract/index.ts';
import type { AppErrorShape } from '../../shared/errors/index.ts';
import type { Coldkey } from '../../shared/units/index.ts';
import { orpc } from './client.ts';
import { toAppError } from './errors.ts';

/** Samples are taken once an epoch; a minute is often enough to show the newest. */
const AGAIN_MS = 60_000;

export interface ValueHistory {
  /** Oldest first; undefined until read. */
  readonly samples: readonly ValueSample[] | undefined;
  readonly error: AppErrorShape | undefined;
}

/** All local samples of an account's value, of all accounts without `coldkey`. */
export function useValueHistory(coldkey: Coldkey | undefined): ValueHistory {
  const { data, error } = useQuery(
    orpc.portfolio.history.queryOptions({
      input: coldkey === undefined ? { sinceMs: 0 } : { coldkey, sinceMs: 0 },
      refetchInterval: AGAIN_MS,
    }),
  );
  return { samples: data, error: error === null ? undefined : toAppError(error) };
}

export interface EarnedSince {
  /** By coldkey, hotkey and netuid joined with dots; undefined until read, or when no time is asked about. */
  readonly earned: ReadonlyMap<string, Earned> | undefined;
  readonly error: AppErrorShape | undefined;
}

/** What every position gained since a time, as far back as samples reach; nothing is asked without a time. */
export function useEarnedSince(sinceMs: number | undefined): EarnedSince {
  const { data, error } = useQuery(
    orpc.portfolio.earnedSince.queryOptions({
      input: { sinceMs: sinceMs ?? 0 },
      enabled: sinceMs !== undefined,
      refetchInterval: AGAIN_MS,
    }),
  );
  const earned = useMemo(
    () =>
      sinceMs === undefined || data === undefined
        ? undefined
        : new Map(
            data.map(({ coldkey, hotkey, netuid, earned: gained }) => [`${coldkey}.${hotkey}.${netuid}`, gained]),
          ),
    [data, sinceMs],
  );
  return { earned, error: error === null ? undefined : toAppError(error) };
}
