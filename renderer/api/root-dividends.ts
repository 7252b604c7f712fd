import { useQuery } from '@tanstack/react-query';
import type { Basket, ClaimType } from '../../shared/contract/index.ts';
import { useCapabilities } from './capabilities.ts';
import { orpc } from './client.ts';

const AGAIN_MS = 60_000;

/** How each account takes its root dividends, by coldkey; undefined until read and where the runtime has no such choice. */
export function useClaimTypes(): ReadonlyMap<string, ClaimType> | undefined {
  const enabled = useCapabilities()?.['rootClaims'] === true;
  const { data } = useQuery(orpc.staking.claimTypes.queryOptions({ enabled, refetchInterval: AGAIN_MS }));
  return enabled && data !== undefined
    ? new Map(data.claimTypes.map(({ coldkey, claimType }) => [coldkey, claimType]))
    : undefined;
}

/** What root baskets owe the accounts; undefined until read and where the runtime has none. */
export function useBaskets(): readonly Basket[] | undefined {
  const enabled = useCapabilities()?.['rootBaskets'] === true;
  const { data } = useQuery(orpc.staking.baskets.queryOptions({ enabled, refetchInterval: AGAIN_MS }));
  return enabled ? data?.baskets : undefined;
}
