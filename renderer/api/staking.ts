import { useQuery } from '@tanstack/react-query';
import type { ValidatorHere } from '../../shared/contract/index.ts';
import type { Netuid } from '../../shared/units/index.ts';
import { orpc } from './client.ts';
import type { ChainList } from './directory.ts';
import { toAppError } from './errors.ts';

/** How often the list is read again while it is on screen; main answers from what it has for some blocks. */
const VALIDATORS_MS = 48_000;

/** Every delegate as it stands on one subnet. */
export function useValidatorsHere(netuid: Netuid): ChainList<ValidatorHere> {
  const options = orpc.staking.validators.queryOptions({ input: { netuid }, refetchInterval: VALIDATORS_MS });
  const { data, error, refetch } = useQuery(options);
  return {
    items: data?.validators,
    blockNumber: data?.block.blockNumber,
    error: error === null ? undefined : toAppError(error),
    retry: () => void refetch(),
  };
}
